import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { KillableCloud } from './killableCloud'
import { Load, PEOPLE } from './load'
import { clockTrouble, HOUR, passMinutes, type Minutes, type OwedByClock } from './minutes'
import type { Phone } from './phone'
import { comeToRest, reckon } from './reckon'
import type { CaseRecord } from './records'
import { SEED, Seeded } from './seeded'
import { wrongIn } from './tally'

/** Cases of each kind; more with `npm run faults`. */
const OF_EACH = process.env['KILLS'] === undefined ? 2 : 8

/** What is done to a case, and what the clock owes it then [spec: case, clocks]: after so many hours, if nobody answers. */
const KINDS: Record<string, { command: (asked: number) => Input<'actOnCase'>['command']; owes: { type: string; after: number }[] }> = {
  'asked for a photo': { command: () => ({ type: 'askEvidence', missing: ['clearer'], words: '' }), owes: [{ type: 'Lapsed', after: 48 }, { type: 'Closed', after: 48 + 7 * 24 }] },
  // Undisputed: what was asked for takes effect.
  'offered all of it': { command: asked => ({ type: 'offer', options: [{ remedy: 'refund', refund: asked }], words: '' }), owes: [{ type: 'OfferAgreed', after: 48 }] },
  // What was offered can be agreed to for good, so that it is never closed.
  'offered half of it': { command: asked => ({ type: 'offer', options: [{ remedy: 'refund', refund: Math.floor(asked / 2) }], words: '' }), owes: [{ type: 'Lapsed', after: 48 }] },
  refused: { command: () => ({ type: 'reject', criterion: 'notShown', words: '照片里看不出来', review: 'photos' }), owes: [{ type: 'Closed', after: 7 * 24 }] },
}

/** From a tap to the moment at which its neighbour was told: no more than the story's own minutes. ms */
const SLACK = 5 * 60_000

let cloud: KillableCloud
beforeAll(async () => { cloud = await KillableCloud.start(PEOPLE) }, 120_000)
afterAll(() => cloud.close())

test('ten days in jumps, with two clocks at once, some of them killed midway and hours missed: everything that came due is done once', async () => {
  const load = await Load.moveIn(cloud, Object.keys(KINDS).length * OF_EACH)
  const draw = new Seeded(SEED, 'minutes')
  // Everybody is awake.
  await cloud.moveTime(untilTenOClock(await cloud.now()))
  const owed: OwedByClock[] = []
  const lines = load.homes.flatMap(h => h.lines.map(line => ({ phone: h.phone, line })))
  for (const { command, owes } of Object.values(KINDS)) {
    for (let i = 0; i < OF_EACH; i++) {
      const next = lines.pop()
      if (!next) throw new Error('nothing is left to complain about')
      const { caseId, at } = await oneCase(load, next.phone, next.line, command)
      owed.push(...owes.map(({ type, after }) => ({ caseId, type, from: at + after * HOUR, slack: SLACK })))
    }
  }
  const begun = await cloud.moveTime(60_000)
  const minutes: Minutes = { swept: [], kills: { clock: 0, courier: 0, cloud: 0 }, overlapped: 0 }
  // Around the end of the two days by the hour, the rest by half days.
  await passMinutes(cloud, draw, begun + 46 * HOUR, d => (4 + d.below(8)) * HOUR, minutes)
  await passMinutes(cloud, draw, begun + 50 * HOUR, d => (10 + d.below(50)) * 60_000, minutes)
  await passMinutes(cloud, draw, begun + 10 * 24 * HOUR, d => (6 + d.below(12)) * HOUR, minutes)
  await comeToRest(cloud)
  const tally = await reckon(cloud, load)
  if (process.env['KILLS'] !== undefined) process.stdout.write(`${JSON.stringify({ seed: SEED, kills: minutes.kills, overlapped: minutes.overlapped, sweepsThatEnded: minutes.swept.length, owedByClock: owed.length, reminders: { ...tally.reminders, doubled: tally.reminders.doubled.length }, notices: { owed: tally.notices.owed, inInbox: tally.notices.inInbox } })}\n`)
  expect(clockTrouble(await cloud.all<CaseRecord>('cases'), owed, minutes.swept)).toEqual([])
  expect(wrongIn(tally)).toEqual({})
  expect(minutes.kills.clock + minutes.kills.courier + minutes.kills.cloud).toBeGreaterThan(0)
  expect(minutes.overlapped).toBeGreaterThan(0)
}, 600_000)

/** ms until ten in the morning in Shanghai, which has no summer time. */
function untilTenOClock(now: number): number {
  const sinceMidnight = (now + 8 * HOUR) % (24 * HOUR)
  return (34 * HOUR - sinceMidnight) % (24 * HOUR)
}

/** Files, does one thing to it, and lets its neighbour hear of it. @returns when it was done, ms */
async function oneCase(load: Load, phone: Phone, { orderId, lineId, quantity, paid }: Load['homes'][number]['lines'][number], command: (asked: number) => Input<'actOnCase'>['command']): Promise<{ caseId: string; at: number }> {
  const asked = Math.floor((2 * paid + quantity) / (2 * quantity))
  const caseId = randomUUID()
  await phone.allow('resident')
  const { view } = await phone.must('fileCase', { caseId, orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: asked }, photos: [await phone.photo()], words: '' })
  const at = await cloud.now()
  await load.leader.must('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: command(asked) })
  // Its ten seconds are over.
  await cloud.moveTime(11_000)
  await cloud.fire('courier')
  await phone.must('showCase', { caseId, as: 'resident' })
  return { caseId, at }
}

import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { COMMUNITY } from '../scenario/openHouse'
import { KillableCloud } from './killableCloud'
import { Load, PEOPLE } from './load'
import { clockTrouble, HOUR, passMinutes, type Minutes, type OwedByClock } from './minutes'
import { Phone } from './phone'
import { comeToRest, reckon } from './reckon'
import type { CaseRecord } from './records'
import { SEED, Seeded } from './seeded'
import { wrongIn } from './tally'

/** Cases of each kind; more with `npm run faults`. */
const OF_EACH = process.env['KILLS'] === undefined ? 2 : 8

/** Something the clock owes, so many hours after it was done, or `since` its neighbour opened it again, or after an event; `until`: when it is not owed any more. */
interface Owes { type: string; says?: Record<string, unknown>; after: number; until?: number; since?: 'openedAgain' | 'SupplierMissed' }
interface Kind { command: ((asked: number) => Input<'actOnCase'>['command']) | null; owes: readonly Owes[] }

/** A reminder that would come at six in the morning comes at eight, when people answer; a later one takes the place of one that was missed. */
const AT_EIGHT = 46

/** What is done to a case at ten in the morning, and what the clock owes it then, if nobody answers [spec: case, clocks]. */
const WITHOUT_DESK: Record<string, Kind> = {
  'asked for a photo': {
    command: () => ({ type: 'askEvidence', missing: ['clearer'], words: '' }),
    owes: [
      { type: 'Reminded', says: { clock: 'evidence', nth: 0 }, after: 24, until: AT_EIGHT }, { type: 'Reminded', says: { clock: 'evidence', nth: 1 }, after: AT_EIGHT, until: 48 },
      { type: 'Lapsed', after: 48 },
      // Nothing is over for who does not know of it.
      { type: 'Closed', after: 7 * 24, since: 'openedAgain' },
    ],
  },
  // Undisputed: what was asked for takes effect.
  'offered all of it': { command: asked => ({ type: 'offer', options: [{ remedy: 'refund', refund: asked }], words: '' }), owes: [{ type: 'Reminded', says: { clock: 'offer', nth: 0 }, after: 24, until: 48 }, { type: 'OfferAgreed', after: 48 }] },
  // What was offered can be agreed to for good, so that it is never closed.
  'offered half of it': { command: asked => ({ type: 'offer', options: [{ remedy: 'refund', refund: Math.floor(asked / 2) }], words: '' }), owes: [{ type: 'Reminded', says: { clock: 'offer', nth: 0 }, after: 24, until: 48 }, { type: 'Lapsed', after: 48 }] },
  refused: { command: () => ({ type: 'reject', criterion: 'notShown', words: '照片里看不出来', review: 'photos' }), owes: [{ type: 'Closed', after: 7 * 24 }] },
  // Without a desk there is nobody to take it from the leader.
  'left alone': { command: null, owes: [] },
}

const WITH_DESK: Record<string, Kind> = {
  'left alone': { command: null, owes: [{ type: 'Escalated', says: { takes: true }, after: 24 }] },
  'not paid, nor answered for': { command: () => ({ type: 'settle' }), owes: [{ type: 'Escalated', says: { clock: 'refund', takes: false }, after: 24 }, { type: 'Escalated', says: { clock: 'recovery', takes: false }, after: 24 }] },
  'the supplier was asked': { command: () => ({ type: 'forward', words: '请看看' }), owes: [{ type: 'SupplierMissed', after: 24 }, { type: 'Escalated', says: { clock: 'review', takes: true }, after: 24, since: 'SupplierMissed' }] },
}

/** From a tap to the moment at which its neighbour was told: no more than the story's own minutes. ms */
const SLACK = 5 * 60_000

let cloud: KillableCloud
beforeEach(async () => { cloud = await KillableCloud.start(PEOPLE) }, 120_000)
afterEach(() => cloud.close())

test.each([['without a desk', WITHOUT_DESK], ['with a desk', WITH_DESK]])('ten days in jumps %s, with two clocks at once, some of them killed midway and hours missed: everything that came due is done once', async (desk, kinds) => {
  const load = await Load.moveIn(cloud, Object.keys(kinds).length * OF_EACH + 6)
  const operators = desk === 'with a desk' ? [await openDesk(load)] : []
  const draw = new Seeded(SEED, desk)
  const ten = await cloud.moveToTen()
  const done: { caseId: string; phone: Phone; at: number; owes: readonly Owes[] }[] = []
  const lines = load.homes.flatMap(h => h.lines.map(line => ({ phone: h.phone, line })))
  for (const { command, owes } of Object.values(kinds)) {
    for (let i = 0; i < OF_EACH; i++) {
      const next = lines.pop()
      if (!next) throw new Error('nothing is left to complain about')
      done.push({ ...await oneCase(load, next.phone, next.line, command), phone: next.phone, owes })
    }
  }
  const begun = await cloud.moveTime(60_000)
  const minutes: Minutes = { swept: [], kills: { clock: 0, courier: 0, cloud: 0 }, overlapped: 0 }
  // Around the end of the two days by the hour, the rest by half days.
  await passMinutes(cloud, draw, begun + 45 * HOUR, d => (4 + d.below(8)) * HOUR, minutes)
  await passMinutes(cloud, draw, begun + 50 * HOUR, d => (10 + d.below(50)) * 60_000, minutes)
  const openedAgain = await cloud.now()
  for (const { caseId, phone } of done) await phone.must('showCase', { caseId, as: 'resident' })
  await passMinutes(cloud, draw, begun + 10 * 24 * HOUR, d => (6 + d.below(12)) * HOUR, minutes)
  await comeToRest(cloud)
  const cases = await cloud.all<CaseRecord>('cases')
  const owed = done.flatMap(({ caseId, at, owes }) => owes.flatMap((o): OwedByClock[] => {
    const event = o.since === 'SupplierMissed' ? cases.find(c => c._id === caseId)?.events.find(e => e.type === o.since)?.at : undefined
    // Eight in the morning is eight in the morning, whenever it was done.
    const from = (after: number) => (after === AT_EIGHT ? ten : o.since === 'openedAgain' ? openedAgain : event ?? at) + after * HOUR
    return [{ caseId, type: o.type, from: from(o.after), slack: SLACK, ...(o.says ? { says: o.says } : {}), ...(o.until === undefined ? {} : { until: from(o.until) }) }]
  }))
  const tally = await reckon(cloud, { ...load, phones: [...load.phones, ...operators], operators })
  if (process.env['KILLS'] !== undefined) process.stdout.write(`${JSON.stringify({ desk, seed: SEED, kills: minutes.kills, overlapped: minutes.overlapped, sweepsThatEnded: minutes.swept.length, owedByClock: owed.length, reminders: { ...tally.reminders, doubled: tally.reminders.doubled.length }, notices: { owed: tally.notices.owed, inInbox: tally.notices.inInbox } })}\n`)
  expect(clockTrouble(cases, owed, minutes.swept)).toEqual([])
  expect(wrongIn(tally)).toEqual({})
  expect(minutes.kills.clock + minutes.kills.courier + minutes.kills.cloud).toBeGreaterThan(0)
  expect(minutes.overlapped).toBeGreaterThan(0)
}, 600_000)

async function openDesk({ leader }: Load): Promise<Phone> {
  const operator = await Phone.of(cloud, 'xu')
  const { token } = await leader.must('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'desk' } })
  await operator.must('openDesk', { token, desk: { kind: 'new', deskId: randomUUID(), name: '邻里平台', phone: '', called: '小徐' } })
  return operator
}

/** Files, does one thing to it, and lets its neighbour hear of it. @returns when it was done, ms */
async function oneCase(load: Load, phone: Phone, { orderId, lineId, quantity, paid }: Load['homes'][number]['lines'][number], command: Kind['command']): Promise<{ caseId: string; at: number }> {
  const asked = Math.floor((2 * paid + quantity) / (2 * quantity))
  const caseId = randomUUID()
  await phone.allow('resident')
  const { view } = await phone.must('fileCase', { caseId, orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: asked }, photos: [await phone.photo()], words: '' })
  const at = await cloud.now()
  if (command) await load.leader.must('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: command(asked) })
  // Its ten seconds are over.
  await cloud.moveTime(11_000)
  await cloud.fire('courier')
  await phone.must('showCase', { caseId, as: 'resident' })
  return { caseId, at }
}

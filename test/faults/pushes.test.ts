import { randomUUID } from 'node:crypto'
import { templateId } from '../../domain/notice/templates'
import { openHouse, type House, type Neighbour, type Someone } from '../scenario/openHouse'
import { SEED, Seeded } from './seeded'

/**
 * WeChat tells two people the same: the one once and in order, the other twice and thrice, the last first, several things at once, and while its hearer is killed.
 * Both have the same number of messages left.
 */

/** Pairs of people; more with `npm run faults`. */
const TWINS = process.env['KILLS'] === undefined ? 3 : Math.max(5, Math.ceil(Number(process.env['KILLS']) / 8))
/** Things that happen to each pair. */
const STEPS = 14
const TEMPLATES = [templateId('progress'), templateId('result'), templateId('refund')]
/** What a hearer has left undone is taken up after two minutes. ms */
const LEFT_BEHIND = 150_000
/** WeChat tries three times in all. */
const TRIES = 3

interface Push { Event: string; CreateTime: number; List: unknown }

let house: House
/** Ends the hearer's process at its so-manyth request from now on, when the cloud has it already. */
let killAt = 0
const figures = { twins: TWINS, told: 0, pushed: 0, killed: 0, leftBehind: 0 }
beforeAll(async () => {
  house = await openHouse({ neighbours: 2 * TWINS, watchSdk: async () => { if (killAt > 0 && --killAt === 0) house.cloud.killFunction('wechat') } })
}, 120_000)
afterAll(() => house.close())

/** Pushes as WeChat would. @returns false where its hearer died */
async function push(to: Neighbour, said: Push): Promise<boolean> {
  figures.pushed += 1
  const openid = `o-scenario-${to}`
  return house.cloud.invoke('wechat', { ToUserName: 'gh_1', FromUserName: openid, MsgType: 'event', ...said }, { openid, pushed: true }).then(() => true, () => false)
}

/** One thing that happens to both: told by the phone, by WeChat, by both, or by the phone much later; allowed, refused at the question, or refused for good. */
interface Step { templates: string[]; what: 'allowed' | 'no' | 'refused'; phone: 'now' | 'later' | 'never'; wechat: boolean }

function drawStep(draw: Seeded): Step {
  const templates = TEMPLATES.filter(() => draw.next() < 0.6)
  const what = draw.oneOf(['allowed', 'allowed', 'allowed', 'allowed', 'no', 'refused'] as const)
  const phone = draw.oneOf(['now', 'now', 'now', 'later', 'never'] as const)
  return { templates: templates.length > 0 ? templates : [draw.oneOf(TEMPLATES)], what, phone, wechat: phone === 'never' || draw.next() < 0.8 }
}

function pushOf({ templates, what }: Step, now: number): Push {
  const list = templates.map(id => ({ TemplateId: id, SubscribeStatusString: what === 'allowed' ? 'accept' : 'reject', PopupScene: '0' }))
  return { Event: what === 'refused' ? 'subscribe_msg_change_event' : 'subscribe_msg_popup_event', CreateTime: Math.floor(now / 1000), List: list.length === 1 ? list[0] : list }
}

/** Some of what is in the bag, the last first or however it comes, some of it again. */
async function tellAnyhow(to: Neighbour, bag: Push[], draw: Seeded): Promise<void> {
  for (const said of shuffled(bag, draw)) {
    const times = 1 + draw.below(3)
    if (draw.next() < 0.5) {
      await untilHeard(to, said, draw)
      for (let again = 1; again < times; again++) await push(to, said)
    } else {
      const heard = await Promise.all(Array.from({ length: times }, () => push(to, said)))
      expect(heard).toEqual(heard.map(() => true))
    }
  }
}

/** As often as WeChat tries, while its hearer dies; the last time it lives, or it died with what was said kept, and somebody else takes that up. */
async function untilHeard(to: Neighbour, said: Push, draw: Seeded): Promise<void> {
  for (let tried = 1; tried < TRIES; tried++) {
    killAt = 1 + draw.below(7)
    const heard = await push(to, said)
    if (heard && killAt > 0) {
      killAt = 0
      return
    }
    killAt = 0
    figures.killed += 1
  }
  if (draw.next() < 0.5 && await isKept(to, said)) figures.leftBehind += 1
  else expect(await push(to, said)).toBe(true)
}

/** Whether all that it says is on record, be it that nothing has followed from it. */
async function isKept(to: Neighbour, { CreateTime, List }: Push): Promise<boolean> {
  const personId = (await (await house.as(to)).call('whoAmI', {})).personId
  const { total } = await house.db.collection('pushes').where({ personId, at: CreateTime * 1000 + 999 }).count()
  return total === (Array.isArray(List) ? List.length : 1)
}

function shuffled<T>(list: readonly T[], draw: Seeded): T[] {
  return list.map(one => ({ one, at: draw.next() })).sort((a, b) => a.at - b.at).map(({ one }) => one)
}

async function tellByPhone(who: Someone, templates: readonly string[]): Promise<void> {
  await who.call('recordConsent', { askId: randomUUID(), answers: Object.fromEntries(templates.map(id => [id, 'accept' as const])) })
}

test(`${TWINS} pairs, drawn by SEED=${SEED}: told anyhow comes to the same as told plainly`, async () => {
  const draw = new Seeded(SEED, 'pushes')
  const ends: { pair: number; plain: Record<string, number>; anyhow: Record<string, number> }[] = []
  for (let pair = 0; pair < TWINS; pair++) {
    const names: [Neighbour, Neighbour] = [`neighbour${2 * pair + 1}`, `neighbour${2 * pair + 2}`]
    const [plain, anyhow] = await Promise.all(names.map(name => house.as(name))) as [Someone, Someone]
    let bag: Push[] = []
    let later: string[][] = []
    for (let i = 0; i < STEPS; i++) {
      const { now } = await house.cloud.moveTime(10_000)
      const step = drawStep(draw)
      if (step.what === 'allowed' && step.phone === 'now') for (const who of [plain, anyhow]) await tellByPhone(who, step.templates)
      if (step.what === 'allowed' && step.phone === 'later') later.push(step.templates)
      if (step.wechat) {
        const said = pushOf(step, now)
        expect(await push(names[0], said)).toBe(true)
        bag.push(said)
        figures.told += 1
      }
      if (draw.next() < 0.3) {
        await tellAnyhow(names[1], bag.filter(() => draw.next() < 0.5), draw)
        // WeChat tells of seconds only: two phones that are told of one after the other are not to stand on two sides of one of its words.
        await house.cloud.moveTime(2_000)
        for (const templates of later) for (const who of [plain, anyhow]) await tellByPhone(who, templates)
        later = []
      }
    }
    // All of it in the end, what was told already as well.
    await tellAnyhow(names[1], bag, draw)
    bag = []
    ends.push({ pair, plain: {}, anyhow: {} })
  }
  await house.cloud.moveTime(LEFT_BEHIND)
  await house.courier()
  for (const end of ends) {
    const of = async (n: number) => (await (await house.as(`neighbour${2 * end.pair + n}`)).call('whoAmI', {})).credits
    Object.assign(end, { plain: await of(1), anyhow: await of(2) })
  }
  if (process.env['KILLS'] !== undefined) process.stdout.write(`${JSON.stringify({ seed: SEED, ...figures })}\n`)
  expect(ends.filter(({ plain, anyhow }) => TEMPLATES.some(id => plain[id] !== anyhow[id]))).toEqual([])
  // There was something to get wrong.
  expect(figures.killed).toBeGreaterThan(TWINS)
  expect(new Set(ends.flatMap(({ plain }) => Object.values(plain))).size).toBeGreaterThan(1)
}, 120_000 + TWINS * 30_000)

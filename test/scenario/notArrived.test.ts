import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import { templateId } from '../../domain/notice/templates'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, allow, bind, COMMUNITY, moveIn, openHouse, readInbox, type House, type Someone } from './openHouse'

/** WeChat took a message, and says afterwards that it did not arrive: whom nothing else told has not been told. */
const HOUR = 3600_000
const OPENID = 'o-scenario-wang'
/** How often WeChat says a thing to a hearer that fails; the local one always says that a message arrived, which is not to be heard here. */
const ATTEMPTS = 3
/** Cases for which WeChat's word comes at one request of the courier each; there are fewer such requests. */
const MOST_REQUESTS = 50

let house: House
let days: MovedDays
let wang: Someone, chen: Someone
let estate: Estate
let used = 0
/** At which request after WeChat took that message its word comes, and what it says. */
let comes: { after: number; at: number; say: () => Promise<void> } | null = null
beforeAll(async () => {
  house = await openHouse({
    startsAt: at('2026-09-22', '10:00'), undoSeconds: 60,
    watchSdk: async () => {
      if (comes === null || newest() < comes.after || --comes.at > 0) return
      const { say } = comes
      comes = null
      await say()
    },
  })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, MOST_REQUESTS + 10, wang)
}, 120_000)
afterAll(() => house.close())

const unheard = () => { house.cloud.faults.set({ crashes: { wechat: ATTEMPTS } }) }

/** The leader asks for a photo, and the household has allowed one message about it. */
async function asked(): Promise<string> {
  const [reported] = await reportBad(wang, estate.lines.slice(used, used += 1))
  if (!reported) throw new Error('no line is left')
  // Nothing of an earlier case goes with this one's message.
  await house.courier()
  await allow(wang, 'resident')
  await house.cloud.wechat.push.idle()
  await act(chen, reported.caseId, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
  return reported.caseId
}

/** WeChat takes the message about it. @returns what it calls that message */
async function sent(): Promise<number> {
  unheard()
  expect((await house.courier()).copies['sent']).toBe(1)
  await house.cloud.wechat.push.idle()
  house.cloud.faults.set({ crashes: {} })
  return newest()
}

const newest = () => house.cloud.messages(1)[0]?.id ?? 0

async function fails(message: number): Promise<void> {
  const seconds = String(Math.floor(await days.now() / 1000))
  const List = { TemplateId: templateId('result'), MsgID: String(message), ErrorCode: '20003', ErrorStatus: 'failed' }
  expect(await house.cloud.invoke('wechat', { ToUserName: 'gh_1', FromUserName: OPENID, CreateTime: seconds, MsgType: 'event', Event: 'subscribe_msg_sent_event', List }, { openid: OPENID, pushed: true })).toBe('success')
}

const untold = async () => (await chen.call('listUntold', { communityId: COMMUNITY.communityId })).cases.map(c => c.caseId)
const seen = async (id: string, who = chen, as: 'leader' | 'resident' = 'leader') => (await who.call('showCase', { caseId: id, as })).view
const waitOf = async (id: string) => (await seen(id)).promises.filter(p => p.clock === 'evidence').at(-1)
const events = async (id: string) => (await days.documentOf(id)).events.map(e => e.type)
/** Everything that is written of a case, but when somebody looked at what is due. */
const written = async (id: string): Promise<Partial<CaseDocument>> => {
  const { noticesDueAt: _due, noticed: _noticed, ...rest } = await days.documentOf(id)
  return rest
}

test('told by a message that did not arrive: nobody told them, nothing runs, until somebody does by hand', async () => {
  const id = await asked()
  expect(await untold()).toEqual([id])
  const message = await sent()
  const told = await days.now()
  expect([await untold(), await waitOf(id)]).toEqual([[], expect.objectContaining({ standing: 'running', pausedBy: null })])
  expect((await waitOf(id))?.dueAt).toBeLessThanOrEqual(told + 48 * HOUR)

  await days.pass(HOUR)
  await fails(message)
  expect(await untold()).toEqual([id])
  const view = await seen(id)
  expect(view.story[0]?.says).toBe('微信说，有一条消息没有送到邻居')
  expect(view.mayDo).toContain('tell')
  expect(view.promises.filter(p => p.endedAt === null)).toEqual(expect.arrayContaining([
    expect.objectContaining({ clock: 'evidence', standing: 'paused', pausedBy: 'notTold', dueAt: null }),
    expect.objectContaining({ clock: 'tell', party: 'leader', standing: 'running' }),
  ]))
  // WeChat says it three times.
  const before = await written(id)
  await fails(message)
  await days.pass(1000)
  await fails(message)
  expect(await written(id)).toEqual(before)

  // Longer than they would have had: nothing is over.
  await days.pass(72 * HOUR)
  await house.clock()
  expect((await seen(id)).stage).toBe('waitingEvidence')

  await act(chen, id, 'leader', { type: 'tell', how: 'phone' })
  const again = await days.now()
  expect(await untold()).toEqual([])
  const { dueAt } = await waitOf(id) ?? {}
  expect(dueAt).toBeGreaterThan(again + 47 * HOUR)
  expect(dueAt).toBeLessThanOrEqual(again + 48 * HOUR)
  await days.pass(47 * HOUR)
  await house.clock()
  expect((await seen(id)).stage).toBe('waitingEvidence')
  await days.pass(2 * HOUR)
  await house.clock()
  expect((await seen(id)).stage).toBe('lapsed')
  // What is over stays over.
  await fails(message)
  expect((await seen(id)).stage).toBe('lapsed')
})

test('who opened the case, or read of it in the app, knows: nothing changes', async () => {
  const opened = await asked()
  const first = await sent()
  await seen(opened, wang, 'resident')
  const readId = await asked()
  const second = await sent()
  await readInbox(wang)
  const before = [await written(opened), await written(readId)]
  await fails(first)
  await fails(second)
  expect([await written(opened), await written(readId)]).toEqual(before)
  expect((await Promise.all([opened, readId].map(waitOf))).map(w => w?.standing)).toEqual(['running', 'running'])
  expect((await house.db.collection('notices').where({ caseId: house.db.command.in([opened, readId]), as: 'resident', copy: 'failed' }).count()).total).toBe(2)
})

test('whenever WeChat’s word comes, before the message or at any request after it: they have not been told, and it is said once', async () => {
  const toldIn = async (id: string) => (await events(id)).filter(type => type === 'Told' || type === 'NotTold')
  const end = async (id: string, when: string) => {
    await house.courier()
    const is = { when, untold: await untold(), told: await toldIn(id), pausedBy: (await waitOf(id))?.pausedBy, waiting: (await house.db.collection('pushes').where({ state: house.db.command.in(['heard', 'waiting']), event: 'subscribe_msg_sent_event' }).count()).total }
    expect(is).toEqual({ when, untold: [id], told: ['Told', 'NotTold'], pausedBy: 'notTold', waiting: 0 })
    await act(chen, id, 'leader', { type: 'tell', how: 'phone' })
  }
  const early = await asked()
  await fails(newest() + 1)
  await sent()
  await end(early, 'before')
  let came = true
  for (let request = 1; came; request++) {
    const id = await asked()
    const message = newest() + 1
    comes = {
      after: message, at: request,
      say: async () => {
        await house.cloud.wechat.push.idle()
        house.cloud.faults.set({ crashes: {} })
        await fails(message)
      },
    }
    await sent()
    came = comes === null
    comes = null
    if (!came) await fails(message)
    await end(id, `at request ${request}`)
    if (!came) expect(request).toBeGreaterThan(4)
  }
}, 180_000)

test('read in the app while WeChat’s word is being heard, at any request of that: they know', async () => {
  let came = true
  for (let request = 1; came; request++) {
    const id = await asked()
    const message = await sent()
    comes = { after: 0, at: request, say: async () => { await readInbox(wang) } }
    await fails(message)
    came = comes === null
    comes = null
    if (came) expect({ request, untold: await untold(), pausedBy: (await waitOf(id))?.pausedBy }).toEqual({ request, untold: [], pausedBy: null })
    else expect({ untold: await untold(), enough: request > 6 }).toEqual({ untold: [id], enough: true })
  }
  await readInbox(wang)
}, 120_000)

test('while a decision can be taken back, it is not felled: the word waits until that counts', async () => {
  const id = await asked()
  const message = await sent()
  await act(chen, id, 'leader', { type: 'settle' })
  await fails(message)
  expect((await events(id)).at(-1)).toBe('Settled')
  await days.pass(61_000)
  await house.courier()
  await house.courier()
  expect((await events(id)).slice(-2)).toEqual(['Settled', 'NotTold'])
  expect((await seen(id)).stage).toBe('refunding')
})

test('a later message that arrived has told them, though WeChat says afterwards that the first did not', async () => {
  const id = await asked()
  const message = await sent()
  await allow(wang, 'resident')
  await days.pass(25 * HOUR)
  await house.clock()
  await house.courier()
  await house.cloud.wechat.push.idle()
  await house.courier()
  expect(newest()).toBeGreaterThan(message)
  await fails(message)
  expect(await untold()).not.toContain(id)
  expect(await waitOf(id)).toMatchObject({ standing: 'running', pausedBy: null })
  expect((await events(id)).slice(-2)).toEqual(['NotTold', 'Told'])
})

import { randomUUID } from 'node:crypto'
import { shanghai } from '../../domain/clock/shanghai'
import { usualSettings } from '../../domain/notice/settings'
import { importEstate, reportBad, type Estate } from './estate'
import { act, allow, bind, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Name, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse({ gatherSeconds: 600 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')])
  estate = await importEstate(house, chen, 200, wang)
}, 60_000)
afterAll(() => house.close())
afterEach(async () => {
  house.cloud.faults.clear()
  await house.cloud.wechat.push.idle()
  // What one story left undone is no part of the next.
  await house.courier()
  await house.db.collection('notices').where(house.db.command.or([{ copy: 'due' }, { copy: 'sending' }])).update({ copy: 'none' })
  await longAfter()
  await house.db.collection('credits').where({}).update({ left: 0 })
  await house.db.collection('noticeSettings').where({}).remove()
})

interface Stored { _id: string; as: string; caseId: string; personId: string; at: number; title: string; template: string; copy: string; copyAt: number; copyError: string; goesWith?: string; spokeOf?: number; urgent: boolean }
/** The person's notices about these cases, in one role, the oldest first. WeChat's later word is not what these stories are about. */
async function noticesOf(who: Someone, as: string, cases: readonly { caseId: string }[]): Promise<Stored[]> {
  const { personId } = await who.call('whoAmI', {})
  const { data } = await house.db.collection('notices').where({ personId, as, caseId: house.db.command.in(cases.map(c => c.caseId)) }).orderBy('at', 'asc').limit(1000).get() as { data: Stored[] }
  return data.map(n => ({ ...n, copy: n.copy === 'delivered' ? 'sent' : n.copy }))
}
/** What WeChat showed on somebody's phone, the newest first. */
const shown = (name: Name) => house.cloud.messages(1000).filter(m => m.openid === `o-scenario-${name}`).map(m => ({ page: m.page, says: Object.values(m.data).map(f => f.value) }))
const left = async (who: Someone) => Object.values((await who.call('whoAmI', {})).credits)
const tally = (notices: readonly Stored[]) => notices.reduce<Record<string, number>>((sum, n) => ({ ...sum, [n.copy]: (sum[n.copy] ?? 0) + 1 }), {})

let used = 0
/** So many more households report their box. */
async function report(households: number): Promise<{ caseId: string; seen: number }[]> {
  const lines = estate.lines.slice(used, used + households)
  used += households
  return reportBad(wang, lines)
}

/** Long enough that nothing is gathered any more after what went. */
async function longAfter(): Promise<void> {
  await house.db.collection('notices').where({ copy: house.db.command.in(['sent', 'delivered', 'unknown', 'bundled']) }).update({ copyAt: 1 })
  await house.db.collection('notices').where({ copy: 'due' }).update({ copyAt: 1 })
}

/** From an hour ago to an hour from now, by Shanghai's clock. */
function aroundNow(): { from: number; to: number } {
  const now = shanghai(Date.now())
  const minute = now.hour() * 60 + now.minute()
  return { from: (minute + 1380) % 1440, to: (minute + 60) % 1440 }
}
const asleep = (who: Someone) => who.call('saveNoticeSettings', { ...usualSettings(), quiet: aroundNow() })

test('forty cases of one bad batch are one message to the supplier, with a count, for one consent; the inbox has each; the same for the leader', async () => {
  await Promise.all([allow(laoli, 'supplier'), allow(laoli, 'supplier'), allow(chen, 'leader')])
  const before = [shown('laoli').length, shown('chen').length]
  const cases = await report(40)
  await house.courier()
  const [toSupplier, toLeader] = [await noticesOf(laoli, 'supplier', cases), await noticesOf(chen, 'leader', cases)]
  expect([tally(toSupplier), tally(toLeader)]).toEqual([{ sent: 1, bundled: 39 }, { sent: 1, bundled: 39 }])
  const lead = toSupplier.find(n => n.copy === 'sent')
  expect(toSupplier.every(n => n === lead || n.goesWith === lead?._id)).toBe(true)
  expect(lead?.spokeOf).toBe(40)
  expect([shown('laoli').length, shown('chen').length]).toEqual(before.map(n => n + 1))
  const [message] = shown('laoli')
  expect(message?.says).toContainEqual(expect.stringContaining('草莓'))
  expect(message?.says).toContainEqual(expect.stringContaining('等 40 件'))
  expect(message?.page).toBe(`packages/supplier/bundle/index?supplier=${estate.supplierId}&groupBuy=${estate.groupBuyId}`)
  expect(shown('chen')[0]?.page).toBe('packages/leader/inbox/index?community=11111111-2222-4333-8444-555555555555')
  expect((await left(laoli)).sort()).toContain(1)
  expect((await laoli.call('listNotices', {})).notices.filter(n => cases.some(c => c.caseId === n.caseId)).map(n => n.copy).filter(c => c === 'bundled')).toHaveLength(39)
})

test('in a rush the first is told at once, the rest is gathered and goes as one', async () => {
  for (let i = 0; i < 3; i++) await allow(chen, 'leader')
  const before = shown('chen').length
  const [first] = await report(1)
  await house.courier()
  expect(shown('chen').length - before).toBe(1)
  const rest = await report(5)
  await house.courier()
  await house.courier()
  expect(shown('chen').length - before).toBe(1)
  const waiting = await noticesOf(chen, 'leader', rest)
  const [sent] = await noticesOf(chen, 'leader', first ? [first] : [])
  // Ten minutes after the first, and no longer than half of the time to the first word: where somebody is there to give it, that is sooner.
  const { data } = await house.db.collection('cases').where({ _id: house.db.command.in(rest.map(c => c.caseId)) }).get() as { data: { _id: string; breaksOf: { leader: number } }[] }
  const halves = waiting.map(n => n.at + Math.floor(((data.find(c => c._id === n.caseId)?.breaksOf.leader ?? NaN) - n.at) / 2))
  expect(waiting.map(n => [n.copy, n.copyAt])).toEqual(rest.map(() => ['due', Math.min((sent?.copyAt ?? 0) + 600_000, ...halves)]))
  await longAfter()
  await house.courier()
  expect(shown('chen').length - before).toBe(2)
  expect(shown('chen')[0]?.says).toContainEqual(expect.stringContaining('等 5 件'))
})

test('what became untrue meanwhile is neither sent nor counted', async () => {
  await allow(chen, 'leader')
  const cases = await report(4)
  const [done] = cases
  if (!done) throw new Error('nothing was reported')
  await decide(chen, done.caseId, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
  await house.courier()
  const notices = await noticesOf(chen, 'leader', cases)
  expect(notices.find(n => n.caseId === done.caseId)).toMatchObject({ copy: 'none', copyError: 'outdated' })
  expect(tally(notices)).toEqual({ none: 1, sent: 1, bundled: 2 })
  expect(notices.find(n => n.copy === 'sent')?.spokeOf).toBe(3)
  expect(shown('chen')[0]?.says).toContainEqual(expect.stringContaining('等 3 件'))
})

test('no consent is left: none of them went, and each says so', async () => {
  const cases = await report(3)
  const before = shown('laoli').length
  await house.courier()
  expect((await noticesOf(laoli, 'supplier', cases)).map(n => [n.copy, n.copyError])).toEqual(cases.map(() => ['none', 'noCredit']))
  expect(shown('laoli').length).toBe(before)
})

test('WeChat is busy: all of them wait, and go as one when it is not; in the end all have failed', async () => {
  await allow(laoli, 'supplier')
  const cases = await report(3)
  house.cloud.faults.add({ api: 'subscribeMessage.send', openid: 'o-scenario-laoli', times: null, fail: { errcode: -1, errmsg: 'system error' } })
  await house.courier()
  expect(tally(await noticesOf(laoli, 'supplier', cases))).toEqual({ due: 3 })
  house.cloud.faults.clear()
  await longAfter()
  await house.courier()
  expect(tally(await noticesOf(laoli, 'supplier', cases))).toEqual({ sent: 1, bundled: 2 })
  expect((await noticesOf(laoli, 'supplier', cases)).find(n => n.copy === 'sent')?.spokeOf).toBe(3)
  await longAfter()
  const more = await report(3)
  house.cloud.faults.add({ api: 'subscribeMessage.send', openid: 'o-scenario-laoli', times: null, fail: { errcode: 40003, errmsg: 'invalid openid' } })
  await allow(laoli, 'supplier')
  await house.courier()
  expect((await noticesOf(laoli, 'supplier', more)).map(n => [n.copy, n.copyError])).toEqual(more.map(() => ['failed', '40003']))
})

test('WeChat says later that it did not arrive: that is so for all of them', async () => {
  await allow(laoli, 'supplier')
  const cases = await report(3)
  await house.courier()
  await house.cloud.wechat.push.idle()
  const lead = (await noticesOf(laoli, 'supplier', cases)).find(n => n.copy === 'sent') as Stored & { msgId: string }
  await house.db.collection('notices').where({ _id: lead._id }).update({ copy: 'sent' })
  await house.cloud.invoke('wechat', {
    ToUserName: 'gh_1', FromUserName: 'o-scenario-laoli', CreateTime: Math.floor(Date.now() / 1000), MsgType: 'event', Event: 'subscribe_msg_sent_event',
    List: { TemplateId: house.cloud.messages(1000).find(m => m.openid === 'o-scenario-laoli')?.templateId, MsgID: lead.msgId, ErrorCode: '43101', ErrorStatus: 'user refuse' },
  }, { openid: 'o-scenario-laoli', pushed: true })
  expect((await noticesOf(laoli, 'supplier', cases)).map(n => [n.copy, n.copyError])).toEqual(cases.map(() => ['failed', '43101']))
})

test.each(['before', 'after'] as const)('the courier is killed %s WeChat takes the one message: nobody knows whether it came, all share that, and none of them is ever sent again', async when => {
  await allow(laoli, 'supplier')
  await allow(laoli, 'supplier')
  const before = shown('laoli').length
  const cases = await report(4)
  house.cloud.faults.nextWechatCall({ kill: when })
  await expect(house.courier()).rejects.toThrow()
  await house.db.collection('notices').where({ copy: 'sending' }).update({ copyAt: 1 })
  for (let i = 0; i < 3; i++) {
    await longAfter()
    await house.courier()
  }
  expect(tally(await noticesOf(laoli, 'supplier', cases))).toEqual({ unknown: 1, bundled: 3 })
  expect(shown('laoli').length - before).toBe(when === 'before' ? 0 : 1)
})

test('several couriers at once, some of them dying: everything is in the inbox once, and in one message at most', async () => {
  for (let i = 0; i < 12; i++) await allow(laoli, 'supplier')
  const before = shown('laoli').length
  const cases: { caseId: string }[] = []
  for (let round = 0; round < 3; round++) {
    cases.push(...await report(5))
    await longAfter()
    const all = Promise.allSettled([house.courier(), house.courier(), house.courier()])
    if (round === 1) house.cloud.killFunction('courier')
    await all
  }
  await house.db.collection('notices').where({ copy: 'sending' }).update({ copyAt: 1 })
  await house.courier()
  await longAfter()
  await house.courier()
  const notices = await noticesOf(laoli, 'supplier', cases)
  expect(notices).toHaveLength(cases.length)
  const leads = notices.filter(n => n.copy === 'sent' || n.copy === 'unknown')
  expect(notices.filter(n => n.copy === 'bundled').every(n => leads.some(l => l._id === n.goesWith))).toBe(true)
  expect(leads.length + notices.filter(n => n.copy === 'bundled').length).toBe(cases.length)
  for (const lead of leads) if (lead.copy === 'sent') expect(lead.spokeOf).toBe(1 + notices.filter(n => n.goesWith === lead._id).length)
  const messages = shown('laoli').length - before
  expect(messages).toBeGreaterThanOrEqual(leads.filter(n => n.copy === 'sent').length)
  expect(messages).toBeLessThanOrEqual(leads.length)
})

test('at night the inbox has it at once and the phone is silent; in the morning one message tells what still holds', async () => {
  for (let i = 0; i < 2; i++) await allow(chen, 'leader')
  await asleep(chen)
  const before = shown('chen').length
  const cases = await report(4)
  await house.courier()
  await house.courier()
  const waiting = await noticesOf(chen, 'leader', cases)
  expect(waiting).toHaveLength(4)
  expect(waiting.every(n => n.copy === 'due' && n.copyAt > Date.now() && n.copyAt <= Date.now() + 3600_000 && n.copyAt % 60_000 === 0)).toBe(true)
  expect(shown('chen').length).toBe(before)
  expect((await chen.call('listNotices', {})).notices.filter(n => cases.some(c => c.caseId === n.caseId))).toHaveLength(4)
  await decide(chen, cases[0]?.caseId ?? '', 'leader', { type: 'settle' })
  // Morning.
  await chen.call('saveNoticeSettings', { ...usualSettings(), quiet: null })
  await longAfter()
  await house.courier()
  expect(tally(await noticesOf(chen, 'leader', cases))).toEqual({ none: 1, sent: 1, bundled: 2 })
  expect(shown('chen')[0]?.says).toContainEqual(expect.stringContaining('等 3 件'))
})

test('a danger at three in the night goes out, by itself, though other things wait', async () => {
  for (let i = 0; i < 2; i++) await allow(chen, 'leader')
  await asleep(chen)
  const before = shown('chen').length
  const cases = await report(2)
  const hazard = await fileOne(await house.as('lin'), '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, words: '吃了拉肚子' })
  await house.courier()
  expect(shown('chen').length - before).toBe(1)
  expect(await noticesOf(chen, 'leader', [{ caseId: hazard.id }])).toMatchObject([{ copy: 'sent', urgent: true }])
  expect(tally(await noticesOf(chen, 'leader', cases))).toEqual({ due: 2 })
})

test('what somebody does not want is in the inbox all the same, and no message goes; a danger cannot be switched off', async () => {
  await allow(laoli, 'supplier')
  await laoli.call('saveNoticeSettings', { ...usualSettings(null), choices: { supplier: { progress: { wechat: false } } } })
  const before = [shown('laoli').length, await left(laoli)]
  const cases = await report(2)
  await house.courier()
  expect((await noticesOf(laoli, 'supplier', cases)).map(n => [n.copy, n.copyError])).toEqual([['none', 'off'], ['none', 'off']])
  expect([shown('laoli').length, await left(laoli)]).toEqual(before)
  expect(await laoli.refused('saveNoticeSettings', { ...usualSettings(), choices: { supplier: { hazard: { wechat: false } } } })).toMatchObject({ code: 'ALWAYS_TOLD', field: 'choices.supplier.hazard' })
  expect(await laoli.refused('saveNoticeSettings', { ...usualSettings(), choices: { leader: { refund: { wechat: false } } } })).toMatchObject({ code: 'NOT_TOLD_THAT', field: 'choices.leader.refund' })
  expect(await laoli.call('showNoticeSettings', {})).toEqual({ ...usualSettings(null), choices: { supplier: { progress: { wechat: false } } } })
})

test('a neighbour is told case by case; what happened to one case meanwhile is one message', async () => {
  for (let i = 0; i < 3; i++) await allow(wang, 'resident')
  const before = shown('wang').length
  const [one, other] = await report(2)
  if (!one || !other) throw new Error('nothing was reported')
  for (const words of ['我明天去问', '问过了']) await act(chen, one.caseId, 'leader', { type: 'note', internal: false, words })
  await act(chen, other.caseId, 'leader', { type: 'note', internal: false, words: randomUUID() })
  await house.courier()
  expect(shown('wang').length - before).toBe(2)
  const told = await noticesOf(wang, 'resident', [one])
  expect(told.map(n => n.copy)).toEqual(['bundled', 'sent'])
  expect(told[0]?.goesWith).toBe(told[1]?._id)
})

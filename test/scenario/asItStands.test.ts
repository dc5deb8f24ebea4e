import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, decide, fileOne, lineOf, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'
import { timePasses } from './timePasses'

let house: House
let chen: Someone
let xu: Someone
let wang: Someone

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[chen, xu, wang] = await Promise.all([house.as('chen'), house.as('xu'), house.as('wang')])
  await openDesk(house, 'xu', '小许')
}, 60_000)
afterEach(() => house.close())

const COMPLAINT = { reason: 'attitude' as const, claim: { measure: 'none' as const }, wish: { kind: 'apology' as const }, photos: [], words: '说话难听' }
const titles = async (who: Someone, caseId: string) => (await who.call('listNotices', {})).notices.filter(n => n.caseId === caseId).map(n => n.title)

test('what a complaint about the leader leads to is told to the desk, also when the money did not arrive', async () => {
  const { id } = await fileOne(wang, '草莓', { ...COMPLAINT, about: 'leader' })
  await decide(xu, id, 'operator', { type: 'offer', options: [{ remedy: 'apology', refund: 0, compensation: 2000 }], words: '对不起' })
  await act(wang, id, 'resident', { type: 'agree', option: 0 })
  await house.courier()
  expect(await titles(xu, id)).toContain('邻居同意了')
  await act(xu, id, 'operator', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  await act(wang, id, 'resident', { type: 'failRefund', words: '没到' })
  await house.courier()
  expect(await titles(xu, id)).toContain('邻居说没收到钱')
  expect(await titles(chen, id)).toEqual([])
})

test('a complaint about the desk is the leader\'s, and the desk decides nothing about it', async () => {
  const { id } = await fileOne(wang, '草莓', { ...COMPLAINT, about: 'operator' })
  expect((await xu.call('showCase', { caseId: id, as: 'operator' })).view.mayDo).not.toEqual(expect.arrayContaining(['reject']))
  expect(await xu.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, as: 'operator', command: { type: 'reject', criterion: 'notAProblem', words: '没有', review: 'call' } })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).counts.mine).toBe(1)
})

test('goods that failed inspection go home though nobody answered', async () => {
  const { id } = await fileOne(wang, '草莓')
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: 100 }], words: '' })
  await act(wang, id, 'resident', { type: 'agree', option: 0 })
  const { commandId, ...byVan } = { caseId: id, commandId: randomUUID(), seen: (await wang.call('showCase', { caseId: id })).view.version, as: 'resident' as const }
  expect(await wang.refused('actOnCase', { ...byVan, commandId, command: { type: 'sendReturn', way: 'nextDelivery', waybill: '', words: '', photos: [] } })).toMatchObject({ code: 'BAD_WAY', field: 'command.way' })
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  await act(chen, id, 'leader', { type: 'inspectReturn', passed: false, words: '是好的', photos: [] })
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 50, kept: true }], words: '' })
  await wang.call('showCase', { caseId: id })
  // Two days, and a night in which nothing is due.
  await timePasses(house, id, 60)
  await house.clock()
  expect((await wang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'givingBack', holder: 'leader', due: { clock: 'giveBack' } })
  expect((await act(chen, id, 'leader', { type: 'giveBack', way: 'pickupPoint', waybill: '', words: '' })).goods?.state).toBe('returnedToResident')
})

test('an id that was used for one command is not another\'s, nor is a finished case\'s another filing\'s', async () => {
  const { id } = await fileOne(wang, '草莓')
  const commandId = randomUUID()
  const note = { caseId: id, commandId, seen: 1, as: 'leader' as const, command: { type: 'note' as const, words: '记一下', internal: true } }
  await chen.call('actOnCase', note)
  await chen.call('actOnCase', note)
  expect(await chen.refused('actOnCase', { ...note, command: { type: 'settle' } })).toMatchObject({ code: 'COMMAND_ID_USED', field: 'commandId' })
  expect(await wang.refused('actOnCase', { ...note, commandId: id, as: 'resident', command: { type: 'withdraw', words: '' } })).toMatchObject({ code: 'COMMAND_ID_USED' })
  await act(wang, id, 'resident', { type: 'withdraw', words: '' })
  const { orderId, lineId } = await lineOf(wang, '草莓')
  expect(await wang.refused('fileCase', { caseId: id, orderId, lineId, reason: 'other', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [], words: '别的事' })).toMatchObject({ code: 'CASE_ID_USED', field: 'caseId' })
})

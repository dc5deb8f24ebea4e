import { randomUUID } from 'node:crypto'
import type { Answers, Input } from '../../domain/contract/calls'
import { importEstate, type Estate } from './estate'
import { act, decide, joinSupplier, moveIn, openDesk, openHouse, whenEffective, type House, type Someone } from './openHouse'
import { timePasses } from './timePasses'

/** How a case comes to its end where somebody does nothing, or is no longer there. */
let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
let used = 0
let supplierId: string
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  supplierId = await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
  estate = await importEstate(house, chen, 24, wang)
}, 60_000)
afterAll(() => house.close())

/** Nothing is due while nobody answers: what would be at night is in the morning. */
const NIGHT = 11

const NONE_LAPSED = expect.not.objectContaining({ lapse: expect.anything() }) as object

type Command = Input<'actOnCase'>['command']
type As = 'resident' | 'leader' | 'supplier' | 'operator'
const view = async (who: Someone, caseId: string, as: As): Promise<Answers['showCase']['view']> => (await who.call('showCase', { caseId, as })).view
const refused = async (who: Someone, caseId: string, as: As, command: Command) => who.refused('actOnCase', { caseId, commandId: randomUUID(), seen: (await view(who, caseId, as)).version, as, command })
const told = async (who: Someone, as: As, caseId: string) => (await who.call('listNotices', {})).notices.filter(n => n.as === as && n.caseId === caseId).map(n => n.title)

async function file(line: Estate['lines'][number] = takeLine(), wish?: Input<'fileCase'>['wish']): Promise<{ id: string; asked: number; line: Estate['lines'][number] }> {
  const asked = Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity))
  const { view: filed } = await wang.call('fileCase', {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: wish ?? { kind: 'refund', amount: asked }, photos: [await wang.photo()], words: '一打开就是烂的',
  })
  return { id: filed.id, asked, line }
}

function takeLine(): Estate['lines'][number] {
  const line = estate.lines[used++]
  if (!line) throw new Error('no household left')
  return line
}

/** A return that was offered and agreed to. */
async function toBringBack() {
  const filed = await file()
  await decide(chen, filed.id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: filed.asked, freight: 300 }], words: '拿回来看看' })
  await act(wang, filed.id, 'resident', { type: 'agree', option: 0 })
  return filed
}

describe('a return that is not brought', () => {
  test('is called off by the neighbour, and taken up again as it was agreed', async () => {
    const { id, asked } = await toBringBack()
    expect(await act(wang, id, 'resident', { type: 'callOffReturn', words: '算了，留着吃' })).toMatchObject({ stage: 'returnOff', holder: null, amount: 0, putAside: { amount: asked, freight: 300 }, mayDo: expect.arrayContaining(['reopen', 'withdraw']) })
    expect(await view(chen, id, 'leader')).toMatchObject({ stage: 'returnOff', money: 'none', putAside: { amount: asked, freight: 300 } })
    expect(await refused(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
    await house.courier()
    expect(await told(chen, 'leader', id)).toContain('邻居先不退了')
    expect(await act(wang, id, 'resident', { type: 'reopen', words: '' })).toMatchObject({ stage: 'waitingReturn', amount: asked, freight: 300, putAside: null, due: { clock: 'bringBack' } })
    await act(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '', photos: [] })
    expect(await refused(wang, id, 'resident', { type: 'callOffReturn', words: '' })).toMatchObject({ code: 'WRONG_STATE' })
    await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
    expect(await act(chen, id, 'leader', { type: 'inspectReturn', passed: true, words: '', photos: [] })).toMatchObject({ money: 'due', amount: asked, freight: 300 })
  })

  test('is put aside by the clock when its three days are over, as was said before; nothing is given up for seven more', async () => {
    const { id, asked } = await toBringBack()
    expect(await view(wang, id, 'resident')).toMatchObject({ silence: 'returnWaits', due: { clock: 'bringBack', party: 'resident' } })
    await timePasses(house, id, 71)
    expect(await house.clock()).toMatchObject({ swept: NONE_LAPSED })
    await timePasses(house, id, 1 + NIGHT)
    expect(await house.clock()).toMatchObject({ swept: { lapse: 1 } })
    expect(await house.clock()).toMatchObject({ swept: NONE_LAPSED })
    expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'returnOff', putAside: { amount: asked }, closed: false })
    await house.courier()
    expect(await told(wang, 'resident', id)).toContain('退货先放着')
    await timePasses(house, id, 6 * 24)
    expect(await act(wang, id, 'resident', { type: 'reopen', words: '' })).toMatchObject({ stage: 'waitingReturn', amount: asked })
  })

  test('where the money went elsewhere meanwhile, taking it up again brings it before the leader', async () => {
    const { id, line } = await toBringBack()
    await act(wang, id, 'resident', { type: 'callOffReturn', words: '' })
    await house.db.collection('orders').where({ _id: line.orderId }).update({ refunded: line.paid })
    expect(await act(wang, id, 'resident', { type: 'reopen', words: '' })).toMatchObject({ stage: 'waitingLeader', amount: 0, money: 'none' })
  })
})

describe('a line that nothing can bring back is free again, once', () => {
  const again = async (line: Estate['lines'][number]) => wang.refused('fileCase', { caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 1 }, photos: [await wang.photo()], words: '' })

  test('refused, without a desk, seven days after the neighbour was told', async () => {
    const { id, line } = await file()
    await decide(chen, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await timePasses(house, id, 24)
    expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'rejected' })
    await timePasses(house, id, 7 * 24 - 1)
    expect(await house.clock()).toMatchObject({ closed: 0 })
    expect(await again(line)).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
    await timePasses(house, id, 2)
    expect(await house.clock()).toMatchObject({ closed: 1 })
    expect(await house.clock()).toMatchObject({ closed: 0 })
    const closed = await view(chen, id, 'leader')
    expect(closed).toMatchObject({ stage: 'rejected', closed: true })
    expect(closed.mayDo).not.toContain('settle')
    expect(await refused(chen, id, 'leader', { type: 'settle' })).toMatchObject({ code: 'CASE_CLOSED' })
    await house.courier()
    expect(await told(wang, 'resident', id)).toContain('这件事收起来了')
    const { id: next } = await file(line)
    expect(next).not.toBe(id)
    expect(await view(wang, next, 'resident')).toMatchObject({ stage: 'waitingLeader', line: { left: line.paid } })
  })

  test('a question that nobody answered, and nobody took up again', async () => {
    const { id, line } = await file()
    await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
    // Nothing passes for who does not know of it.
    await timePasses(house, id, 100)
    expect(await house.clock()).toMatchObject({ swept: NONE_LAPSED, closed: 0 })
    expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingEvidence', due: { clock: 'evidence' } })
    await timePasses(house, id, 48 + NIGHT)
    expect(await house.clock()).toMatchObject({ swept: { lapse: 1 }, closed: 0 })
    await timePasses(house, id, 9 * 24)
    expect(await house.clock()).toMatchObject({ swept: NONE_LAPSED, closed: 0 })
    await view(wang, id, 'resident')
    await timePasses(house, id, 7 * 24 + 1)
    expect(await house.clock()).toMatchObject({ swept: NONE_LAPSED, closed: 1 })
    expect(await refused(wang, id, 'resident', { type: 'reopen', words: '' })).toMatchObject({ code: 'CASE_CLOSED' })
    await file(line)
  })

  test('an offer without an end is kept for good; the neighbour may let go of it, and report anew', async () => {
    const { id, line } = await file()
    await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '' })
    await view(wang, id, 'resident')
    await timePasses(house, id, 48 + NIGHT)
    expect(await house.clock()).toMatchObject({ swept: { lapse: 1 } })
    await timePasses(house, id, 30 * 24)
    expect(await house.clock()).toMatchObject({ closed: 0 })
    expect((await view(wang, id, 'resident')).mayDo).toEqual(expect.arrayContaining(['agree', 'withdraw']))
    expect(await again(line)).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
    await act(wang, id, 'resident', { type: 'withdraw', words: '' })
    await file(line)
  })
})

test('an offer whose time has passed neither bounds what is asked for instead, nor stands in the way of a new one', async () => {
  const { id, asked } = await file()
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: asked, until: Date.now() + 4 * 3600_000 }], words: '今天点算数' })
  const before = await view(wang, id, 'resident')
  expect(before.silence).toBe('offerEnds')
  expect(before.mayDo).not.toContain('counter')
  await timePasses(house, id, 5)
  expect(await refused(wang, id, 'resident', { type: 'agree', option: 0 })).toMatchObject({ code: 'OFFER_OVER' })
  expect((await view(chen, id, 'leader')).mayDo).toContain('offer')
  expect(await act(wang, id, 'resident', { type: 'counter', refund: asked - 1, words: '' })).toMatchObject({ stage: 'countered', asked: asked - 1 })
})

describe('goods that come back are for whom they were sent to', () => {
  test('the supplier has no say about what the leader holds', async () => {
    const { id } = await toBringBack()
    await act(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '', photos: [] })
    expect(await refused(laoli, id, 'supplier', { type: 'receiveReturn', words: '', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
    await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
    expect(await refused(laoli, id, 'supplier', { type: 'inspectReturn', passed: false, words: '是好的', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('sent on to the supplier: told where, received and looked at there; too late, and the leader looks', async () => {
    const { id } = await toBringBack()
    expect(await refused(chen, id, 'leader', { type: 'forwardReturn', words: '' })).toMatchObject({ code: 'WORDS_NEEDED', field: 'command.words' })
    await act(chen, id, 'leader', { type: 'forwardReturn', words: '放东门，他的车来拿' })
    expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingReturn', goods: { to: 'supplier' } })
    await house.courier()
    expect(await told(wang, 'resident', id)).toContain('东西请退给供货商')
    expect(await told(laoli, 'supplier', id)).toContain('退货请您收、请您验')
    await act(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '', photos: [] })
    expect(await view(laoli, id, 'supplier')).toMatchObject({ holder: 'supplier', myDue: { clock: 'inspect' } })
    expect(await refused(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
    await act(laoli, id, 'supplier', { type: 'receiveReturn', words: '', photos: [] })
    await timePasses(house, id, 49)
    expect(await act(chen, id, 'leader', { type: 'inspectReturn', passed: true, words: '等了两天', photos: [] })).toMatchObject({ money: 'due' })
  })
})

test('a supplier who does not admit it, and no desk: heard twice, then it stands as the leader\'s own entry', async () => {
  const { id, asked } = await file()
  await decide(chen, id, 'leader', { type: 'settle' })
  const split = (supplier: number): Command => ({ type: 'splitLiability', shares: { supplier, carrier: 0, leader: 0, seller: asked - supplier, goodwill: 0 }, words: '' })
  const disputes: Command = { type: 'disputeRecovery', reason: 'oldPhoto', words: '不是我的货', photos: [] }
  await act(laoli, id, 'supplier', disputes)
  expect(await act(chen, id, 'leader', split(1000))).toMatchObject({ recovery: { state: 'claimed', amount: 1000, standsAgainst: false } })
  await act(laoli, id, 'supplier', disputes)
  const stands = await act(chen, id, 'leader', split(800))
  expect(stands).toMatchObject({ recovery: { state: 'settled', amount: 800, standsAgainst: true, dispute: { words: '不是我的货' } } })
  expect(stands.story[0]?.says).toContain('供货商没认，先这样记账')
  expect(await refused(laoli, id, 'supplier', disputes)).toMatchObject({ code: 'WRONG_STATE' })
  expect(await refused(chen, id, 'leader', split(0))).toMatchObject({ code: 'WRONG_STATE' })
  // Not what the supplier may have taken from the next payment without another word.
  const bundle = await chen.call('showBundle', { supplierId, groupBuyId: estate.groupBuyId })
  expect(bundle.cases.find(c => c.card.id === id)?.item).toMatchObject({ state: 'disputed', amount: 800 })
  expect(JSON.stringify(await view(wang, id, 'resident'))).not.toMatch(/不是我的货|承担/)
})

test('plans and notes have a bound, and what is among those who handle it sends nothing', async () => {
  const { id } = await file()
  await house.courier()
  const before = (await told(wang, 'resident', id)).length
  for (let n = 0; n < 3; n++) await act(chen, id, 'leader', { type: 'note', words: `第 ${n} 笔`, internal: true })
  for (let n = 0; n < 10; n++) await act(chen, id, 'leader', { type: 'plan', steps: [{ what: `第 ${n} 步`, party: 'leader', by: Date.now() + 3600_000 }] })
  expect(await refused(chen, id, 'leader', { type: 'plan', steps: [{ what: '再一步', party: 'leader', by: Date.now() + 3600_000 }] })).toMatchObject({ code: 'TOO_MANY_PLANS', field: 'command.steps' })
  for (let n = 0; n < 20; n++) await act(chen, id, 'leader', { type: 'note', words: `给您留话 ${n}`, internal: false })
  expect(await refused(chen, id, 'leader', { type: 'note', words: '再一句', internal: false })).toMatchObject({ code: 'TOO_MANY_NOTES', field: 'command.words' })
  await act(chen, id, 'leader', { type: 'note', words: '还能记', internal: true })
  await house.courier()
  const titles = await told(wang, 'resident', id)
  expect(titles.length - before).toBe(30)
})

describe('a supplier whom nobody acts for any more', () => {
  const leave = async () => {
    const { members } = await chen.call('showSupplier', { supplierId })
    for (const { id } of members) await chen.call('removeMember', { supplierId, memberId: id })
  }

  test('what waited for them comes to the leader, who is told; nothing more is sent there, and what is claimed says that nobody is there', async () => {
    const [asked, claimed, goods, offered, question] = await Promise.all([file(), file(), file(takeLine(), { kind: 'exchange' }), file(), file()])
    for (const { id } of [asked, goods, offered, question]) await act(chen, id, 'leader', { type: 'forward', words: '' })
    await decide(chen, claimed.id, 'leader', { type: 'settle' })
    await act(laoli, goods.id, 'supplier', { type: 'grantAsAsked', words: '' })
    await act(laoli, offered.id, 'supplier', { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '' })
    await whenEffective(laoli, offered.id, 'supplier')
    await act(laoli, question.id, 'supplier', { type: 'askEvidence', missing: ['clearer'], words: '' })
    expect(await view(chen, asked.id, 'leader')).toMatchObject({ holder: 'supplier' })
    await leave()
    expect(await view(chen, asked.id, 'leader')).toMatchObject({ stage: 'waitingLeader', holder: 'leader', due: { party: 'leader' }, supplierGone: true })
    expect(await view(wang, asked.id, 'resident')).toMatchObject({ holder: 'leader', supplierGone: false })
    expect(await view(chen, goods.id, 'leader')).toMatchObject({ stage: 'waitingReplacement', holder: 'leader', goods: { by: 'leader' } })
    await house.courier()
    expect(await told(chen, 'leader', asked.id)).toContain('供货商那边没有人了，这件事请您来办')
    expect(await told(chen, 'leader', goods.id)).toContain('供货商那边没有人了，东西的事请您来办')
    expect(await view(chen, claimed.id, 'leader')).toMatchObject({ recovery: { state: 'claimed' }, supplierGone: true })
    // What comes back to them later, the clock gives on.
    await act(wang, offered.id, 'resident', { type: 'counter', refund: 200, words: '' })
    await act(wang, question.id, 'resident', { type: 'addEvidence', photos: [await wang.photo()], voices: [], words: '' })
    expect(await house.clock()).toMatchObject({ fromSuppliers: 2 })
    expect(await house.clock()).toMatchObject({ fromSuppliers: 0 })
    expect(await view(chen, offered.id, 'leader')).toMatchObject({ stage: 'waitingLeader', counter: { refund: 200 } })
    expect(await view(chen, question.id, 'leader')).toMatchObject({ stage: 'waitingLeader' })
  })

  test('nothing is sent there, and trying changes nothing', async () => {
    const { id } = await file()
    const before = await view(chen, id, 'leader')
    expect(before.mayDo).not.toContain('forward')
    const refusal = await refused(chen, id, 'leader', { type: 'forward', words: '' })
    expect(refusal.code).toBe('NO_SUPPLIER')
    expect(refusal.message).toContain('没有人在这里回话')
    expect(await view(chen, id, 'leader')).toEqual(before)
    await joinSupplier(house, 'laoli', '丹东果业')
    expect(await act(chen, id, 'leader', { type: 'forward', words: '' })).toMatchObject({ stage: 'waitingSupplier' })
  })
})

test('the desk gives what waits for the supplier, or for the neighbour, to the leader; what is there already is said so', async () => {
  await openDesk(house, 'xu', '小许')
  const xu = await house.as('xu')
  const { id } = await file()
  expect(await refused(xu, id, 'operator', { type: 'reassign', to: 'leader', words: '您来' })).toMatchObject({ code: 'THERE_ALREADY' })
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  expect(await act(xu, id, 'operator', { type: 'reassign', to: 'leader', words: '供货商不回' })).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
})

import { randomUUID } from 'node:crypto'
import type { Answers, Input } from '../../domain/contract/calls'
import { importEstate, type Estate } from './estate'
import { act, decide, moveIn, openHouse, type House, type Someone } from './openHouse'
import { timePasses } from './timePasses'

/** What counts as the resident's own yes (docs/decisions/0028), through the real SDK. */
let house: House
let wang: Someone, chen: Someone
let estate: Estate
let used = 0
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, 8, wang)
}, 60_000)
afterAll(() => house.close())

type Command = Input<'actOnCase'>['command']
const view = async (who: Someone, caseId: string, as: 'resident' | 'leader'): Promise<Answers['showCase']['view']> => (await who.call('showCase', { caseId, as })).view
const refused = async (who: Someone, caseId: string, as: 'resident' | 'leader', command: Command) => who.refused('actOnCase', { caseId, commandId: randomUUID(), seen: (await view(who, caseId, as)).version, as, command })
const offer = (refund: number): Command => ({ type: 'offer', options: [{ remedy: 'refund', refund }], words: '先退这些' })
const reject: Command = { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' }

async function file(): Promise<{ id: string; asked: number }> {
  const line = estate.lines[used++]
  if (!line) throw new Error('no household left')
  const asked = Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity))
  const { view: filed } = await wang.call('fileCase', {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: asked }, photos: [await wang.photo()], words: '一打开就是烂的',
  })
  return { id: filed.id, asked }
}

test('a no that was not theirs: told so, and disowned after it was refused; the offer stands', async () => {
  const { id } = await file()
  await decide(chen, id, 'leader', offer(300))
  expect(await refused(chen, id, 'leader', { type: 'decline', words: '', onBehalf: { channel: 'groupChat', words: '他说不要', photos: [] } })).toMatchObject({ code: 'PROOF_NEEDED', field: 'command.onBehalf.photos' })
  await act(chen, id, 'leader', { type: 'decline', words: '', onBehalf: { channel: 'phone', words: '他说不要', photos: [] } })
  await decide(chen, id, 'leader', reject)
  await house.courier()
  const { notices } = await wang.call('listNotices', {})
  expect(notices.find(n => n.caseId === id && n.title === '团长替您点了不同意')?.body).toContain('这不是我的意思')
  expect((await view(wang, id, 'resident')).mayDo).toContain('disown')
  expect(await act(wang, id, 'resident', { type: 'disown', words: '我没说过' })).toMatchObject({ stage: 'offered', rejection: null, offer: { options: [{ refund: 300 }] } })
  expect(await act(wang, id, 'resident', { type: 'agree', option: 0 })).toMatchObject({ stage: 'refunding', amount: 300 })
  expect(await refused(wang, id, 'resident', { type: 'disown', words: '' })).toMatchObject({ code: 'WRONG_STATE' })
})

test('a yes that was not theirs makes nothing due once it is disowned', async () => {
  const { id } = await file()
  await decide(chen, id, 'leader', offer(300))
  expect(await act(chen, id, 'leader', { type: 'agree', option: 0, onBehalf: { channel: 'onSite', words: '他说行', photos: [] } })).toMatchObject({ money: 'due' })
  expect(await act(wang, id, 'resident', { type: 'disown', words: '' })).toMatchObject({ stage: 'offered', money: 'none', amount: 0 })
  expect(await refused(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
})

test('what was declined is not carried out as if it had been agreed, neither by a tap nor by silence', async () => {
  const { id, asked } = await file()
  await decide(chen, id, 'leader', offer(asked))
  await act(wang, id, 'resident', { type: 'decline', words: '不止这些' })
  expect(await refused(chen, id, 'leader', { type: 'settle' })).toMatchObject({ code: 'DECLINED_BEFORE', field: 'command.type' })
  await decide(chen, id, 'leader', offer(asked))
  expect(await view(wang, id, 'resident')).toMatchObject({ silence: 'offerStays' })
  await view(wang, id, 'resident')
  // Two days, and a night in which nothing is due.
  await timePasses(house, id, 60)
  await house.clock()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'lapsed', money: 'none' })
  expect(await refused(chen, id, 'leader', reject)).toMatchObject({ code: 'OFFER_KEPT' })
  expect(await refused(chen, id, 'leader', offer(100))).toMatchObject({ code: 'LESS_THAN_OFFERED', field: 'command.options' })
  expect(await act(wang, id, 'resident', { type: 'agree', option: 0 })).toMatchObject({ amount: asked })
})

test('while more is asked for, nothing is refused', async () => {
  const { id } = await file()
  await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
  expect(await refused(chen, id, 'leader', reject)).toMatchObject({ code: 'WAITING_EVIDENCE', field: 'command.type' })
})

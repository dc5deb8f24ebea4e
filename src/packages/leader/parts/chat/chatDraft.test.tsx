import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import type { ChatProposal } from '../../../../../domain/orders/chatReading'
import { missingIn } from '../behalf/behalfDraft'
import { isWorkedOn, rowsOf, sureOnes, toFile } from './chatDraft'

const line = (lineId: string, quantity = 2) => ({ lineId, productId: lineId, title: lineId, spec: '2斤/盒', quantity, paid: 2000, left: 2000, settled: 0, openCaseId: null })
const home = (orderId: string, ...lines: ReturnType<typeof line>[]): BuyingHousehold => ({ orderId, buyer: '王阿姨', joinNumber: '7', room: '', phoneLast4: '', bound: false, notClaimable: null, lines })
const proposal = (over: Partial<ChatProposal>): ChatProposal => ({ who: '王阿姨', said: '草莓坏了1盒', certainty: 'sure', why: [], candidates: [{ orderId: 'o7', lineId: 'berry' }], reason: 'spoiled', pieces: 1, pictures: 0, missing: [], ...over })
const homes = [home('o7', line('berry'), line('orange')), home('o8', line('berry'))]
const rows = (...proposals: ChatProposal[]) => rowsOf({ proposals, passedOver: [], messages: 1 }, homes)

test('a sure one is filled in, and waits for the leader all the same', () => {
  const [row] = rows(proposal({}))
  expect(row).toMatchObject({ accepted: false, result: null, draft: { orderId: 'o7', lineId: 'berry', reason: 'spoiled', bad: 1, channel: 'groupChat', words: '草莓坏了1盒', promised: '1000' } })
  expect(row && missingIn(row.draft, homes, 0)).toBeNull()
  expect(toFile(row ? [row, { ...row, accepted: true }, { ...row, accepted: true, result: { state: 'filed' } }] : [])).toHaveLength(1)
})

test('what could be several is chosen by nobody but the leader', () => {
  const [lines, households, nobody, unbought] = rows(proposal({ certainty: 'unsure', missing: ['goods'], candidates: [{ orderId: 'o7', lineId: 'berry' }, { orderId: 'o7', lineId: 'orange' }] }), proposal({ certainty: 'unsure', missing: ['household', 'goods'], candidates: [{ orderId: 'o7', lineId: 'berry' }, { orderId: 'o8', lineId: 'berry' }] }), proposal({ certainty: 'unmatched', missing: ['household', 'goods'], candidates: [] }), proposal({ certainty: 'unsure', missing: ['goods'] }))
  expect([lines, households, nobody, unbought].map(row => [row?.draft.orderId, row?.draft.lineId])).toEqual([['o7', null], [null, null], [null, null], ['o7', null]])
  expect([lines, households].map(row => row && missingIn(row.draft, homes, 0))).toEqual(['请选是哪样东西', '请选是哪一家'])
})

test('all that are sure can be said yes to at once; what is not sure, or was filed, is not among them', () => {
  const [sure, unsure, filed] = rows(proposal({}), proposal({ certainty: 'unsure' }), proposal({}))
  if (!sure || !unsure || !filed) throw new Error('three rows were to be read')
  expect(sureOnes([sure, unsure, { ...filed, result: { state: 'filed' } }], homes)).toEqual([sure])
  expect(sureOnes([{ ...sure, accepted: true }], homes)).toEqual([])
})

test('beginning anew loses what was said yes to or put right, until it is filed', () => {
  const [row] = rows(proposal({}))
  if (!row) throw new Error('a row was to be read')
  expect([row, { ...row, accepted: true }, { ...row, changed: true }, { ...row, accepted: true, result: { state: 'filed' as const } }].map(r => isWorkedOn([r]))).toEqual([false, true, true, false])
})

test('each has an id of its own', () => {
  expect(new Set(rows(proposal({}), proposal({}), proposal({})).map(row => row.draft.caseId)).size).toBe(3)
})

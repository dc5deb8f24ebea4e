import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { importEstate, reportBad, type Estate } from './estate'
import { act, decide, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
let used = 0
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
  estate = await importEstate(house, chen, 10, wang)
}, 60_000)
afterAll(() => house.close())

const PAID = 2990 + 700
const shares = (over: Partial<Extract<Input<'actOnCase'>['command'], { type: 'splitLiability' }>['shares']>) => ({ supplier: 0, carrier: 0, leader: 0, seller: 0, goodwill: 0, ...over })
const split = (over: Parameters<typeof shares>[0], words = '') => ({ type: 'splitLiability' as const, shares: shares(over), words })

/** One bad box, agreed to with freight on top: ¥36.90 for the household. */
async function settled(): Promise<string> {
  const [reported] = await reportBad(wang, estate.lines.slice(used, ++used))
  if (!reported) throw new Error('no household left')
  expect(await decide(chen, reported.caseId, 'leader', { type: 'settle', amount: 2990, freight: 700 })).toMatchObject({ recovery: { state: 'claimed', amount: 2990 }, liability: { shares: shares({ supplier: 2990, seller: 700 }), decided: false } })
  return reported.caseId
}
const view = async (who: Someone, id: string, as: 'resident' | 'leader' | 'supplier') => (await who.call('showCase', { caseId: id, as })).view
const refused = async (who: Someone, id: string, as: 'resident' | 'leader' | 'supplier', command: Input<'actOnCase'>['command']) => who.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: (await view(who, id, as)).version, as, command })

test('a split comes out even; each party reads its own part of it and no more', async () => {
  const id = await settled()
  for (const wrong of [{ supplier: PAID - 1 }, { supplier: PAID, goodwill: 1 }, {}]) expect(await refused(chen, id, 'leader', split(wrong))).toMatchObject({ code: 'BAD_SUM', field: 'command.shares', message: '几方加起来要正好等于给邻居的钱' })
  expect(await refused(chen, id, 'leader', split({ supplier: PAID + 1, seller: -1 }))).toMatchObject({ code: 'BAD_INPUT' })
  for (const [who, as] of [[wang, 'resident'], [laoli, 'supplier']] as const) expect(await refused(who, id, as, split({ supplier: PAID }))).toMatchObject({ code: 'NOT_ALLOWED' })

  const done = await act(chen, id, 'leader', split({ supplier: 2011, leader: 613, goodwill: 1066 }, '一人一点'))
  expect(done).toMatchObject({ liability: { shares: shares({ supplier: 2011, leader: 613, goodwill: 1066 }), decided: true }, recovery: { state: 'claimed', amount: 2011 } })
  expect(done.story[0]).toMatchObject({ says: '您定了谁承担：供货商 ¥20.11，团长 ¥6.13，善意补偿 ¥10.66', detail: '一人一点' })

  const theirs = await view(laoli, id, 'supplier')
  expect(theirs).toMatchObject({ liability: { shares: { supplier: 2011 }, decided: true }, recovery: { amount: 2011 } })
  expect(theirs.story[0]?.says).toBe('团长定了谁承担：供货商 ¥20.11')
  expect(JSON.stringify(theirs)).not.toMatch(/613|1066|6\.13|10\.66/)

  const own = await view(wang, id, 'resident')
  expect(own).toMatchObject({ liability: null, recovery: null, recoverFrom: null })
  expect(JSON.stringify(own)).not.toMatch(/承担|2011|20\.11|613|1066|一人一点/)
})

test('disputed with a photo, split again, admitted: the household\'s money waited for none of it', async () => {
  const id = await settled()
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'wechatTransfer', reference: '', photos: [] })
  const invoice = await laoli.photo()
  expect(await act(laoli, id, 'supplier', { type: 'disputeRecovery', reason: 'moreThanDelivered', words: '送货单上是好的', photos: [invoice] })).toMatchObject({ recovery: { state: 'disputed' } })
  const leaders = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(leaders.view).toMatchObject({ stage: 'refunded', recovery: { state: 'disputed', dispute: { reason: 'moreThanDelivered', words: '送货单上是好的' } } })
  expect(leaders.photoLinks[invoice]).toBeTruthy()
  expect(await act(chen, id, 'leader', split({ supplier: 1500, seller: PAID - 1500 }))).toMatchObject({ recovery: { state: 'claimed', amount: 1500 } })
  expect(await act(laoli, id, 'supplier', { type: 'admitRecovery', words: '行' })).toMatchObject({ recovery: { state: 'admitted', amount: 1500 }, liability: { shares: { supplier: 1500 } } })
  // Less than what was admitted needs no new yes; more does.
  expect(await act(chen, id, 'leader', split({ supplier: 1000, seller: PAID - 1000 }))).toMatchObject({ recovery: { state: 'admitted', amount: 1000 } })
  expect(await act(chen, id, 'leader', split({ supplier: 2000, seller: PAID - 2000 }))).toMatchObject({ recovery: { state: 'claimed', amount: 2000 } })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'refunded' })
})

test('from the carrier: who talked to it puts down what it said, and the supplier has no part in it', async () => {
  const id = await settled()
  expect(await act(chen, id, 'leader', split({ carrier: 3000, seller: PAID - 3000 }))).toMatchObject({ recoverFrom: 'carrier', recovery: { state: 'claimed', amount: 3000 } })
  expect((await view(laoli, id, 'supplier')).mayDo).not.toEqual(expect.arrayContaining(['admitRecovery']))
  expect(await refused(laoli, id, 'supplier', { type: 'admitRecovery', words: '' })).toMatchObject({ code: 'WRONG_STATE' })
  expect(await act(chen, id, 'leader', { type: 'disputeRecovery', reason: 'lateClaim', words: '签收超过一天', photos: [] })).toMatchObject({ recovery: { state: 'disputed' } })
  expect(await act(chen, id, 'leader', split({ carrier: 1000, seller: PAID - 1000 }))).toMatchObject({ recovery: { state: 'claimed', amount: 1000 } })
  const done = await act(chen, id, 'leader', { type: 'admitRecovery', words: '客服说三天内赔' })
  expect(done).toMatchObject({ recovery: { state: 'admitted', amount: 1000 } })
  expect(done.story[0]).toMatchObject({ says: '快递认了 ¥10.00', detail: '客服说三天内赔' })
  expect(JSON.stringify(await view(wang, id, 'resident'))).not.toMatch(/快递|客服/)
})

test('nobody else bears it: what was claimed is over, and stays so', async () => {
  const id = await settled()
  expect(await act(chen, id, 'leader', split({ seller: PAID }))).toMatchObject({ recovery: { state: 'settled', amount: 0 } })
  expect(await refused(chen, id, 'leader', split({ supplier: PAID }))).toMatchObject({ code: 'WRONG_STATE' })
  expect(await refused(laoli, id, 'supplier', { type: 'disputeRecovery', reason: 'oldPhoto', words: '', photos: [] })).toMatchObject({ code: 'WRONG_STATE' })
})

test('two who split at once: one counts', async () => {
  const id = await settled()
  const { version } = await view(chen, id, 'leader')
  const once = (over: Parameters<typeof shares>[0]) => chen.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: version, as: 'leader', command: split(over) }).then(() => 'taken', (why: { refusal: { code: string } }) => why.refusal.code)
  expect((await Promise.all([once({ supplier: PAID }), once({ supplier: 1000, seller: PAID - 1000 })])).sort()).toEqual(['CASE_CHANGED', 'taken'])
  const { liability, recovery } = await view(chen, id, 'leader')
  expect(liability?.shares.supplier).toBe(recovery?.amount)
})

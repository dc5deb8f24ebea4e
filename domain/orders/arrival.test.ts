import { countTrouble, newestCheck, orderedOf, provenBy, type ArrivalCheck } from './arrival'
import type { Order } from './order'

const check = (over: Partial<ArrivalCheck> = {}): ArrivalCheck => ({ id: 'a', productId: 'p', ordered: 30, arrived: 30, damaged: 0, photos: ['crate'], bearer: 'supplier', at: 1, by: 'li', ...over })

it.each<[string, Partial<ArrivalCheck>, string[]]>([
  ['all there, all good', {}, []],
  ['some missing', { arrived: 28 }, ['missing']],
  ['some damaged', { damaged: 3 }, ['spoiled', 'damaged', 'packageDamaged', 'thawed']],
  ['both', { arrived: 28, damaged: 1 }, ['missing', 'spoiled', 'damaged', 'packageDamaged', 'thawed']],
  ['more than ordered', { arrived: 31 }, []],
])('%s proves %j', (_what, over, reasons) => {
  expect(provenBy(check(over))).toEqual(reasons)
})

it('what was not counted proves nothing', () => {
  expect(provenBy(newestCheck(undefined, 'p'))).toEqual([])
  expect(provenBy(newestCheck([check({ arrived: 1 })], 'another'))).toEqual([])
})

it('the newest count is the one that holds', () => {
  expect(newestCheck([check({ arrived: 20 }), check({ id: 'b', arrived: 30 })], 'p')?.id).toBe('b')
})

it.each([
  [{ arrived: -1 }, 'arrived'], [{ arrived: 61 }, 'arrived'], [{ arrived: 1.5 }, 'arrived'], [{ arrived: 10, damaged: 11 }, 'damaged'], [{ damaged: -1 }, 'damaged'], [{ damaged: 1, photos: [] }, 'photos'],
])('%j is refused at its field', (over, field) => {
  expect(countTrouble(check(over), 30, 'checks.2')).toMatchObject({ field: `checks.2.${field}` })
})

it.each([{}, { arrived: 0 }, { arrived: 60 }, { damaged: 30 }, { arrived: 20, photos: [] }])('%j can stand', over => {
  expect(countTrouble(check(over), 30, 'checks.0')).toBeNull()
})

it('ordered are the pieces of orders that count', () => {
  const order = (status: Order['status'], quantity: number): Order => ({
    _id: '', communityId: '', groupBuyId: '', key: '', joinNumber: '', buyer: '', receiver: '', phoneLast4: '', phoneHash: '', room: '', pickupPoint: '', status, total: 1, refunded: 0, paidAt: null,
    lines: [{ id: 'l', productId: 'p', title: '', spec: '', quantity, paid: 1 }, { id: 'm', productId: 'q', title: '', spec: '', quantity: 50, paid: 1 }], residents: [], importedAt: 0,
  })
  expect(orderedOf([order('paid', 3), order('paid', 4), order('cancelled', 9), order('unpaid', 9)], 'p')).toBe(7)
})

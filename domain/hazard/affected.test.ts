import { affectedProducts, heldOf, mayHaveIt } from './affected'
import { productKey } from '../orders/productKey'

const product = (id: string, title: string, spec = '') => ({ id, title, spec, supplierId: id === 'p3' ? 's2' : null })
const groupBuys = [
  { _id: 'g1', title: '周六团', products: [product('p1', '草莓', '2斤/盒'), product('p2', '脐橙')] },
  { _id: 'g2', title: '上周团', products: [product('p3', '草莓', '2斤/盒'), product('p4', '草莓', '5斤/箱')] },
  // No list said where the title ends.
  { _id: 'g3', title: '老团', products: [product('p5', '草莓（2斤/盒）')] },
]

test('the same product in every group-buy it was sold in, however its name was written; not another size', () => {
  expect(affectedProducts(productKey('草莓', '2斤/盒'), groupBuys)).toEqual([
    { groupBuyId: 'g1', groupBuyTitle: '周六团', productId: 'p1', supplierId: null },
    { groupBuyId: 'g2', groupBuyTitle: '上周团', productId: 'p3', supplierId: 's2' },
    { groupBuyId: 'g3', groupBuyTitle: '老团', productId: 'p5', supplierId: null },
  ])
})

test.each([['paid', null, true], ['refunded', null, true], ['unpaid', null, false], ['cancelled', null, false], ['unpaid', 5, true], ['cancelled', 5, true]] as const)('an order that is %s, fetched at %p: may have it at home is %p', (status, pickedUpAt, may) => {
  expect(mayHaveIt({ status, pickedUpAt })).toBe(may)
})

test('what of an order must stay here', () => {
  const line = (productId: string, title: string) => ({ id: productId, productId, title, spec: '', quantity: 1, paid: 1 })
  const order = { lines: [line('p1', '草莓'), line('p1', '草莓'), line('p2', '脐橙')] }
  const at = { warningId: 'w', doThis: 'keepAside' as const, at: 1 }
  expect(heldOf(order, undefined)).toEqual([])
  expect(heldOf(order, { p1: { ...at, held: true }, p2: { ...at, held: false } })).toEqual(['草莓'])
})

import { csvRows } from './csvRows'
import { readProductRows } from './readProductRows'

const list = (text: string) => {
  const sheet = readProductRows(csvRows(text) ?? [])
  if (!sheet.ok) throw new Error(sheet.message)
  return sheet
}

test('a product list', () => {
  expect(list('\uFEFF团购标题,商品,规格,单价,供货商,配送\r\n团,草莓,2斤/盒,59.90,丹东果业,自提\r\n团,置物架,三层(配件包1),129,,快递\r\n').products).toEqual([
    { row: 2, groupBuyTitle: '团', title: '草莓', spec: '2斤/盒', price: 5990, cost: null, supplier: '丹东果业', delivery: 'pickup' },
    { row: 3, groupBuyTitle: '团', title: '置物架', spec: '三层(配件包1)', price: 12900, cost: null, supplier: '', delivery: 'courier' },
  ])
})

test('columns it can do without are told, with what is lost', () => {
  const sheet = list('商品\t供应商\n草莓\t丹东果业\n')
  expect(sheet.products).toMatchObject([{ groupBuyTitle: '', spec: '', price: null, supplier: '丹东果业', delivery: 'unknown' }])
  expect(sheet.missing.map(column => column.name)).toEqual(['团购标题', '单价', '配送'])
})

test.each(['成本价', '进价', '商品成本价', '成本价（元）'])('what it cost the seller, where a list says so: %s', name => {
  const sheet = list(`商品,单价,${name}\n草莓,59.90,41.5\n脐橙,32.80,\n上海青,6.50,四块\n`)
  expect(sheet.products.map(product => product.cost)).toEqual([4150, null])
  expect(sheet.refused).toMatchObject([{ row: 4, column: name, code: 'BAD_PRICE' }])
})

test('broken rows are refused, the others go in', () => {
  const sheet = list('商品,规格,单价\n草莓,2斤,五十\n,2斤,3\n脐橙,5斤,3\n脐橙,5斤,4\n\n上海青,,2\n上海青,,2\n')
  expect(sheet.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'BAD_PRICE'], [3, 'NO_PRODUCT'], [4, 'DUPLICATE_PRODUCT'], [5, 'DUPLICATE_PRODUCT']])
  expect(sheet.products.map(product => product.row)).toEqual([7])
  expect(sheet.ignored).toEqual([{ row: 8, why: 'SAME_AS_ANOTHER' }])
})

test('what is no product list', () => {
  expect(readProductRows([['规格', '单价'], ['a', '1']])).toMatchObject({ ok: false, code: 'MISSING_COLUMNS', columns: ['商品'] })
  expect(readProductRows([['随便']])).toMatchObject({ ok: false, code: 'NO_HEADER' })
  expect(readProductRows([['商品', '单价']])).toMatchObject({ ok: false, code: 'EMPTY' })
})

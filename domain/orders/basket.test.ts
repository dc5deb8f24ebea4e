import fc from 'fast-check'
import { readBasket } from './basket'
import { productKey } from './productKey'

const lines = (cell: string, known: Parameters<typeof readBasket>[1] = []) => {
  const basket = readBasket(cell, known)
  if (!basket.ok) throw new Error(basket.reason)
  return basket.lines.map(({ title, spec, quantity }) => [title, spec, quantity])
}

test.each([
  ['【新款】男款凉鞋1S14(26码)+1', [['【新款】男款凉鞋1S14', '26码', 1]]],
  ['不锈钢置物架(三层(配件包1))+1', [['不锈钢置物架', '三层(配件包1)', 1]]],
  ['手工鲜肉小馄饨（冷冻）(800g/袋)+2', [['手工鲜肉小馄饨（冷冻）', '800g/袋', 2]]],
  ['草莓（2斤/盒）＋１２', [['草莓', '2斤/盒', 12]]],
  ['小土豆+小葱组合(3斤)+2', [['小土豆+小葱组合', '3斤', 2]]],
  ['维C+钙片+1', [['维C+钙片', '', 1]]],
  ['(特价)+3', [['(特价)', '', 3]]],
  ['坏括号三层)+1', [['坏括号三层)', '', 1]]],
  ['空规格()+1', [['空规格()', '', 1]]],
  [' a(b)+1 \r\n\n c+2\n', [['a', 'b', 1], ['c', '', 2]]],
  ['a+1\na+2', [['a', '', 1], ['a', '', 2]]],
])('%j', (cell, expected) => expect(lines(cell)).toEqual(expected))

test('the product list decides where the title ends', () => {
  expect(lines('小馄饨(冷冻)+1', [{ title: '小馄饨（冷冻）', spec: '' }])).toEqual([['小馄饨（冷冻）', '', 1]])
  expect(lines('置物架(三层)(白)+1', [{ title: '置物架', spec: '三层)(白' }])).toEqual([['置物架', '三层)(白', 1]])
})

test.each([
  ['', 'EMPTY_BASKET'], [' \n ', 'EMPTY_BASKET'], ['+3', 'NO_QUANTITY'], ['草莓', 'NO_QUANTITY'], ['草莓(2斤)', 'NO_QUANTITY'], ['草莓 x2', 'NO_QUANTITY'], ['草莓+', 'NO_QUANTITY'],
  ['草莓+1.5', 'NO_QUANTITY'], ['草莓+0', 'BAD_QUANTITY'], ['草莓+13836057668', 'BAD_QUANTITY'], ['草莓+1\n脐橙', 'NO_QUANTITY'],
])('%j is refused as %s', (cell, code) => expect(readBasket(cell, [])).toMatchObject({ ok: false, code }))

test('a known name that ends like a quantity still needs one', () => {
  const known = [{ title: '维生素C+12', spec: '' }]
  expect(readBasket('维生素C+12', known)).toMatchObject({ code: 'NO_QUANTITY' })
  expect(lines('维生素C+12+2', known)).toEqual([['维生素C+12', '', 2]])
})

const word = fc.string({ unit: fc.constantFrom(...'草莓橙ab12+()（）[]【】/·'), minLength: 1, maxLength: 12 })
const products = fc.uniqueArray(fc.record({ title: word, spec: fc.oneof(fc.constant(''), word) }), { selector: ({ title, spec }) => productKey(title, spec), minLength: 1, maxLength: 5 })

test('whatever the names, known products are read back exactly', () => {
  fc.assert(fc.property(products, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9999 })), { minLength: 1, maxLength: 6 }), (known, picks) => {
    const bought = picks.map(([pick, quantity]) => ({ ...known[pick % known.length], quantity }))
    const texts = bought.map(({ title = '', spec = '', quantity }) => `${title}${spec && `(${spec})`}+${quantity}`)
    // A list that itself sells "草莓+2" beside "草莓" cannot be told apart by anybody.
    fc.pre(texts.every(text => known.every(({ title, spec }) => productKey(title, spec) !== productKey(text, ''))))
    const basket = readBasket(texts.join('\n'), known)
    expect(basket).toEqual({ ok: true, lines: bought })
  }))
})

test('whatever the names, nothing of an unknown product is lost', () => {
  fc.assert(fc.property(word, fc.integer({ min: 1, max: 9999 }), (name, quantity) => {
    const basket = readBasket(`${name}+${quantity}`, [])
    if (!basket.ok) throw new Error(basket.reason)
    const [line] = basket.lines
    expect(basket.lines).toHaveLength(1)
    expect(line?.quantity).toBe(quantity)
    expect(productKey(line?.title ?? '', line?.spec ?? '')).toBe(productKey(name, ''))
  }))
})

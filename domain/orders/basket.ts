import { comparable } from './cell'
import { productKey } from './productKey'

/** One product of a basket. */
export interface BasketLine {
  title: string
  /** '' when the product has none. */
  spec: string
  /** Pieces, ≥ 1. */
  quantity: number
}

/** A product whose name is known beforehand, from a product list or an earlier import. */
export interface KnownProduct {
  title: string
  spec: string
}

export interface BasketRefusal {
  ok: false
  code: 'EMPTY_BASKET' | 'NO_QUANTITY' | 'BAD_QUANTITY'
  reason: string
}

/** More of one thing than a household carries home: a phone number or a price slipped into the cell. */
const mostPieces = 9999

/**
 * A basket cell: one product per line, `name(spec)+quantity`. Names hold brackets of all kinds and '+', so a line is first looked up
 * among the known products; only then its last balanced round bracket is taken for the spec.
 * @param known products of the same group-buy; may be empty
 */
export function readBasket(cell: string, known: readonly KnownProduct[]): { ok: true; lines: BasketLine[] } | BasketRefusal {
  const texts = cell.split(/\r\n|\r|\n/).map(text => text.trim()).filter(text => text !== '')
  if (texts.length === 0) return { ok: false, code: 'EMPTY_BASKET', reason: '没有写买了什么' }
  const byKey = new Map<string, KnownProduct>()
  for (const product of known) {
    const key = productKey(product.title, product.spec)
    if (!byKey.has(key)) byKey.set(key, product)
  }
  const lines: BasketLine[] = []
  for (const text of texts) {
    const line = readLine(text, byKey)
    if ('ok' in line) return line
    lines.push(line)
  }
  return { ok: true, lines }
}

function readLine(text: string, known: ReadonlyMap<string, KnownProduct>): BasketLine | BasketRefusal {
  const match = /^(.+)[+＋]\s*([0-9０-９]+)$/.exec(text)
  // 维生素C+12 may be a product without a quantity: if the list says so, it is.
  if (!match || known.has(comparable(text))) return { ok: false, code: 'NO_QUANTITY', reason: `“${text}”后面没有数量` }
  const name = (match[1] ?? '').trim()
  const quantity = Number((match[2] ?? '').normalize('NFKC'))
  if (name === '') return { ok: false, code: 'EMPTY_BASKET', reason: `“${text}”没有商品名` }
  if (quantity < 1) return { ok: false, code: 'BAD_QUANTITY', reason: `“${text}”的数量是0` }
  if (quantity > mostPieces) return { ok: false, code: 'BAD_QUANTITY', reason: `“${text}”的数量太大，像是填错了` }
  const product = known.get(comparable(name))
  return product ? { title: product.title, spec: product.spec, quantity } : { ...splitName(name), quantity }
}

/** 不锈钢置物架(三层(配件包1)) → 不锈钢置物架 and 三层(配件包1); a name that is all bracket, or whose brackets do not balance, has no spec. */
export function splitName(name: string): KnownProduct {
  if (!/[)）]$/.test(name)) return { title: name, spec: '' }
  let depth = 0
  for (let at = name.length - 1; at >= 0; at--) {
    const sign = name[at]
    if (sign === ')' || sign === '）') depth++
    if (sign === '(' || sign === '（') depth--
    if (depth > 0) continue
    const title = name.slice(0, at).trim()
    const spec = name.slice(at + 1, -1).trim()
    return title === '' || spec === '' ? { title: name, spec: '' } : { title, spec }
  }
  return { title: name, spec: '' }
}

import { cellText, comparable, isBlankRow, type Cell, type Row } from './cell'
import { findHeader, productVocabulary, type Header, type ProductMeaning } from './columns'
import { moneyProblemInWords, readFen } from './money'
import type { Product } from './order'
import { productKey } from './productKey'
import type { Column, IgnoredRow, MissingColumn, RefusalCode, RefusedRow, SheetRefusal } from './sheet'

/** One row of a product list. */
export interface ParsedProduct {
  /** 1-based, as the spreadsheet shows it. */
  row: number
  /** '' applies to any group-buy that sells the product. */
  groupBuyTitle: string
  title: string
  spec: string
  /** Fen per piece; null when the cell is empty. */
  price: number | null
  /** Fen per piece that the seller pays the supplier; null when the list does not say. */
  cost: number | null
  /** '' when the list names none. */
  supplier: string
  delivery: Product['delivery']
}

export interface ProductSheet {
  ok: true
  /** 1-based. */
  headerRow: number
  columns: Column<ProductMeaning>[]
  missing: MissingColumn<ProductMeaning>[]
  products: ParsedProduct[]
  refused: RefusedRow[]
  ignored: IgnoredRow[]
}

const consequences: Partial<Record<ProductMeaning, string>> = {
  groupBuyTitle: '这张清单会用在所有卖这些商品的团',
  price: '每样商品付了多少钱，只能按订单金额估',
  supplier: '不知道问题该转给谁，要您一样一样指定',
  delivery: '不知道是自提还是快递',
}

const deliveries: Readonly<Record<string, Product['delivery']>> = {
  自提: 'pickup', 到店自提: 'pickup', 社区自提: 'pickup', 自提点自提: 'pickup', 快递: 'courier', 快递到家: 'courier', 物流: 'courier', 邮寄: 'courier',
}

/**
 * Reads a product list: 团购标题, 商品, 规格, 单价, 成本价, 供货商, 配送, in any order, only 商品 and one other of them needed.
 * One product listed twice with different content is refused both times; an exact repetition is passed over.
 * @returns the list, or EMPTY, NO_HEADER, MISSING_COLUMNS (no 商品), DUPLICATE_COLUMNS.
 */
export function readProductRows(rows: readonly Row[]): ProductSheet | SheetRefusal {
  const header = findHeader(rows, productVocabulary, 2)
  if (!header.ok) return header
  if (!header.of('product')) return { ok: false, code: 'MISSING_COLUMNS', message: '清单里少了“商品”这一列。', columns: ['商品'] }
  const missing = (Object.keys(consequences) as ProductMeaning[]).filter(meaning => !header.of(meaning))
    .map(meaning => ({ meaning, name: productVocabulary[meaning][0], consequence: consequences[meaning] ?? '' }))
  const sheet: ProductSheet = { ok: true, headerRow: header.index + 1, columns: header.columns, missing, products: [], refused: [], ignored: [] }
  for (const [index, row] of rows.entries()) {
    if (index > header.index && !isBlankRow(row)) readProduct(row, index + 1, header, sheet)
  }
  if (sheet.products.length === 0 && sheet.refused.length === 0) return { ok: false, code: 'EMPTY', message: '表头下面没有商品。' }
  settleRepeated(sheet, header)
  return sheet
}

function readProduct(row: Row, rowNumber: number, header: Header<ProductMeaning>, sheet: ProductSheet): void {
  const cell = (meaning: ProductMeaning): Cell => row[header.of(meaning)?.index ?? -1] ?? null
  const text = (meaning: ProductMeaning) => cellText(cell(meaning))
  const refuse = (code: RefusalCode, reason: string, meaning: ProductMeaning) =>
    sheet.refused.push({ row: rowNumber, column: header.of(meaning)?.name ?? productVocabulary[meaning][0], reason, code })
  if (text('product') === '') return void refuse('NO_PRODUCT', '没有写商品名', 'product')
  const price = readFen(cell('price'))
  if (typeof price === 'string' && price !== 'EMPTY') return void refuse('BAD_PRICE', `“${text('price')}”${moneyProblemInWords[price]}`, 'price')
  const cost = readFen(cell('cost'))
  if (typeof cost === 'string' && cost !== 'EMPTY') return void refuse('BAD_PRICE', `“${text('cost')}”${moneyProblemInWords[cost]}`, 'cost')
  const delivery = comparable(text('delivery'))
  sheet.products.push({
    row: rowNumber, groupBuyTitle: text('groupBuyTitle'), title: text('product'), spec: text('spec'),
    price: typeof price === 'number' ? price : null, cost: typeof cost === 'number' ? cost : null, supplier: text('supplier'),
    delivery: Object.hasOwn(deliveries, delivery) ? deliveries[delivery] ?? 'unknown' : 'unknown',
  })
}

function settleRepeated(sheet: ProductSheet, header: Header<ProductMeaning>): void {
  const byKey = new Map<string, ParsedProduct[]>()
  for (const product of sheet.products) {
    const key = JSON.stringify([product.groupBuyTitle, productKey(product.title, product.spec)])
    byKey.set(key, [...byKey.get(key) ?? [], product])
  }
  const leave = new Set<ParsedProduct>()
  for (const all of byKey.values()) {
    const [first, ...others] = all
    if (!first || others.length === 0) continue
    const same = others.every(other => JSON.stringify({ ...other, row: 0 }) === JSON.stringify({ ...first, row: 0 }))
    for (const product of same ? others : all) {
      leave.add(product)
      const rows = all.filter(other => other !== product).map(other => other.row).join('、')
      if (same) sheet.ignored.push({ row: product.row, why: 'SAME_AS_ANOTHER' })
      else sheet.refused.push({ row: product.row, column: header.of('product')?.name ?? '商品', reason: `和第${rows}行是同一样商品，内容却不一样`, code: 'DUPLICATE_PRODUCT' })
    }
  }
  sheet.products = sheet.products.filter(product => !leave.has(product))
  sheet.refused.sort((a, b) => a.row - b.row)
}

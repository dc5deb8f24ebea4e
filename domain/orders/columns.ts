import { cellText, comparable, isBlankRow, type Row } from './cell'
import type { Column, SheetRefusal } from './sheet'

/** Per meaning, the names seen in the wild, the most telling first: where a file has two of them, the first is used. */
export type Vocabulary<Meaning extends string> = Readonly<Record<Meaning, readonly [string, ...string[]]>>

export type OrderMeaning =
  | 'orderNumber' | 'groupBuyTitle' | 'joinNumber' | 'buyer' | 'buyerNote' | 'paidAt' | 'leaderNote' | 'basket' | 'productKinds'
  | 'total' | 'refunded' | 'status' | 'pickupPoint' | 'receiver' | 'phone' | 'address'

export const orderVocabulary: Vocabulary<OrderMeaning> = {
  orderNumber: ['订单号', '订单编号'],
  groupBuyTitle: ['团购标题', '团购名称', '团购活动', '活动标题'],
  joinNumber: ['跟团号', '跟团序号', '接龙号'],
  buyer: ['下单人', '下单人昵称', '团员昵称', '微信昵称', '昵称'],
  buyerNote: ['团员备注', '买家备注', '备注'],
  paidAt: ['支付时间', '付款时间'],
  leaderNote: ['团长备注', '卖家备注'],
  basket: ['商品', '商品信息', '商品明细', '商品名称'],
  productKinds: ['商品种类数'],
  // What was really paid comes before what the order was worth.
  total: ['实付金额', '实付', '订单实付', '支付金额', '订单金额', '金额'],
  refunded: ['退款金额', '订单退款', '订单退款金额', '已退款金额', '已退金额'],
  status: ['订单状态', '状态'],
  pickupPoint: ['自提点', '自提点名称', '提货点', '取货点'],
  receiver: ['收货人', '收件人', '收货人姓名', '收件人姓名'],
  // A masked copy of the phone is the last resort.
  phone: ['联系电话', '手机号', '手机号码', '手机', '电话', '收货人电话', '收件人电话', '收货电话', '联系方式', '打码手机', '打码手机号'],
  address: ['详细地址', '收货地址', '收件地址', '地址'],
}

/** How 快团团 itself calls a column, for telling a leader which one to tick. */
export function usualOrderName(meaning: OrderMeaning): string {
  return meaning === 'total' ? '订单金额' : orderVocabulary[meaning][0]
}

export type ProductMeaning = 'groupBuyTitle' | 'product' | 'spec' | 'price' | 'cost' | 'supplier' | 'delivery'

export const productVocabulary: Vocabulary<ProductMeaning> = {
  groupBuyTitle: orderVocabulary.groupBuyTitle,
  product: ['商品', '商品名称', '品名'],
  spec: ['规格', '商品规格'],
  price: ['单价', '售价', '价格', '团购价'],
  cost: ['成本价', '进价', '商品成本价', '进货价', '供货价', '成本'],
  supplier: ['供货商', '供应商', '供货商名称'],
  delivery: ['配送', '配送方式', '发货方式'],
}

/** How a header cell is compared: 订单金额（元）, *订单金额 and 订单 金额 are one name. */
export function headerName(text: string): string {
  return comparable(text).replace(/^\*+|\*+$/g, '').replace(/[:：]$/, '').replace(/\((?:元|必填|选填)\)$/, '')
}

/** Where the table begins and what its columns mean. */
export interface Header<Meaning extends string> {
  ok: true
  /** 0-based index of the header row. */
  index: number
  columns: Column<Meaning>[]
  /** The column of a meaning, if the file has it. */
  of: (meaning: Meaning) => Column<Meaning> | undefined
}

/** Leaders put a title, a date and a note above the table; nobody puts thirty rows there. */
const rowsAboveHeader = 30

/**
 * Finds the header row under any title rows: the row, among the first 30, with the most names we know, and at least `atLeast`.
 * @returns EMPTY for a sheet without a word, NO_HEADER when no row qualifies, DUPLICATE_COLUMNS when a name we need stands there twice.
 */
export function findHeader<Meaning extends string>(rows: readonly Row[], vocabulary: Vocabulary<Meaning>, atLeast: number): Header<Meaning> | SheetRefusal {
  if (rows.every(isBlankRow)) return { ok: false, code: 'EMPTY', message: '这张表是空的。' }
  const meanings = new Map<string, { meaning: Meaning; rank: number }>()
  for (const meaning of Object.keys(vocabulary) as Meaning[]) {
    vocabulary[meaning].forEach((name, rank) => meanings.set(name, { meaning, rank }))
  }

  let best = { index: -1, known: 0 }
  rows.slice(0, rowsAboveHeader).forEach((row, index) => {
    const known = new Set(row.map(cell => meanings.get(headerName(cellText(cell)))?.meaning).filter(meaning => meaning !== undefined)).size
    if (known > best.known) best = { index, known }
  })
  if (best.known < atLeast) {
    const usual = Object.values<readonly [string, ...string[]]>(vocabulary).slice(0, 3).map(names => names[0])
    return { ok: false, code: 'NO_HEADER', message: `没有找到表头。表头那一行要有“${usual.join('”“')}”这样的列名。`, columns: usual }
  }

  const columns: Column<Meaning>[] = []
  const chosen = new Map<Meaning, { column: Column<Meaning>; rank: number }>()
  const twice = new Set<string>()
  const seen = new Set<string>()
  for (const [index, cell] of (rows[best.index] ?? []).entries()) {
    const name = cellText(cell)
    if (name === '') continue
    const plain = headerName(name)
    const known = meanings.get(plain)
    const column: Column<Meaning> = { name, meaning: known?.meaning ?? null, index }
    columns.push(column)
    if (!known) continue
    if (seen.has(plain)) twice.add(name)
    seen.add(plain)
    const before = chosen.get(known.meaning)
    // Two names of one meaning: the more telling is used, the other is shown as unused.
    if (before && before.rank <= known.rank) column.meaning = null
    else {
      if (before) before.column.meaning = null
      chosen.set(known.meaning, { column, rank: known.rank })
    }
  }
  if (twice.size > 0) {
    return { ok: false, code: 'DUPLICATE_COLUMNS', message: '表里有重名的列：' + [...twice].join('、') + '。请留下对的那一列再传。', columns: [...twice] }
  }
  return { ok: true, index: best.index, columns, of: meaning => chosen.get(meaning)?.column }
}

import { readBasket, type BasketLine, type KnownProduct } from './basket'
import { cellText, comparable, isBlankRow, type Cell, type Row } from './cell'
import { findHeader, headerName, orderVocabulary, usualOrderName, type Header, type OrderMeaning } from './columns'
import { moneyProblemInWords, readFen } from './money'
import type { OrderStatus } from './order'
import { readPaidAt } from './paidAt'
import { readPhone, readReceiver, type PhoneTrace } from './phone'
import { readRoom } from './room'
import type { Column, IgnoredRow, MissingColumn, RefusalCode, RefusedRow, RowWarning, SheetRefusal } from './sheet'
import { readStatus } from './status'

/** One row of an export, understood, before it is anybody's order. Money is fen, times are ms. The phone itself is not in here. */
export interface ParsedOrder {
  /** 1-based, as the spreadsheet shows it. */
  row: number
  /** 订单号, else `orderKeyWithoutNumber(title, joinNumber)`. */
  key: string
  /** 订单号; '' when the row has none. */
  orderNumber: string
  groupBuyTitle: string
  joinNumber: string
  buyer: string
  receiver: string
  phoneKind: PhoneTrace['kind']
  phoneLast4: string
  phoneHash: string
  room: string
  pickupPoint: string
  status: OrderStatus
  total: number
  refunded: number
  paidAt: number | null
  lines: BasketLine[]
}

/** A sheet of orders, read. Every row under the header is in `orders`, `refused` or `ignored`, unless it is blank. */
export interface OrderSheet {
  ok: true
  /** 1-based. */
  headerRow: number
  columns: Column<OrderMeaning>[]
  missing: MissingColumn<OrderMeaning>[]
  orders: ParsedOrder[]
  refused: RefusedRow[]
  warnings: RowWarning[]
  ignored: IgnoredRow[]
}

export interface OrderReading {
  /** Keyed hash of a phone number (digits only). */
  hash: (phone: string) => string
  /** Products known beforehand, so that names with brackets and '+' are cut where the seller cuts them. '' as title: any group-buy. */
  products?: readonly (KnownProduct & { groupBuyTitle: string })[]
  /** Which group-buy the rows belong to, when the export has no such column: the leader says it. */
  groupBuyTitle?: string
}

/** The key of a row without 订单号. 跟团号 alone is not unique across group-buys. */
export function orderKeyWithoutNumber(groupBuyTitle: string, joinNumber: string): string {
  return `${groupBuyTitle}#${joinNumber}`
}

/** Fewer known names than this in one row is a title or an accident, not a header. */
const leastNames = 3

const consequences: Partial<Record<OrderMeaning, string>> = {
  joinNumber: '邻居不能用跟团号认领订单，要您来确认',
  phone: '邻居不能用手机尾号认领订单，要您来确认',
  buyer: '看不到下单人的名字',
  refunded: '看不到已经退了多少，退款都按0算',
  paidAt: '看不到付款时间',
  pickupPoint: '看不到自提点',
  receiver: '看不到收货人',
  address: '看不到楼号和门牌',
}

/**
 * Reads the 快团团 export with one row per order. Pure: rows of cells in, orders out; nothing is thrown.
 * A broken row is refused with its number and reason while the others go in. Two rows with one key and different content are both
 * refused, since nothing says which is right; an exact repetition is passed over.
 * @returns the sheet, or why the whole of it cannot be read: EMPTY, NO_HEADER, MISSING_COLUMNS, DUPLICATE_COLUMNS, OTHER_EXPORT
 *   (one row per product, or another tool).
 */
export function readOrderRows(rows: readonly Row[], reading: OrderReading): OrderSheet | SheetRefusal {
  const header = findHeader(rows, orderVocabulary, leastNames)
  if (!header.ok) return header
  const unfit = whyUnfit(header, reading)
  if (unfit) return unfit

  const sheet: OrderSheet = {
    ok: true, headerRow: header.index + 1, columns: header.columns, missing: missingColumns(header), orders: [], refused: [], warnings: [], ignored: [],
  }
  const lastWritten = rows.reduce((last, row, index) => isBlankRow(row) ? last : index, -1)
  for (const [index, row] of rows.entries()) {
    if (index <= header.index || isBlankRow(row)) continue
    if (isHeaderAgain(row, header)) sheet.ignored.push({ row: index + 1, why: 'HEADER_AGAIN' })
    else if (isTotals(row, header, index === lastWritten)) sheet.ignored.push({ row: index + 1, why: 'TOTALS' })
    else readOrder(row, index + 1, header, reading, sheet)
  }
  if (sheet.orders.length === 0 && sheet.refused.length === 0) return { ok: false, code: 'EMPTY', message: '表头下面没有订单。' }
  settleRepeated(sheet, header)
  return sheet
}

function whyUnfit(header: Header<OrderMeaning>, reading: OrderReading): SheetRefusal | null {
  const names = new Set(header.columns.map(column => headerName(column.name)))
  if (names.has('规格') && names.has('数量')) {
    return { ok: false, code: 'OTHER_EXPORT', message: '这张表是一行一个商品。请在快团团里按订单导出（一行一个订单）。' }
  }
  const needed: OrderMeaning[] = ['basket', 'total', 'status']
  if (!reading.groupBuyTitle?.trim()) needed.push('groupBuyTitle')
  const lacking = needed.filter(meaning => !header.of(meaning)).map(usualOrderName)
  if (!header.of('orderNumber') && !header.of('joinNumber')) lacking.push(usualOrderName('orderNumber'))
  if (lacking.length === 0) return null
  return { ok: false, code: 'MISSING_COLUMNS', message: `表里少了这些列：${lacking.join('、')}。请在导出时勾上再传。`, columns: lacking }
}

function missingColumns(header: Header<OrderMeaning>): MissingColumn<OrderMeaning>[] {
  return (Object.keys(consequences) as OrderMeaning[]).filter(meaning => !header.of(meaning))
    .map(meaning => ({ meaning, name: usualOrderName(meaning), consequence: consequences[meaning] ?? '' }))
}

function isHeaderAgain(row: Row, header: Header<OrderMeaning>): boolean {
  return header.columns.every(column => cellText(row[column.index]) === column.name)
}

/** A row that says 合计, or one at the very end with sums and nothing that makes an order. */
function isTotals(row: Row, header: Header<OrderMeaning>, last: boolean): boolean {
  const text = (meaning: OrderMeaning) => cellText(row[header.of(meaning)?.index ?? -1])
  if (text('basket').includes('+')) return false
  const first = row.map(cellText).find(cell => cell !== '') ?? ''
  if (/^(?:合计|总计|小计|汇总|共计)/.test(comparable(first))) return true
  const anOrder: OrderMeaning[] = ['orderNumber', 'joinNumber', 'groupBuyTitle', 'basket', 'buyer', 'receiver', 'phone', 'status']
  return last && anOrder.every(meaning => text(meaning) === '')
}

function readOrder(row: Row, rowNumber: number, header: Header<OrderMeaning>, reading: OrderReading, sheet: OrderSheet): void {
  const cell = (meaning: OrderMeaning): Cell => row[header.of(meaning)?.index ?? -1] ?? null
  const text = (meaning: OrderMeaning) => cellText(cell(meaning))
  const refuse = (code: RefusalCode, reason: string, meaning?: OrderMeaning) => {
    const column = meaning && header.of(meaning)?.name
    sheet.refused.push({ row: rowNumber, ...(column === undefined ? {} : { column }), reason, code })
  }
  const warn = (code: RowWarning['code'], reason: string, meaning: OrderMeaning) =>
    sheet.warnings.push({ row: rowNumber, column: header.of(meaning)?.name ?? '', reason, code })

  const groupBuyTitle = header.of('groupBuyTitle') ? text('groupBuyTitle') : (reading.groupBuyTitle ?? '').trim()
  const orderNumber = text('orderNumber')
  const joinNumber = text('joinNumber')
  if (orderNumber === '' && joinNumber === '') {
    return refuse('NO_KEY', '这一行没有订单号，也没有跟团号；如果是合并单元格，请取消合并再传', header.of('orderNumber') ? 'orderNumber' : 'joinNumber')
  }
  // A spreadsheet that took an order number for a number has lost its last digits: 2.61E+17.
  if (/^\d(?:\.\d+)?[eE]\+?\d+$/.test(orderNumber) || (typeof cell('orderNumber') === 'number' && !Number.isSafeInteger(cell('orderNumber')))) {
    return refuse('KEY_DAMAGED', '订单号被表格软件改成了数字，尾数丢了；请重新导出，不要先打开另存', 'orderNumber')
  }
  if (groupBuyTitle === '') return refuse('NO_GROUP_BUY', '这一行没有团购标题；如果是合并单元格，请取消合并再传', 'groupBuyTitle')

  const known = (reading.products ?? []).filter(product => ['', comparable(groupBuyTitle)].includes(comparable(product.groupBuyTitle)))
  const basket = readBasket(text('basket'), known)
  if (!basket.ok) return refuse(basket.code, basket.reason, 'basket')
  const total = readFen(cell('total'))
  if (typeof total === 'string') return refuse('BAD_AMOUNT', amountInWords(text('total'), moneyProblemInWords[total]), 'total')
  const refundCell = text('refunded')
  const refunded = refundCell === '' || /^-+$/.test(refundCell) ? 0 : readFen(cell('refunded'))
  if (typeof refunded === 'string') return refuse('BAD_REFUND', amountInWords(refundCell, moneyProblemInWords[refunded]), 'refunded')
  if (refunded > total) return refuse('REFUND_OVER_TOTAL', `退款${refundCell}比订单金额${text('total')}还多`, 'refunded')
  const status = readStatus(text('status'))
  if (status === null) {
    return refuse('UNKNOWN_STATUS', text('status') === '' ? '没有写订单状态' : `不认识订单状态“${text('status')}”`, 'status')
  }

  const paidAt = readPaidAt(cell('paidAt'))
  if (paidAt === 'UNREADABLE') warn('PAID_AT_UNREADABLE', `看不懂付款时间“${text('paidAt')}”，先空着`, 'paidAt')
  const receiver = readReceiver(text('receiver'))
  const phone = readPhone(text('phone'), receiver.virtual, reading.hash)
  // The text of the cell is not repeated: a warning may be logged.
  if (phone.kind === 'unreadable') warn('PHONE_UNREADABLE', '看不懂电话，邻居认领时要您来确认', 'phone')
  const kinds = text('productKinds')
  if (kinds !== '' && Number(kinds) !== basket.lines.length) warn('KINDS_MISMATCH', `写着${kinds}种商品，读出来${basket.lines.length}种`, 'productKinds')

  sheet.orders.push({
    row: rowNumber,
    key: orderNumber === '' ? orderKeyWithoutNumber(groupBuyTitle, joinNumber) : orderNumber,
    orderNumber, groupBuyTitle, joinNumber,
    buyer: text('buyer'), receiver: receiver.name,
    phoneKind: phone.kind, phoneLast4: phone.last4, phoneHash: phone.hash,
    room: readRoom(text('address')), pickupPoint: text('pickupPoint'),
    status, total, refunded, paidAt: paidAt === 'UNREADABLE' ? null : paidAt, lines: basket.lines,
  })
}

function amountInWords(text: string, problem: string): string {
  return text === '' ? problem : `“${text}”${problem}`
}

function settleRepeated(sheet: OrderSheet, header: Header<OrderMeaning>): void {
  const byKey = new Map<string, ParsedOrder[]>()
  for (const order of sheet.orders) byKey.set(order.key, [...byKey.get(order.key) ?? [], order])
  const leave = new Set<ParsedOrder>()
  for (const [first, ...others] of byKey.values()) {
    if (!first || others.length === 0) continue
    if (others.every(other => sameContent(first, other))) {
      for (const other of others) {
        leave.add(other)
        sheet.ignored.push({ row: other.row, why: 'SAME_AS_ANOTHER' })
      }
      continue
    }
    const all = [first, ...others]
    const column = header.of(first.orderNumber === '' ? 'joinNumber' : 'orderNumber')?.name ?? ''
    for (const order of all) {
      leave.add(order)
      const rows = all.filter(other => other !== order).map(other => other.row).join('、')
      sheet.refused.push({ row: order.row, column, reason: `和第${rows}行是同一个${column}，内容却不一样，不知道以哪个为准`, code: 'DUPLICATE_KEY' })
    }
  }
  sheet.orders = sheet.orders.filter(order => !leave.has(order))
  const accepted = new Set(sheet.orders.map(order => order.row))
  sheet.warnings = sheet.warnings.filter(warning => accepted.has(warning.row))
  sheet.refused.sort((a, b) => a.row - b.row)
  sheet.ignored.sort((a, b) => a.row - b.row)
}

function sameContent(a: ParsedOrder, b: ParsedOrder): boolean {
  return JSON.stringify({ ...a, row: 0 }) === JSON.stringify({ ...b, row: 0 })
}

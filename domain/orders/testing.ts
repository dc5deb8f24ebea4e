/** For tests only: a stand-in for the keyed hash, ids that can be read, and what is stored once a plan is carried out. */
import type { Row } from './cell'
import type { GroupBuy, Order, Supplier } from './order'
import { planImport, type ImportInput, type ImportPlan } from './planImport'
import { readOrderRows, type OrderReading, type OrderSheet } from './readOrderRows'

export const hash = (phone: string): string => `h${phone}`
export const id = (...parts: string[]): string => JSON.stringify(parts)

export interface Stored {
  groupBuys: GroupBuy[]
  orders: Order[]
  suppliers: Supplier[]
}

export const nothing: Stored = { groupBuys: [], orders: [], suppliers: [] }

export function carryOut(stored: Stored, plan: ImportPlan): Stored {
  const once = (ids: string[]) => { if (new Set(ids).size !== ids.length) throw new Error('the plan writes one document twice') }
  once([...stored.groupBuys, ...plan.groupBuysToAdd].map(each => each._id))
  once([...stored.orders, ...plan.ordersToAdd].map(each => each._id))
  once([...stored.suppliers, ...plan.suppliersToAdd].map(each => each._id))
  once(plan.ordersToChange.map(each => each._id))
  return {
    groupBuys: [...stored.groupBuys.map(groupBuy => {
      const change = plan.groupBuysToChange.find(each => each._id === groupBuy._id)
      return change ? { ...groupBuy, ...change.set, version: groupBuy.version + 1 } : groupBuy
    }), ...plan.groupBuysToAdd],
    orders: [...stored.orders.map(order => ({ ...order, ...plan.ordersToChange.find(each => each._id === order._id)?.set })), ...plan.ordersToAdd],
    suppliers: [...stored.suppliers, ...plan.suppliersToAdd],
  }
}

export const header: Row = ['订单号', '团购标题', '跟团号', '下单人', '支付时间', '商品', '订单金额', '退款金额', '订单状态', '自提点', '收货人', '联系电话', '详细地址']

const usual: Readonly<Record<string, string | number>> = {
  订单号: '261113-1', 团购标题: '周六果蔬团', 跟团号: 1, 下单人: '七七', 支付时间: '2026-11-13 10:20:15', 商品: '草莓(2斤)+1', 订单金额: '10.00', 退款金额: '0.00',
  订单状态: '已支付', 自提点: '南门', 收货人: '朱子琪', 联系电话: '15400001234', 详细地址: '上海市梧桐苑9号楼1504室',
}

/** A row under `header`; what is not given is unremarkable. */
export function row(different: Partial<Record<string, string | number | null>> = {}): Row {
  return header.map(name => {
    const value = different[name as string]
    return value === undefined ? usual[name as string] ?? null : value
  })
}

export function read(rows: readonly Row[], reading: Partial<OrderReading> = {}): OrderSheet {
  const sheet = readOrderRows(rows, { hash, ...reading })
  if (!sheet.ok) throw new Error(`${sheet.code} ${sheet.message}`)
  return sheet
}

/** Plans the import of rows under `header`. */
export function plan(rows: readonly Row[], more: Partial<ImportInput> = {}): ImportPlan {
  return planImport({ communityId: 'wty', sheet: read([header, ...rows]), products: [], stored: nothing, now: 1000, id, ...more })
}

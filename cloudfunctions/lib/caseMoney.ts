import type { Case } from '../../domain/case/case'
import type { CaseCommandType } from '../../domain/case/commands'
import { leftFor, withLeft } from '../../domain/case/left'
import type { Order } from '../../domain/orders/order'
import { caseOf, type CaseDocument } from './cases'
import { one, pointedTo, readEach, readTogether, sharing, type Beside, type Together } from './oneRequest'

/** A case beside what its money comes from. */
export interface CaseMoney {
  stored: CaseDocument
  order: Order
  /** All other cases of the order. */
  others: CaseDocument[]
}

/** Commands that make money due, or speak of an amount that may become due: they go by what is left now. */
const ABOUT_MONEY: readonly CaseCommandType[] = ['settle', 'offer', 'agree', 'grantAsAsked']

export function isAboutMoney(command: CaseCommandType): boolean {
  return ABOUT_MONEY.includes(command)
}

/** Hung on a case where its money is read. The order first: who decides meanwhile writes the order before the case. */
export const BESIDE_CASE = { orders: pointedTo<Order>('orders', 'orderId'), onOrder: sharing<CaseDocument>('cases', 'orderId') } satisfies Record<string, Beside<unknown>>

/** @returns null when there is no such case */
export async function loadCaseMoney(id: string): Promise<CaseMoney | null> {
  const found = await readTogether(one<CaseDocument>('cases', { _id: id }), BESIDE_CASE)
  return found && caseMoney(found)
}

/** Several cases with their money, in one request. */
export async function loadCasesMoney(query: Record<string, unknown>, most: number): Promise<CaseMoney[]> {
  return (await readEach<CaseDocument, typeof BESIDE_CASE>('cases', query, most, BESIDE_CASE)).map(caseMoney)
}

export function caseMoney({ document: stored, orders: [order], onOrder }: Together<CaseDocument, typeof BESIDE_CASE>): CaseMoney {
  if (!order) throw new Error(`order ${stored.orderId} of case ${stored._id} is missing`)
  return { stored, order, others: onOrder.filter(c => c._id !== stored._id) }
}

/** The case with what can be given on it as of now. */
export function withLeftNow({ stored, order, others }: CaseMoney): Case {
  return { ...caseOf(stored), state: withLeft(stored.state, leftFor(stored.state, order, others.map(o => o.state))) }
}

import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState, Party } from './case'
import type { Remedy } from './remedy'

export type GoodsState =
  | 'none' | 'awaitingReturn' | 'returning' | 'received' | 'passed' | 'failed' | 'returnedToResident'
  | 'replacementDue' | 'replacementSent' | 'replacementReceived'

/** How goods travel. */
export const GOODS_WAYS = { pickupPoint: '放自提点', door: '上门', courier: '快递', nextDelivery: '跟下次到货一起' } as const
export type GoodsWay = keyof typeof GOODS_WAYS
export const GOODS_WAY_CODES = Object.keys(GOODS_WAYS) as [GoodsWay, ...GoodsWay[]]

/** What goes back or comes for a case, and where it is. */
export interface Goods {
  state: GoodsState
  since: number
  /** Who has to send what is to come; who takes back has to look at it. */
  by: 'leader' | 'supplier'
  /** By whom what goes back is received and looked at. Missing: the leader, at the pick-up point. */
  to?: 'leader' | 'supplier'
  /** Once they are home again, something else is sent. Missing: nothing is. */
  then?: 'replacementDue'
  /** How it travelled last. */
  way: GoodsWay | null
  waybill: string
}

export const goodsState = (c: Pick<CaseState, 'goods'>): GoodsState => c.goods?.state ?? 'none'

/** Who receives what goes back, and looks at it. */
export function sentTo(c: Pick<CaseState, 'goods'>): 'leader' | 'supplier' {
  return c.goods?.to ?? 'leader'
}

/** Not out of the household's hands yet: to be brought, or to be fetched at the door. */
export function isNotHandedOver(c: Pick<CaseState, 'goods'>): boolean {
  return goodsState(c) === 'awaitingReturn' || (goodsState(c) === 'returning' && c.goods?.way === 'door')
}

/** Whether somebody has still to do something with goods: then they come before the money. */
export function goodsAreBusy(c: Pick<CaseState, 'goods'>): boolean {
  return ['awaitingReturn', 'returning', 'received', 'replacementDue', 'replacementSent'].includes(goodsState(c))
}

/** What came back and failed inspection goes home, unless whoever decides it anew keeps it: until somebody decides, it waits for that. */
export function goesHome(c: Pick<CaseState, 'goods' | 'decision'>): boolean {
  return goodsState(c) === 'failed' && ['agreed', 'rejected', 'dismissed', 'withdrawn', 'lapsed'].includes(c.decision)
}

/** Whether the seller keeps what came back and failed, with this way out: it is taken back after all, changed, or said to be kept. */
export function staysHere({ remedy, kept }: { remedy: Remedy | null; kept?: boolean | undefined }): boolean {
  return kept === true || remedy === 'returnRefund' || remedy === 'exchange' || remedy === 'repair'
}

/** Who has the next thing to do with them; null when nobody has. */
export function goodsHolder(c: Pick<CaseState, 'goods'>): Party | null {
  switch (goodsState(c)) {
    case 'awaitingReturn': case 'replacementSent': return 'resident'
    case 'returning': case 'received': return sentTo(c)
    case 'replacementDue': return c.goods?.by ?? 'leader'
    default: return null
  }
}

/** Whether something has to be sent after what came back was found all right. */
export function sendsAfterwards(remedy: Remedy | null | undefined): boolean {
  return remedy === 'exchange' || remedy === 'repair'
}

/** A parcel has a number that somebody can ask for. */
export function waybillTrouble(way: GoodsWay, waybill: string): Refusal | null {
  if (way === 'courier') return /^[A-Za-z0-9-]{6,40}$/.test(waybill) ? null : refusal('WAYBILL_NEEDED', '请填快递单号', 'command.waybill')
  return waybill === '' ? null : refusal('NO_WAYBILL', '只有寄快递才填单号', 'command.waybill')
}

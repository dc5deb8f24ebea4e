import type { CaseState, Party } from '../case/case'
import type { CaseEvent } from '../case/events'
import { goesHome, sentTo } from '../case/goods'
import { holderOf, leadersSide } from '../case/stage'

interface Condition {
  /** For whoever reads the table. */
  says: string
  /** `c`: the case right after the event. */
  holds: (c: CaseState, e: CaseEvent) => boolean
}

function condition(says: string, holds: Condition['holds']): Condition {
  return { says, holds }
}

/** What lines of the table depend on. */
export const CONDITIONS = {
  firstSupplier: condition('先问供货商', (_c, e) => e.type === 'Filed' && e.heldBy === 'supplier'),
  firstDesk: condition('先由平台看', (_c, e) => e.type === 'Filed' && e.heldBy === 'operator'),
  byRule: condition('按小区的规则', (_c, e) => e.type === 'Filed' && Boolean(e.route)),
  byDesk: condition('平台做的', (_c, e) => e.by.party === 'operator'),
  byClock: condition('到了时间自动的', (_c, e) => e.by.party === 'system'),
  byResident: condition('邻居说的', (_c, e) => e.by.party === 'resident'),
  claimed: condition('要供货商承担', c => c.recovery === 'claimed'),
  nobodySupplies: condition('没有供货商', c => c.supplierId === null),
  supplierSends: condition('由供货商补东西', c => c.goods?.state === 'replacementDue' && c.goods.by === 'supplier'),
  supplierDecides: condition('供货商在看', c => c.decision === 'withSupplier'),
  deskDecides: condition('平台来定', c => c.decision === 'withOperator'),
  appealed: condition('有人在重新看', c => c.decision === 'appealed'),
  leaderHolds: condition('在团长手里', c => holderOf(c) === 'leader'),
  supplierHolds: condition('在供货商手里', c => holderOf(c) === 'supplier'),
  deskHolds: condition('在平台手里', c => holderOf(c) === 'operator'),
  deskHasPart: condition('平台在办、或办法是平台给的', c => leadersSide(c) !== 'operator' && (holderOf(c) === 'operator' || c.offer?.by === 'operator')),
  grantsNothing: condition('什么都没要', (c, e) => e.type === 'SupplierGranted' && e.amount === 0 && !c.goods),
  goesHome: condition('东西要还给邻居', c => goesHome(c)),
  toLeader: condition('给团长', (_c, e) => 'to' in e && e.to === 'leader'),
  toSupplier: condition('给供货商', (_c, e) => 'to' in e && e.to === 'supplier'),
  toDesk: condition('给平台', (_c, e) => 'to' in e && e.to === 'operator'),
  toNobody: condition('没有人', (_c, e) => 'to' in e && e.to === 'nobody'),
  appealEnded: condition('没有人重新看了', (_c, e) => e.type === 'Reassigned' && e.appealEnded === true),
  supplierGone: condition('供货商那边没有人了', (_c, e) => e.type === 'Reassigned' && e.from === 'supplier'),
  someoneElse: condition('换人看', (_c, e) => e.type === 'Reassigned' && e.why !== undefined),
  cameIn: condition('来了能看的人', (_c, e) => e.type === 'Reassigned' && e.why === 'cameIn'),
  internal: condition('只给自己人', (_c, e) => e.type === 'Noted' && e.internal),
  sentToSupplier: condition('退给供货商', c => sentTo(c) === 'supplier'),
  notBroughtYet: condition('还没拿来', c => c.goods?.state === 'awaitingReturn'),
  moneyDue: condition('该退钱了', c => c.money === 'due'),
  agreedBefore: condition('说好退货的', c => c.lapsedFrom === 'agreed'),
  offerStands: condition('给的办法还留着', c => c.lapsedFrom === 'offered' && c.offer?.options.some(o => o.until === undefined) === true),
  remindsResident: condition('等邻居，还没到时间，或者是危险', (c, e) => reminds(c, e, 'resident')),
  remindsLeader: condition('等团长，还没到时间，或者是危险', (c, e) => reminds(c, e, 'leader')),
  remindsSupplier: condition('等供货商，还没到时间，或者是危险', (c, e) => reminds(c, e, 'supplier')),
  remindsDesk: condition('等平台，还没到时间，或者是危险', (c, e) => reminds(c, e, 'operator')),
  deskTakes: condition('平台接过去', (_c, e) => e.type === 'Escalated' && e.takes),
} satisfies Record<string, Condition>

/** A danger that nobody looks at in time is told of by itself, and at once. */
function reminds(c: CaseState, e: CaseEvent, party: Party): boolean {
  return e.type === 'Reminded' && e.party === party && (!e.late || c.class === 'hazard')
}

export type ConditionName = keyof typeof CONDITIONS

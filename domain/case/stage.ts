import type { CaseState, Party } from './case'
import { pendingAt } from './effect'
import { goesHome, goodsAreBusy, goodsHolder, goodsState } from './goods'
import type { About, CaseClass } from './reasons'

/** What people call the point a case has reached; derived from the machines. */
export type Stage =
  | 'waitingLeader' | 'waitingEvidence' | 'waitingSupplier' | 'waitingOperator' | 'waitingNobody' | 'offered' | 'countered'
  | 'waitingReturn' | 'returning' | 'inspecting' | 'givingBack' | 'waitingReplacement' | 'replacementSent' | 'replaced'
  | 'refunding' | 'refundFailed' | 'refunded' | 'agreedNoMoney' | 'rejected' | 'appealed' | 'dismissed' | 'withdrawn' | 'lapsed' | 'returnOff'

/** In a resident's words. */
export const STAGE_WORDS: Record<Stage, string> = {
  waitingLeader: '等团长看',
  waitingEvidence: '等您补一张照片',
  waitingSupplier: '等供货商回话',
  waitingOperator: '等平台定',
  waitingNobody: '暂时没有人能看',
  offered: '给您的处理，等您点头',
  countered: '您提了价，等回话',
  waitingReturn: '等您退货',
  returning: '等退货',
  inspecting: '退货到了，等验货',
  givingBack: '等把东西还给您',
  waitingReplacement: '等换货',
  replacementSent: '换的发出来了，等您收到',
  replaced: '已换货',
  refunding: '退款中',
  refundFailed: '退款没成功，正在重退',
  refunded: '已退款',
  agreedNoMoney: '团长知道了',
  rejected: '没同意',
  appealed: '有人在重新看',
  dismissed: '重新看过，还是没同意',
  withdrawn: '您已撤销',
  lapsed: '没等到您的回音',
  returnOff: '退货先放着',
}

export function stageOf(c: CaseState): Stage {
  const stage = stageBeside(c)
  return c.nobodyThere != null && ['leader', 'operator'].includes(holderIn(stage, c) ?? '') ? 'waitingNobody' : stage
}

/** Whoever is there. */
function stageBeside(c: CaseState): Stage {
  const goods = goodsStage(c)
  if (goods) return goods
  switch (c.money) {
    case 'due': case 'paying': return 'refunding'
    case 'failed': return 'refundFailed'
    case 'paid': case 'confirmed': return 'refunded'
  }
  switch (c.decision) {
    case 'review': return 'waitingLeader'
    case 'evidence': return 'waitingEvidence'
    case 'withSupplier': return 'waitingSupplier'
    case 'withOperator': return 'waitingOperator'
    case 'offered': return 'offered'
    case 'countered': return 'countered'
    case 'agreed': return goodsState(c) === 'replacementReceived' ? 'replaced' : 'agreedNoMoney'
    case 'rejected': return 'rejected'
    case 'appealed': return 'appealed'
    case 'dismissed': return 'dismissed'
    case 'withdrawn': return 'withdrawn'
    case 'lapsed': return c.lapsedFrom === 'agreed' ? 'returnOff' : 'lapsed'
  }
}

function goodsStage(c: CaseState): Stage | null {
  switch (goodsState(c)) {
    case 'awaitingReturn': return 'waitingReturn'
    case 'returning': return 'returning'
    case 'received': return 'inspecting'
    case 'failed': return goesHome(c) ? 'givingBack' : null
    case 'replacementDue': return 'waitingReplacement'
    case 'replacementSent': return 'replacementSent'
    default: return null
  }
}

/** What a complaint about somebody there leads to is for whoever has it to do: where it is the desk's, the leader's side does not know of it. */
export function leadersSide(c: Pick<CaseState, 'desk' | 'hiddenFrom' | 'handledBy'>): 'leader' | 'operator' {
  if ((c.hiddenFrom ?? []).length === 0) return 'leader'
  return c.handledBy ?? (c.desk ? 'operator' : 'leader')
}

/** Who has to do something next for the resident; null when nobody has. Goods go before money, money before the decision; recovery never holds a case. */
export function holderOf(c: CaseState): Party | null {
  return holderIn(stageOf(c), c)
}

/** The same, whether or not anybody is left there who may act. */
export function heldBeside(c: CaseState): Party | null {
  return holderIn(stageBeside(c), c)
}

function holderIn(stage: Stage, c: CaseState): Party | null {
  switch (stage) {
    case 'waitingLeader': case 'refunding': case 'refundFailed': case 'givingBack': return leadersSide(c)
    case 'waitingEvidence': case 'offered': return 'resident'
    case 'waitingSupplier': return 'supplier'
    // What nobody may see is found by the first who comes and may: until then it is in the way of nobody.
    case 'waitingOperator': case 'appealed': case 'waitingNobody': return 'operator'
    case 'countered': return c.offer?.by ?? 'leader'
    case 'waitingReturn': case 'returning': case 'inspecting': case 'waitingReplacement': case 'replacementSent': return goodsHolder(c) === 'leader' ? leadersSide(c) : goodsHolder(c)
    default: return null
  }
}

/** Whose it is to say something now, were it not for a question to the household. */
export function liesWith(c: CaseState): Party | null {
  if (c.decision !== 'evidence') return holderOf(c)
  return c.evidenceAsked?.from === 'withOperator' ? 'operator' : c.evidenceAsked?.from === 'withSupplier' ? 'supplier' : leadersSide(c)
}

/** Whether the resident is still waiting for something. */
export function isOpen(c: CaseState): boolean {
  return holderOf(c) !== null
}

/**
 * The key that at most one case per order line may hold: the line, while the case can still move or be revived
 * (a refused one may be looked at again), else the case's own id. Kept unique by an index, not by a check.
 * What may yet be taken back lets go of nothing: another case could be on the line by then.
 */
export function openKeyOf(state: CaseState, now: number): string {
  const c = pendingAt(state, now)?.before ?? state
  // What was paid once and did not arrive is paid again by itself: another case may be on the line since.
  const done = c.closedAt != null || c.decision === 'withdrawn' || c.decision === 'dismissed' || c.payment !== null || (c.decision === 'agreed' && c.money === 'none' && !goodsAreBusy(c))
  if (done) return `done:${c.id}`
  const lane = laneKey(c.line.orderId, c.line.lineId, c.class, c.about)
  return c.beside ? `${lane}/${c.beside}` : lane
}

/**
 * A danger may be raised while something else on the line is still open, and a complaint about somebody neither holds up the goods nor shows
 * that it is there: each has a lane of its own beside that of the goods, which is the line itself. What names somebody has one for whom it names: who
 * files a suggestion for a neighbour neither keeps a complaint about themselves out nor finds that there is one.
 */
export function laneKey(orderId: string, lineId: string, caseClass: CaseClass, about?: About): string {
  const names = about !== undefined && about !== 'operator'
  const lane = caseClass === 'service' && names ? `said:${about}` : LANES[caseClass]
  return lane ? `${lineKey(orderId, lineId)}:${lane}` : lineKey(orderId, lineId)
}

const LANES: Partial<Record<CaseClass, 'hazard' | 'said'>> = { hazard: 'hazard', service: 'said', suggestion: 'said' }

/** What can be filed on a line while something about the goods is open. */
export const BESIDE_GOODS = Object.keys(LANES) as CaseClass[]

/** Whether what holds this key is open in this lane, be it beside another. */
export function isInLane(openKey: string, lane: string): boolean {
  return openKey === lane || openKey.startsWith(`${lane}/`)
}

export function lineKey(orderId: string, lineId: string): string {
  return `line:${orderId}:${lineId}`
}

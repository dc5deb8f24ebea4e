import type { CaseCommandType } from './commands'
import type { CaseEventType } from './events'

/** What a command does, to go on with 现在不能…. */
export const COMMAND_WORDS: Record<CaseCommandType, string> = {
  settle: '直接同意', forward: '转给供货商看', askEvidence: '请邻居补照片', addEvidence: '再补照片', reject: '回「不同意」', offer: '另给办法', agree: '点同意', decline: '点不同意',
  counter: '还价', withdraw: '撤销', appeal: '请人再看看', decideAppeal: '重新定', extendClaim: '加报', refer: '请平台定', reassign: '转给别人', investigate: '开始查', endInvestigation: '写查完了', plan: '写接下来怎么办',
  note: '记一笔', expedite: '催', sendReturn: '退东西', callOffReturn: '取消退货', forwardReturn: '把退货转给供货商', receiveReturn: '点收到退货', inspectReturn: '点验过了', giveBack: '点还回去了',
  sendReplacement: '点发出去了', receiveReplacement: '点收到了', startRefund: '点在退了', payRefund: '点已退款', failRefund: '说没退成', confirmRefund: '点收到钱了', splitLiability: '分谁承担', lapse: '放一放', close: '收起来',
  reopen: '接着说', rate: '评分', grantAsAsked: '按要求同意', disputeAsAsked: '提不同意见', admitRecovery: '认这笔钱', disputeRecovery: '不认这笔钱', undo: '撤回', tell: '点告诉过了', takeOver: '认领', promise: '说好时间', disown: '说不是自己的意思',
}

/** Which commands an event can have come of. A filing is none of them, nor what the clock does by itself. */
const COMES_OF: Record<CaseEventType, readonly CaseCommandType[]> = {
  Filed: [], Settled: ['settle'], Forwarded: ['forward'], EvidenceAsked: ['askEvidence'], EvidenceAdded: ['addEvidence'], Rejected: ['reject'], Offered: ['offer'], DecisionUndone: ['undo'],
  OfferAgreed: ['agree', 'lapse'], OfferDeclined: ['decline'], SupplierGranted: ['grantAsAsked'], SupplierDisputed: ['disputeAsAsked'], RecoveryAdmitted: ['admitRecovery'], RecoveryDisputed: ['disputeRecovery'],
  RefundPaid: ['payRefund'], Withdrawn: ['withdraw'], Countered: ['counter'], Appealed: ['appeal'], AppealUpheld: ['decideAppeal'], AppealDismissed: ['decideAppeal'], ClaimExtended: ['extendClaim'],
  Referred: ['refer'], Reassigned: ['reassign'], InvestigationStarted: ['investigate'], InvestigationEnded: ['endInvestigation'], Planned: ['plan'], Noted: ['note'], Expedited: ['expedite'],
  ReturnSent: ['sendReturn'], ReturnCalledOff: ['callOffReturn'], ReturnForwarded: ['forwardReturn'], ReturnReceived: ['receiveReturn'], ReturnPassed: ['inspectReturn'], ReturnFailed: ['inspectReturn'],
  GivenBack: ['giveBack'], ReplacementSent: ['sendReplacement'], ReplacementReceived: ['receiveReplacement'], RefundStarted: ['startRefund'], RefundFailed: ['failRefund'], RefundConfirmed: ['confirmRefund'],
  LiabilitySplit: ['splitLiability'], Lapsed: ['lapse'], Reopened: ['reopen'], Closed: ['close'], Rated: ['rate'], Promised: ['promise'], Told: ['tell'], NotTold: [], TakenOver: ['takeOver'], Reminded: [], Escalated: [], SupplierMissed: [], AnswerDisowned: ['disown'],
}

/** Whether an event is what a command of this kind yields, as far as one can tell by its kind. */
export function mayComeOf(event: CaseEventType, command: CaseCommandType): boolean {
  return COMES_OF[event].includes(command)
}

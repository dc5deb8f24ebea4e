import type { CaseEventType } from '../case/events'
import type { NoticeKind, Told } from './kinds'
import type { ConditionName } from './conditions'

/**
 * The table of messages: what happened to a case → who is told → of which kind, in which words. Everything that the words leave open is a `{blank}`, filled by
 * `blanks.ts`; what a line depends on is a named condition of `conditions.ts`. Which template a kind goes by stands in `templates.ts`, which page it opens in
 * `pages.ts`. docs/messages.md is written from it (`npm run permissions`).
 */
export interface Line {
  /** All of these hold; none named: always. */
  when?: readonly ConditionName[]
  kind: NoticeKind
  title: string
  body: string
  /** Five 汉字 at most, where a template has room for where it stands; `{result}` is worked out. */
  status?: string
  /** Why, or what comes next, where a template has room for it; else the title says it. */
  next?: string
}

/** Nobody is told, and why. */
export interface Untold { when?: readonly ConditionName[]; untold: string }

/** The first whose conditions hold counts; the last has none, so that something always does. */
export type Cell = readonly (Line | Untold)[]

export type Row = Readonly<Record<Told, Cell>>

function told(kind: NoticeKind, title: string, body = '{goods}', more: Pick<Line, 'status' | 'next'> = {}): Line {
  return { kind, title, body, ...more }
}

function when(conditions: ConditionName | readonly ConditionName[], entry: Line | Untold): Line | Untold {
  return { ...entry, when: typeof conditions === 'string' ? [conditions] : conditions }
}

function untold(why: string): Untold {
  return { untold: why }
}

const OWN = untold('自己做的')
const NOT_THEIRS = untold('不是他们的事')
const NOBODY_SUPPLIES = when('nobodySupplies', untold('没有供货商'))
/** What is the leader's to do goes to the desk where the desk has the complaint. */
const LEADERS_WAY = untold('由平台办的，团长那一格就归平台')
const READS_ON = untold('打开就看得到，不另外打扰')
const NOT_YOURS = '。不是您的意思，点开按一下「这不是我的意思」'
const CLAIMED = when('claimed', told('toHandle', '请确认承担 {claimed}', '{goods}，居民的钱由团长退{due}'))

export const TABLE: Readonly<Record<CaseEventType, Row>> = {
  Filed: {
    resident: [told('progress', '{who}替您报了：{reason}', '{goods}，{channel}。不对的话点开看看')],
    leader: [
      when('firstSupplier', told('progress', '{buyer}：{reason}', '{goods}，{wish}，按您的规则先问供货商，您也可以直接定')),
      when(['firstDesk', 'byRule'], told('progress', '{buyer}：{reason}', '{goods}，{wish}，按小区的规则先由平台看')),
      when('firstDesk', told('progress', '{buyer}：{reason}', '{goods}，{wish}，先由平台看')),
      told('toHandle', '{buyer}：{reason}', '{goods}，{wish}{due}'),
    ],
    supplier: [
      when('firstSupplier', told('toHandle', '请您先看看：{reason}', '{goods}，团长说好这样的事先问您{due}')),
      when('firstDesk', told('progress', '有居民反映{reason}', '{goods}，平台正在看，先让您知道')),
      told('progress', '有居民反映{reason}', '{goods}，团长正在看，先让您知道'),
    ],
    operator: [when('firstDesk', told('toHandle', '{buyer}：{reason}', '{goods}，{wish}{due}')), NOT_THEIRS],
  },
  Settled: {
    resident: [told('result', '{agreed}', '{goods}，{agreedNext}', { status: '{result}', next: '{agreedNext}' })],
    leader: [when('byDesk', told('toHandle', '平台定了', '{goods}，{leaderNext}{due}')), OWN],
    supplier: [CLAIMED, NOBODY_SUPPLIES, told('progress', '{who}处理好了')],
    operator: [LEADERS_WAY],
  },
  Forwarded: {
    resident: [told('progress', '{who}请供货商先看看', '{goods}，供货商回了话就告诉您')],
    leader: [when('byDesk', told('progress', '平台请供货商先看看')), OWN],
    supplier: [told('toHandle', '{who}请您先看看', '{goods}，{reasonNow}{due}')],
    operator: [NOT_THEIRS],
  },
  EvidenceAsked: {
    resident: [told('toHandle', '{missing}', '{goods}{saying}{due}', { status: '等您补充' })],
    leader: [told('progress', '{who}请邻居补一点')],
    supplier: [untold('等居民补来再说')],
    operator: [NOT_THEIRS],
  },
  EvidenceAdded: {
    resident: [told('progress', '{who}替您补上了')],
    leader: [when('supplierDecides', untold('供货商先看')), when('deskDecides', untold('平台在看')), when('appealed', untold('平台在看')), told('toHandle', '邻居补来了', '{goods}{due}')],
    supplier: [when('supplierDecides', told('toHandle', '补来了，请再看看', '{goods}{due}')), untold('不是他们在看')],
    operator: [when('deskDecides', told('toHandle', '邻居补来了', '{goods}{due}')), when('appealed', told('toHandle', '邻居补来了', '{goods}{due}')), LEADERS_WAY],
  },
  Rejected: {
    resident: [told('result', '没同意：{criterion}', '{goods}{saying}。还能怎么办，点开看', { status: '没同意', next: '{criterion}' })],
    leader: [told('progress', '{who}没同意这件事')],
    supplier: [told('progress', '{who}没同意这件事')],
    operator: [NOT_THEIRS],
  },
  Offered: {
    resident: [told('toHandle', '有了处理办法，等您点头', '{goods}，{options}{due}', { status: '等您点头', next: '{options}' })],
    leader: [told('progress', '{who}给了办法', '{goods}，等居民点头')],
    supplier: [told('progress', '{who}给了处理办法', '{goods}，等居民点头')],
    operator: [NOT_THEIRS],
  },
  DecisionUndone: { resident: [untold('还没告诉过，就当没有过')], leader: [untold('还没告诉过，就当没有过')], supplier: [untold('还没告诉过，就当没有过')], operator: [untold('还没告诉过，就当没有过')] },
  Told: { resident: [untold('他已经知道了')], leader: [READS_ON], supplier: [NOT_THEIRS], operator: [READS_ON] },
  NotTold: { resident: [untold('消息栏里一直有，微信送不到的不再送')], leader: [untold('还没告诉到的那一栏里有')], supplier: [NOT_THEIRS], operator: [READS_ON] },
  OfferAgreed: {
    resident: [
      when('byClock', told('result', '按您要的办了', '{goods}，{agreed}', { status: '{result}', next: '{agreedNext}' })),
      told('result', '{who}替您点了同意', `{goods}，{agreed}${NOT_YOURS}`, { status: '{result}', next: '{who}替您点了同意' }),
    ],
    leader: [when('byClock', told('toHandle', '邻居没回话，按他要的办', '{goods}，{leaderNext}{due}')), told('toHandle', '邻居同意了', '{goods}，{leaderNext}{due}')],
    supplier: [
      CLAIMED, NOBODY_SUPPLIES,
      when(['supplierSends', 'byClock'], told('toHandle', '居民没回话，按他要的办', '{goods}，请把东西补给居民{due}')),
      when('supplierSends', told('toHandle', '居民同意了', '{goods}，请把东西补给居民{due}')),
      when('byClock', told('progress', '居民没回话，按他要的办')),
      told('progress', '居民同意了'),
    ],
    operator: [LEADERS_WAY],
  },
  OfferDeclined: {
    resident: [told('progress', '{who}替您点了不同意', `{goods}，{decides}再看看。原来的办法对您还作数${NOT_YOURS}`)],
    leader: [when('deskDecides', untold('平台再看')), told('toHandle', '邻居没同意', '{goods}，请再看看{due}')],
    supplier: [untold('接下来由别人再看')],
    operator: [when('deskDecides', told('toHandle', '邻居没同意', '{goods}，请再看看{due}')), LEADERS_WAY],
  },
  AnswerDisowned: {
    resident: [OWN],
    leader: [told('toHandle', '邻居说替他点的不是他的意思', '{goods}{saying}')],
    supplier: [NOBODY_SUPPLIES, told('progress', '居民说替点的不算数')],
    operator: [when('deskHasPart', told('toHandle', '邻居说替他点的不是他的意思', '{goods}{saying}')), LEADERS_WAY],
  },
  SupplierGranted: {
    resident: [
      when('grantsNothing', told('result', '供货商知道了', '{goods}', { status: '知道了' })),
      told('result', '{agreed}', '{goods}，{agreedNext}', { status: '{result}', next: '{agreedNext}' }),
    ],
    leader: [when('grantsNothing', told('progress', '供货商知道了')), told('toHandle', '供货商同意了', '{goods}，{leaderNext}{due}')],
    supplier: [OWN],
    operator: [LEADERS_WAY],
  },
  SupplierDisputed: {
    resident: [told('progress', '供货商回话了，{decides}来定')],
    leader: [when('deskDecides', untold('平台来定')), told('toHandle', '供货商有不同意见', '{goods}，请您来定{due}')],
    supplier: [OWN],
    operator: [when('deskDecides', told('toHandle', '供货商有不同意见', '{goods}，请您来定{due}')), LEADERS_WAY],
  },
  RecoveryAdmitted: {
    resident: [untold('谁承担跟居民的钱没有关系')],
    leader: [when('byClock', told('progress', '供货商没回话，按说好的算认了 {claimed}')), told('progress', '{bearer}认了 {claimed}')],
    supplier: [when('byClock', told('progress', '到时间没回话，按说好的算认了 {claimed}', '{goods}，跟团长结货款时扣')), OWN],
    operator: [NOT_THEIRS],
  },
  RecoveryDisputed: {
    resident: [untold('谁承担跟居民的钱没有关系')],
    leader: [told('progress', '{bearer}不认这笔钱', '{goods}，{claimed}')],
    supplier: [OWN],
    operator: [NOT_THEIRS],
  },
  RefundPaid: {
    resident: [told('refund', '已退款 {total}', '{goods}，请留意到账')],
    leader: [READS_ON],
    supplier: [untold('跟供货商的账不因此变')],
    operator: [READS_ON],
  },
  Withdrawn: {
    resident: [OWN],
    leader: [when('goesHome', told('toHandle', '邻居撤销了，请把东西还给他', '{goods}{due}')), told('progress', '邻居撤销了')],
    supplier: [told('progress', '居民撤销了')],
    operator: [LEADERS_WAY],
  },
  Countered: {
    resident: [OWN],
    leader: [when('toLeader', told('toHandle', '邻居想要退 {wanted}', '{goods}{saying}{due}')), untold('办法不是他给的')],
    supplier: [when('toSupplier', told('toHandle', '邻居想要退 {wanted}', '{goods}{saying}{due}')), untold('办法不是他给的')],
    operator: [when('toDesk', told('toHandle', '邻居想要退 {wanted}', '{goods}{saying}{due}')), untold('办法不是平台给的')],
  },
  Appealed: {
    resident: [told('progress', '{who}替您请人再看看', `{goods}${NOT_YOURS}`)],
    leader: [told('progress', '邻居请平台再看看')],
    supplier: [told('progress', '居民请平台再看看')],
    operator: [told('toHandle', '有人请您再看看', '{goods}{saying}{due}')],
  },
  AppealUpheld: {
    resident: [told('result', '重新看过：{agreedOrYes}', '{goods}{saying}', { status: '{result}', next: '{agreedNext}' })],
    leader: [told('toHandle', '平台重新看过，同意了', '{goods}，{leaderNext}{due}')],
    supplier: [CLAIMED, untold('不用他承担')],
    operator: [OWN],
  },
  AppealDismissed: {
    resident: [told('result', '重新看过，还是没同意', '{goods}{saying}。有新情况可以再说，也可以打 12315', { status: '没同意', next: '{words}' })],
    leader: [told('progress', '平台重新看过，没改')],
    supplier: [told('progress', '平台重新看过，没改')],
    operator: [OWN],
  },
  ClaimExtended: {
    resident: [OWN],
    leader: [when('leaderHolds', told('progress', '邻居说又有坏的', '{goods}，{newWish}')), untold('不在他手里')],
    supplier: [when('supplierHolds', told('progress', '邻居说又有坏的', '{goods}，{newWish}')), untold('不在他手里')],
    operator: [when('deskHolds', told('progress', '邻居说又有坏的', '{goods}，{newWish}')), untold('不在平台手里')],
  },
  Referred: {
    resident: [told('progress', '请平台来定了', '{goods}，平台会给您回话')],
    leader: [told('progress', '{who}请平台来定', '{goods}{saying}')],
    supplier: [told('progress', '{who}请平台来定')],
    operator: [told('toHandle', '{who}请您来定', '{goods}{saying}{due}')],
  },
  Reassigned: {
    resident: [
      when('appealEnded', told('result', '这里没有人能重新看了', '{goods}，平台不再帮这个小区，原来的结果不变。团长还可以同意；也可以打 12315', { status: '结果不变', next: '团长还可以同意；也可以打 12315' })),
      when('toNobody', told('progress', '现在没有人能看这件事', '{goods}{saying}')),
      when('supplierGone', told('progress', '{whatIsLeft}改由{newSide}来办')),
      when('cameIn', told('progress', '有人能看了，接着看', '{goods}，{newSideTalks}会给您回话')),
      when('someoneElse', told('progress', '换了人接着看', '{goods}，{newSideTalks}会给您回话')),
      when('byClock', told('progress', '平台不在了，由团长来定')),
      when('toLeader', told('progress', '由团长来定')),
      told('progress', '由平台来定'),
    ],
    leader: [
      when('appealEnded', told('progress', '平台不在了，没人能重新看', '{goods}，您还可以改主意同意')),
      when('toNobody', untold('等平台请人')),
      when(['supplierGone', 'toLeader'], told('toHandle', '供货商那边没有人了，{whatIsLeft}请您来办', '{goods}{due}')),
      when('supplierGone', untold('归平台办')),
      when(['someoneElse', 'toLeader'], told('toHandle', '这件事现在请您来看', '{goods}{due}')),
      when('someoneElse', untold('归平台看')),
      when('byClock', told('toHandle', '平台不在了，请您来定', '{goods}{due}')),
      when('toLeader', told('toHandle', '平台转给您定', '{goods}{saying}{due}')),
      told('progress', '平台接过去定了', '{goods}{saying}'),
    ],
    supplier: [untold('谁来定，跟要他办的没有关系')],
    operator: [
      when('appealEnded', untold('平台不在了')),
      when('toNobody', told('toHandle', '这件没有人能定，请再请一位')),
      when(['supplierGone', 'toDesk'], told('toHandle', '供货商那边没有人了，{whatIsLeft}请您来办', '{goods}{due}')),
      when(['someoneElse', 'toDesk'], told('toHandle', '这件事现在请您来看', '{goods}{due}')),
      LEADERS_WAY,
    ],
  },
  InvestigationStarted: {
    resident: [told('progress', '平台在查，{until}有结果', '{goods}{saying}')],
    leader: [told('progress', '平台在查')],
    supplier: [told('progress', '平台在查')],
    operator: [OWN],
  },
  InvestigationEnded: {
    resident: [told('progress', '平台查完了', '{goods}{saying}')],
    leader: [told('progress', '平台查完了', '{goods}{saying}')],
    supplier: [told('progress', '平台查完了')],
    operator: [OWN],
  },
  Planned: { resident: [told('progress', '写好了接下来怎么办', '{goods}，{steps}')], leader: [READS_ON], supplier: [READS_ON], operator: [READS_ON] },
  Noted: {
    resident: [when('internal', untold('只写给自己人看')), told('progress', '{who}给您留了话', '{goods}{saying}')],
    leader: [READS_ON], supplier: [NOT_THEIRS], operator: [READS_ON],
  },
  Expedited: {
    resident: [OWN],
    leader: [when('leaderHolds', told('toHandle', '邻居在催', '{goods}{saying}{due}')), untold('不在他手里')],
    supplier: [when('supplierHolds', told('toHandle', '邻居在催', '{goods}{saying}{due}')), untold('不在他手里')],
    operator: [when('deskHolds', told('toHandle', '邻居在催', '{goods}{saying}{due}')), untold('不在平台手里')],
  },
  ReturnSent: {
    resident: [OWN],
    leader: [when('sentToSupplier', told('progress', '退货在路上', '{goods}，退给供货商')), told('toHandle', '退货在路上', '{goods}，{way}{due}')],
    supplier: [when('sentToSupplier', told('toHandle', '退货在路上，请您收', '{goods}{due}')), told('progress', '退货在路上')],
    operator: [LEADERS_WAY],
  },
  ReturnCalledOff: {
    resident: [OWN],
    leader: [told('progress', '邻居先不退了', '{goods}{saying}，钱先不用退。七天里他还可以再退')],
    supplier: [told('progress', '居民先不退了')],
    operator: [NOT_THEIRS],
  },
  ReturnForwarded: {
    resident: [when('notBroughtYet', told('progress', '东西请退给供货商', '{goods}{saying}')), told('progress', '东西转给供货商看了', '{goods}{saying}')],
    leader: [OWN],
    supplier: [told('toHandle', '退货请您收、请您验', '{goods}{due}')],
    operator: [NOT_THEIRS],
  },
  ReturnReceived: {
    resident: [told('progress', '退回来的东西收到了', '{goods}，验过就告诉您')],
    leader: [told('progress', '{who}收到退货了')],
    supplier: [told('progress', '退货收到了')],
    operator: [NOT_THEIRS],
  },
  ReturnPassed: {
    resident: [told('result', '验过了，没问题', '{goods}，{nextAfterReturn}', { status: '验过了', next: '{nextAfterReturn}' })],
    leader: [when('moneyDue', told('toHandle', '退货验过了', '{goods}，{leaderNext}{due}')), told('progress', '退货验过了', '{goods}，{leaderNext}{due}')],
    supplier: [CLAIMED, told('progress', '退货验过了')],
    operator: [LEADERS_WAY],
  },
  ReturnFailed: {
    resident: [told('result', '验过了，和说的不一样', '{goods}{sayingOrSide}', { status: '没验过', next: '{wordsOrSide}' })],
    leader: [told('toHandle', '退货没通过，请您来定', '{goods}{saying}')],
    supplier: [told('progress', '退货没通过')],
    operator: [LEADERS_WAY],
  },
  GivenBack: { resident: [told('progress', '东西还给您了', '{goods}，{way}')], leader: [READS_ON], supplier: [READS_ON], operator: [READS_ON] },
  ReplacementSent: {
    resident: [told('toHandle', '{sent}发出来了，收到点一下', '{goods}，{way}{waybill}', { status: '请您收一下' })],
    leader: [told('progress', '{sent}发出来了')],
    supplier: [told('progress', '{sent}发出来了')],
    operator: [NOT_THEIRS],
  },
  ReplacementReceived: {
    resident: [told('progress', '{who}替您点了收到', `{goods}${NOT_YOURS}`)],
    leader: [told('progress', '邻居收到了')],
    supplier: [told('progress', '居民收到了')],
    operator: [NOT_THEIRS],
  },
  RefundStarted: { resident: [told('progress', '正在退钱给您', '{goods}，到账会再告诉您')], leader: [READS_ON], supplier: [NOT_THEIRS], operator: [READS_ON] },
  RefundFailed: {
    resident: [told('result', '这次没退成，会再退一次', '{goods}', { status: '没退成' })],
    leader: [when('byResident', told('toHandle', '邻居说没收到钱', '{goods}{saying}{due}')), READS_ON],
    supplier: [NOT_THEIRS],
    operator: [LEADERS_WAY],
  },
  RefundConfirmed: { resident: [OWN], leader: [told('progress', '邻居收到钱了')], supplier: [NOT_THEIRS], operator: [NOT_THEIRS] },
  LiabilitySplit: {
    resident: [untold('谁承担跟居民的钱没有关系')],
    leader: [told('progress', '{who}定了谁承担')],
    supplier: [when('claimed', told('toHandle', '{share}', '{goods}{due}')), told('progress', '{share}')],
    operator: [OWN],
  },
  Lapsed: {
    resident: [
      when('agreedBefore', told('result', '退货先放着', '{goods}，钱也先不退。七天里想退了再点一下就行', { status: '先放着', next: '七天里想退了再点一下就行' })),
      when('offerStands', told('result', '没等到您的回音', '{goods}，给您的办法还留着；七天里随时可以接着说', { status: '先放着', next: '给您的办法还留着' })),
      told('result', '没等到您的回音', '{goods}，不算您放弃；七天里随时可以接着说', { status: '先放着', next: '七天里随时可以接着说' }),
    ],
    leader: [
      when('agreedBefore', told('progress', '邻居没把东西拿来，先放着')),
      when('goesHome', told('toHandle', '邻居没回音，请先把东西还给他', '{goods}{due}')),
      told('progress', '邻居没回音'),
    ],
    supplier: [when('agreedBefore', told('progress', '退货先放着')), untold('要他办的没有变')],
    operator: [LEADERS_WAY],
  },
  Reopened: {
    resident: [OWN],
    leader: [when('leaderHolds', told('toHandle', '邻居接着说了', '{goods}{due}')), untold('不在他手里')],
    supplier: [when('supplierHolds', told('toHandle', '邻居接着说了', '{goods}{due}')), untold('不在他手里')],
    operator: [when('deskHolds', told('toHandle', '邻居接着说了', '{goods}{due}')), untold('不在平台手里')],
  },
  Closed: { resident: [told('progress', '这件事收起来了', '{goods}。东西还有问题，可以重新报；也可以打 12315')], leader: [READS_ON], supplier: [READS_ON], operator: [READS_ON] },
  Rated: { resident: [OWN], leader: [READS_ON], supplier: [NOT_THEIRS], operator: [READS_ON] },
  // What is late is told for all cases together, once in half an hour: see `nudge.ts`.
  Reminded: {
    resident: [when('remindsResident', told('reminder', '{reminder}', '{goods}{due}。{silence}')), untold('不等他')],
    leader: [when('remindsLeader', told('reminder', '{reminder}', '{goods}{due}')), untold('不等他，到了时间的一起说')],
    supplier: [when('remindsSupplier', told('reminder', '{reminder}', '{goods}{due}')), untold('不等他，到了时间的一起说')],
    operator: [when('remindsDesk', told('reminder', '{reminder}', '{goods}{due}')), LEADERS_WAY],
  },
  Escalated: {
    resident: [when('deskTakes', told('progress', '团长没顾上，由平台来定', '{goods}，平台会给您回话')), untold('说好的时间还在盯')],
    leader: [when('deskTakes', told('progress', '到时间了，平台接过去定')), told('progress', '到时间还没办好，告诉了平台', '{goods}，{promise}')],
    supplier: [untold('由谁来定，跟要他办的没有关系')],
    operator: [when('deskTakes', told('toHandle', '团长到时间没回音，请您来定', '{goods}{due}')), told('toHandle', '到时间还没{notDone}', '{goods}，{promise}，请盯一下')],
  },
  SupplierMissed: {
    resident: [told('progress', '供货商没回话，{decides}来定', '{goods}，{decides}会给您回话')],
    leader: [when('deskDecides', untold('平台来定')), told('toHandle', '供货商没回话', '{goods}，请您来定{due}')],
    supplier: [told('progress', '到时间没等到您回话', '{goods}，{decides}来定')],
    operator: [when('deskDecides', told('toHandle', '供货商没回话', '{goods}，请您来定{due}')), LEADERS_WAY],
  },
  Promised: { resident: [told('progress', '{until}统一处理', '{goods}，团长看到了，会一起处理')], leader: [OWN], supplier: [NOT_THEIRS], operator: [NOT_THEIRS] },
  TakenOver: { resident: [told('progress', '团长替您报过一件事', '{goods}，现在：{stage}')], leader: [READS_ON], supplier: [NOT_THEIRS], operator: [READS_ON] },
}

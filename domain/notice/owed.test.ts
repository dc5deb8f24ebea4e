import fc from 'fast-check'
import type { Case } from '../case/case'
import type { CaseEvent, CaseEventType } from '../case/events'
import { replay } from '../case/evolve'
import { act, exampleLine, examples, filedCase, FILED_AT, filingFor, HOUR, LAST_EVENT, LEADER, OPERATOR, RESIDENT, SUPPLIER, unanswered, type ExampleName } from '../case/exampleCase'
import { someHistory, someWords } from '../case/exampleHistories'
import type { OfferOption } from '../case/remedy'
import { REASON_CODES, REASONS } from '../case/reasons'
import { isToldTo } from '../case/told'
import { holderOf } from '../case/stage'
import { dueFor } from '../clock/deadlines'
import { FIELDS } from './fields'
import { KINDS_FOR, type Told } from './kinds'
import { caseNumber, owedFor, type Owed } from './owed'
import { TABLE as MESSAGES } from './table'
import { TEMPLATES_FOR, templateId, type TemplateKey } from './templates'
import templates from '../../cloudbase/message-templates.json'

/** What is owed because of a case's newest event. */
function owed(c: Case): Owed[] {
  const event = c.events.at(-1)
  if (!event) throw new Error('a case without events')
  return owedFor(c, event)
}
const said = (c: Case) => owed(c).map(o => [o.to, o.kind, o.title, o.body])

describe('who is told what', () => {
  const TABLE: Partial<Record<ExampleName, string[][]>> = {
    review: [['leader', 'toHandle', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，请在今天上午10点25分前先回一声'], ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，团长正在看，先让您知道']],
    nothingAsked: [['leader', 'toHandle', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，不用退，说一声，请在今天上午10点25分前先回一声'], ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，团长正在看，先让您知道']],
    withSupplier: [['resident', 'progress', '团长请供货商先看看', '【丹东99草莓】顺丰冷链，供货商回了话就告诉您'], ['supplier', 'toHandle', '团长请您先看看', '【丹东99草莓】顺丰冷链，坏了、烂了，请在明天上午11点20分前处理']],
    offered: [['resident', 'toHandle', '有了处理办法，等您点头', '【丹东99草莓】顺丰冷链，退 ¥12.60，请在11月16日上午11点20分前处理'], ['supplier', 'progress', '团长给了处理办法', '【丹东99草莓】顺丰冷链，等居民点头']],
    nobodySupplies: [['leader', 'toHandle', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，请在今天上午10点25分前先回一声'], ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，团长正在看，先让您知道']],
    offeredBySupplier: [['resident', 'toHandle', '有了处理办法，等您点头', '【丹东99草莓】顺丰冷链，退 ¥12.60，请在11月16日中午12点20分前处理'], ['leader', 'progress', '供货商给了办法', '【丹东99草莓】顺丰冷链，等居民点头']],
    declined: [['leader', 'toHandle', '邻居没同意', '【丹东99草莓】顺丰冷链，请再看看，请在明天中午12点20分前处理']],
    supplierDisputed: [['resident', 'progress', '供货商回话了，团长来定', '【丹东99草莓】顺丰冷链'], ['leader', 'toHandle', '供货商有不同意见', '【丹东99草莓】顺丰冷链，请您来定，请在明天中午12点20分前处理']],
    settled: [['resident', 'result', '同意了，退您 ¥12.60', '【丹东99草莓】顺丰冷链，团长会把钱退给您'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天上午11点20分前处理']],
    settledWithoutSupplier: [['resident', 'result', '同意了，退您 ¥12.60', '【丹东99草莓】顺丰冷链，团长会把钱退给您']],
    noted: [['resident', 'result', '团长知道了', '【丹东99草莓】顺丰冷链，团长会盯着这件事'], ['supplier', 'progress', '团长处理好了', '【丹东99草莓】顺丰冷链']],
    offerAgreed: [['leader', 'toHandle', '邻居同意了', '【丹东99草莓】顺丰冷链，请把 ¥12.60 退给王阿姨，请在明天中午12点20分前处理'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天中午12点20分前处理']],
    granted: [['resident', 'result', '同意了，退您 ¥12.60', '【丹东99草莓】顺丰冷链，团长会把钱退给您'], ['leader', 'toHandle', '供货商同意了', '【丹东99草莓】顺丰冷链，请把 ¥12.60 退给王阿姨，请在明天中午12点20分前处理']],
    admitted: [['leader', 'progress', '供货商认了 ¥12.60', '【丹东99草莓】顺丰冷链']],
    disputed: [['leader', 'progress', '供货商不认这笔钱', '【丹东99草莓】顺丰冷链，¥12.60']],
    paid: [['resident', 'refund', '已退款 ¥12.60', '【丹东99草莓】顺丰冷链，请留意到账']],
    paidAndAdmitted: [['leader', 'progress', '供货商认了 ¥12.60', '【丹东99草莓】顺丰冷链']],
    rejected: [['resident', 'result', '没同意：照片里看不出这个问题', '【丹东99草莓】顺丰冷链。照片里看不清，麻烦再看看。还能怎么办，点开看'], ['supplier', 'progress', '团长没同意这件事', '【丹东99草莓】顺丰冷链']],
    withOperator: [['resident', 'progress', '请平台来定了', '【丹东99草莓】顺丰冷链，平台会给您回话'], ['supplier', 'progress', '团长请平台来定', '【丹东99草莓】顺丰冷链'], ['operator', 'toHandle', '团长请您来定', '【丹东99草莓】顺丰冷链。说不拢，请在明天上午11点20分前处理']],
    reassigned: [['resident', 'progress', '由团长来定', '【丹东99草莓】顺丰冷链'], ['leader', 'toHandle', '平台转给您定', '【丹东99草莓】顺丰冷链。这样更合适，请在明天中午12点20分前处理']],
    noDesk: [['leader', 'toHandle', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，请在今天上午10点25分前先回一声'], ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，团长正在看，先让您知道']],
    refusedWithoutDesk: [['resident', 'result', '没同意：照片里看不出这个问题', '【丹东99草莓】顺丰冷链。照片里看不清，麻烦再看看。还能怎么办，点开看'], ['supplier', 'progress', '团长没同意这件事', '【丹东99草莓】顺丰冷链']],
    appealed: [['leader', 'progress', '邻居请平台再看看', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '居民请平台再看看', '【丹东99草莓】顺丰冷链'], ['operator', 'toHandle', '有人请您再看看', '【丹东99草莓】顺丰冷链。照片里明明看得出，请在明天中午12点20分前给邻居回个话']],
    upheld: [['resident', 'result', '重新看过：同意了，退您 ¥12.60', '【丹东99草莓】顺丰冷链。看得出是坏的'], ['leader', 'toHandle', '平台重新看过，同意了', '【丹东99草莓】顺丰冷链，请把 ¥12.60 退给王阿姨，请在明天下午1点20分前处理'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天下午1点20分前处理']],
    dismissed: [['resident', 'result', '重新看过，还是没同意', '【丹东99草莓】顺丰冷链。看不出是坏的。有新情况可以再说，也可以打 12315'], ['leader', 'progress', '平台重新看过，没改', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '平台重新看过，没改', '【丹东99草莓】顺丰冷链']],
    countered: [['leader', 'toHandle', '邻居想要退 ¥3.01', '【丹东99草莓】顺丰冷链。坏了不止这些，请在明天中午12点20分前处理']],
    counterGranted: [['resident', 'result', '同意了，退您 ¥3.01', '【丹东99草莓】顺丰冷链，团长会把钱退给您'], ['supplier', 'toHandle', '请确认承担 ¥3.01', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天下午1点20分前处理']],
    extended: [['leader', 'progress', '邻居说又有坏的', '【丹东99草莓】顺丰冷链，想退 ¥25.20']],
    investigating: [['resident', 'progress', '平台在查，11月16日上午11点20分前有结果', '【丹东99草莓】顺丰冷链。查冷链记录'], ['leader', 'progress', '平台在查', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '平台在查', '【丹东99草莓】顺丰冷链']],
    investigated: [['resident', 'progress', '平台查完了', '【丹东99草莓】顺丰冷链。路上断了冷'], ['leader', 'progress', '平台查完了', '【丹东99草莓】顺丰冷链。路上断了冷'], ['supplier', 'progress', '平台查完了', '【丹东99草莓】顺丰冷链']],
    planned: [['resident', 'progress', '写好了接下来怎么办', '【丹东99草莓】顺丰冷链，给供货商打电话']],
    remarked: [],
    expedited: [['leader', 'toHandle', '邻居在催', '【丹东99草莓】顺丰冷链，已经晚了 55 分钟，请先回一声']],
    awaitingReturn: [['leader', 'toHandle', '邻居同意了', '【丹东99草莓】顺丰冷链，等王阿姨把东西拿回来'], ['supplier', 'progress', '居民同意了', '【丹东99草莓】顺丰冷链']],
    returnOff: [['leader', 'progress', '邻居先不退了', '【丹东99草莓】顺丰冷链。算了，留着吃，钱先不用退。七天里他还可以再退'], ['supplier', 'progress', '居民先不退了', '【丹东99草莓】顺丰冷链']],
    returnLapsed: [['resident', 'result', '退货先放着', '【丹东99草莓】顺丰冷链，钱也先不退。七天里想退了再点一下就行'], ['leader', 'progress', '邻居没把东西拿来，先放着', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '退货先放着', '【丹东99草莓】顺丰冷链']],
    returnForwarded: [['resident', 'progress', '东西转给供货商看了', '【丹东99草莓】顺丰冷链。交给周三送货的车'], ['supplier', 'toHandle', '退货请您收、请您验', '【丹东99草莓】顺丰冷链，请在11月16日下午3点20分前处理']],
    returnAtSupplier: [['resident', 'progress', '退回来的东西收到了', '【丹东99草莓】顺丰冷链，验过就告诉您'], ['leader', 'progress', '供货商收到退货了', '【丹东99草莓】顺丰冷链']],
    closed: [['resident', 'progress', '这件事收起来了', '【丹东99草莓】顺丰冷链。东西还有问题，可以重新报；也可以打 12315']],
    standsAgainst: [['supplier', 'progress', '请承担 ¥8.00', '【丹东99草莓】顺丰冷链']],
    supplierGone: [['resident', 'progress', '这件事改由团长来办', '【丹东99草莓】顺丰冷链'], ['leader', 'toHandle', '供货商那边没有人了，这件事请您来办', '【丹东99草莓】顺丰冷链，请在明天中午12点20分前处理']],
    returning: [['leader', 'toHandle', '退货在路上', '【丹东99草莓】顺丰冷链，快递，请在明天下午1点20分前给邻居回个话'], ['supplier', 'progress', '退货在路上', '【丹东99草莓】顺丰冷链']],
    returned: [['resident', 'progress', '退回来的东西收到了', '【丹东99草莓】顺丰冷链，验过就告诉您'], ['supplier', 'progress', '退货收到了', '【丹东99草莓】顺丰冷链']],
    returnPassed: [['resident', 'result', '验过了，没问题', '【丹东99草莓】顺丰冷链，团长会把钱退给您'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天下午3点20分前处理']],
    inspectionFailed: [['resident', 'result', '验过了，和说的不一样', '【丹东99草莓】顺丰冷链。是好的'], ['supplier', 'progress', '退货没通过', '【丹东99草莓】顺丰冷链']],
    givenBack: [['resident', 'progress', '东西还给您了', '【丹东99草莓】顺丰冷链，放自提点']],
    refusedReturn: [['resident', 'result', '没同意：照片里看不出这个问题', '【丹东99草莓】顺丰冷链。照片里看不清，麻烦再看看。还能怎么办，点开看'], ['supplier', 'progress', '团长没同意这件事', '【丹东99草莓】顺丰冷链']],
    replacementDue: [['resident', 'result', '同意了，补发', '【丹东99草莓】顺丰冷链，团长会把东西补给您'], ['supplier', 'progress', '团长处理好了', '【丹东99草莓】顺丰冷链']],
    replacementSent: [['resident', 'toHandle', '补的发出来了，收到点一下', '【丹东99草莓】顺丰冷链，跟下次到货一起'], ['supplier', 'progress', '补的发出来了', '【丹东99草莓】顺丰冷链']],
    replaced: [['leader', 'progress', '邻居收到了', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '居民收到了', '【丹东99草莓】顺丰冷链']],
    paying: [['resident', 'progress', '正在退钱给您', '【丹东99草莓】顺丰冷链，到账会再告诉您']],
    refundFailed: [['resident', 'result', '这次没退成，会再退一次', '【丹东99草莓】顺丰冷链']],
    notArrived: [['leader', 'toHandle', '邻居说没收到钱', '【丹东99草莓】顺丰冷链。没到账，请在明天下午1点20分前处理']],
    confirmed: [['leader', 'progress', '邻居收到钱了', '【丹东99草莓】顺丰冷链']],
    split: [['supplier', 'toHandle', '请承担 ¥8.60', '【丹东99草莓】顺丰冷链，请在明天中午12点20分前处理']],
    lapsed: [['resident', 'result', '没等到您的回音', '【丹东99草莓】顺丰冷链，给您的办法还留着；七天里随时可以接着说'], ['leader', 'progress', '邻居没回音', '【丹东99草莓】顺丰冷链']],
    reopened: [],
    rated: [],
    tookEffect: [['resident', 'result', '按您要的办了', '【丹东99草莓】顺丰冷链，同意了，退您 ¥12.60'], ['leader', 'toHandle', '邻居没回话，按他要的办', '【丹东99草莓】顺丰冷链，请把 ¥12.60 退给王阿姨，请在明天中午12点20分前处理'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天中午12点20分前处理']],
    reminded: [['resident', 'reminder', '还等您补一点', '【丹东99草莓】顺丰冷链。到时候没补，先放一放：不算您放弃，七天里随时可以接着说，团长也可以按现有的先定。']],
    escalated: [['resident', 'progress', '团长没顾上，由平台来定', '【丹东99草莓】顺丰冷链，平台会给您回话'], ['leader', 'progress', '到时间了，平台接过去定', '【丹东99草莓】顺丰冷链'], ['operator', 'toHandle', '团长到时间没回音，请您来定', '【丹东99草莓】顺丰冷链，已经晚了 23 小时，请先回一声']],
    reported: [['leader', 'progress', '到时间还没办好，告诉了平台', '【丹东99草莓】顺丰冷链，退款'], ['operator', 'toHandle', '到时间还没退款', '【丹东99草莓】顺丰冷链，退款，请盯一下']],
    supplierMissed: [['resident', 'progress', '供货商没回话，团长来定', '【丹东99草莓】顺丰冷链，团长会给您回话'], ['leader', 'toHandle', '供货商没回话', '【丹东99草莓】顺丰冷链，请您来定，请在明天上午11点20分前处理'], ['supplier', 'progress', '到时间没等到您回话', '【丹东99草莓】顺丰冷链，团长来定']],
    undone: [],
    withdrawn: [['leader', 'progress', '邻居撤销了', '【丹东99草莓】顺丰冷链'], ['supplier', 'progress', '居民撤销了', '【丹东99草莓】顺丰冷链']],
    promised: [['resident', 'progress', '今晚8点20分前统一处理', '【丹东99草莓】顺丰冷链，团长看到了，会一起处理']],
    told: [],
    notTold: [],
    evidenceAsked: [['resident', 'toHandle', '请再拍一张清楚的、说一下坏了几个', '【丹东99草莓】顺丰冷链。看不清坏了多少，请在11月16日上午11点20分前处理']],
    evidenceAskedBySupplier: [['resident', 'toHandle', '请再拍一张清楚的、说一下坏了几个', '【丹东99草莓】顺丰冷链。看不清坏了多少，请在11月16日中午12点20分前处理'], ['leader', 'progress', '供货商请邻居补一点', '【丹东99草莓】顺丰冷链']],
    evidenceAdded: [['leader', 'toHandle', '邻居补来了', '【丹东99草莓】顺丰冷链，请在明天中午12点20分前处理']],
    evidenceAddedForSupplier: [['resident', 'progress', '团长替您补上了', '【丹东99草莓】顺丰冷链'], ['supplier', 'toHandle', '补来了，请再看看', '【丹东99草莓】顺丰冷链，请在明天下午1点20分前处理']],
    onBehalf: [['resident', 'progress', '团长替您报了：坏了、烂了', '【丹东99草莓】顺丰冷链，群里说的。不对的话点开看看'], ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，团长正在看，先让您知道']],
    takenOver: [['resident', 'progress', '团长替您报过一件事', '【丹东99草莓】顺丰冷链，现在：等团长看']],
    agreedOnBehalf: [['resident', 'result', '团长替您点了同意', '【丹东99草莓】顺丰冷链，同意了，退您 ¥12.60。不是您的意思，点开按一下「这不是我的意思」'], ['supplier', 'toHandle', '请确认承担 ¥12.60', '【丹东99草莓】顺丰冷链，居民的钱由团长退，请在明天中午12点20分前处理']],
    disowned: [['leader', 'toHandle', '邻居说替他点的不是他的意思', '【丹东99草莓】顺丰冷链。我没说过'], ['supplier', 'progress', '居民说替点的不算数', '【丹东99草莓】顺丰冷链']],
    declinedOnBehalf: [['resident', 'progress', '团长替您点了不同意', '【丹东99草莓】顺丰冷链，团长再看看。原来的办法对您还作数。不是您的意思，点开按一下「这不是我的意思」']],
  }

  it.each(Object.keys(TABLE) as ExampleName[])('%s', name => {
    expect(said(examples()[name])).toEqual(TABLE[name])
  })

  it.each([['看清楚了马上给您定。', '。看清楚了马上给您定。请在'], ['看清楚了马上给您定', '。看清楚了马上给您定，请在'], ['坏了几个？', '。坏了几个？请在']])('ends what somebody typed once: %s', (words, told) => {
    const c = examples().evidenceAsked
    const last = c.events.at(-1)
    if (last?.type !== 'EvidenceAsked') throw new Error('the example asks for evidence')
    expect(owedFor(c, { ...last, words })[0]?.body).toContain(told)
  })

  it('knows a sentence for every event', () => {
    for (const name of Object.values(LAST_EVENT)) expect(TABLE[name]).toBeDefined()
  })

  it('a supplier whose offer was agreed to hears of it, and what they have to send', () => {
    const asked = act(filedCase({ wish: { kind: 'redeliver' } }), LEADER, { type: 'forward', words: '' })
    const agreedTo = (option: OfferOption) => said(act(act(asked, SUPPLIER, { type: 'offer', options: [option], words: '' }), RESIDENT, { type: 'agree', option: 0 })).filter(([to]) => to === 'supplier')
    expect(agreedTo({ remedy: 'refund', refund: 300 })).toEqual([['supplier', 'progress', '居民同意了', '【丹东99草莓】顺丰冷链']])
    expect(agreedTo({ remedy: 'redeliver', refund: 0 })).toEqual([['supplier', 'toHandle', '居民同意了', expect.stringMatching(/^【丹东99草莓】顺丰冷链，请把东西补给居民，请在.*前处理$/)]])
  })

  it('who did not answer a question is promised no offer that nobody made', () => {
    const { evidenceAsked } = examples()
    const put = unanswered(evidenceAsked)
    expect(said(put)).toContainEqual(['resident', 'result', '没等到您的回音', '【丹东99草莓】顺丰冷链，不算您放弃；七天里随时可以接着说'])
  })

  it('nobody is told of ¥0.00 where a supplier grants a wish for nothing', () => {
    const asked = act(filedCase({ wish: { kind: 'none' } }), LEADER, { type: 'forward', words: '' })
    expect(said(act(asked, SUPPLIER, { type: 'grantAsAsked', words: '' }))).toEqual([
      ['resident', 'result', '供货商知道了', '【丹东99草莓】顺丰冷链'], ['leader', 'progress', '供货商知道了', '【丹东99草莓】顺丰冷链'],
    ])
  })

  it('filed by a rule of the community: whoever looks first has to act, and the leader knows whose it is', () => {
    const by = (holder: 'supplier' | 'operator') => said(filedCase({}, { rules: [{ id: 'r', when: {}, then: { holder }, words: '规则' }] }))
    expect(by('supplier')).toEqual([
      ['leader', 'progress', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，按您的规则先问供货商，您也可以直接定'],
      ['supplier', 'toHandle', '请您先看看：坏了、烂了', '【丹东99草莓】顺丰冷链，团长说好这样的事先问您，请在明天上午10点20分前处理'],
    ])
    expect(by('operator')).toEqual([
      ['leader', 'progress', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，按小区的规则先由平台看'],
      ['supplier', 'progress', '有居民反映坏了、烂了', '【丹东99草莓】顺丰冷链，平台正在看，先让您知道'],
      ['operator', 'toHandle', '王阿姨：坏了、烂了', '【丹东99草莓】顺丰冷链，想退 ¥12.60，请在今天上午10点25分前先回一声'],
    ])
  })

  it('why it was referred or passed on is told to those who have to do with it; what a neighbour says names no household to a supplier', () => {
    const forwarded = act(filedCase(), LEADER, { type: 'forward', words: '' })
    const referred = act(forwarded, SUPPLIER, { type: 'refer', words: '说不拢' })
    expect(said(referred).map(([to, , , body]) => [to, body?.includes('说不拢')])).toEqual([['resident', false], ['leader', true], ['operator', true]])
    const taken = act(filedCase(), OPERATOR, { type: 'reassign', to: 'operator', words: '由我们来' })
    expect(said(taken).map(([to, , , body]) => [to, body?.includes('由我们来')])).toEqual([['resident', false], ['leader', true]])
    const hurried = act(forwarded, RESIDENT, { type: 'expedite', words: '我是王阿姨，9号楼1504室的' })
    expect(said(hurried)).toEqual([['supplier', 'toHandle', '邻居在催', expect.stringContaining('我是＊＊')]])
    expect(said(hurried)[0]?.[3]).not.toMatch(/王阿姨|1504/u)
  })

  it('an offer with several options names them all', () => {
    const c = act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 500 }, { remedy: 'refund', refund: 800 }], words: '' })
    expect(owed(c)[0]?.body).toContain('退 ¥5.00，或者退 ¥8.00')
  })
})

/** Every event of a history with what it owes. */
const someOwed = someHistory.map(({ end }) => end.events.map((event, i) => ({ event, c: replay(end.events.slice(0, i + 1)) })).map(({ event, c }) => ({ event, state: c.state, owed: owedFor(c, event) })))

it('nobody is told of what they did, nor twice, nor of what does not concern them', () => {
  fc.assert(fc.property(someOwed, moments => {
    for (const { event, owed: list } of moments) {
      const told = list.map(o => o.to)
      if (event.type !== 'TakenOver') expect(told).not.toContain(event.by.party)
      expect(new Set(told).size).toBe(told.length)
      for (const party of told) expect(isToldTo(event, party)).toBe(true)
    }
  }), { numRuns: 150 })
})

it('who has to do something next is told so, with a time, unless they brought it about themselves', () => {
  const HOLDER: Partial<Record<CaseEventType, Owed['to']>> = { Filed: 'leader', Forwarded: 'supplier', Offered: 'resident', OfferAgreed: 'leader', OfferDeclined: 'leader', SupplierDisputed: 'leader' }
  fc.assert(fc.property(someOwed, moments => {
    for (const { event, state, owed: list } of moments) {
      const holder = HOLDER[event.type]
      if (holder && holder !== event.by.party && holderOf(state) === holder && dueFor(state, holder)) expect(list.find(o => o.to === holder)?.body).toMatch(/请在.+前(处理|先回一声|给邻居回个话)$|已经晚了.+，请(尽快处理|先回一声|给邻居回个话)$|请马上看$/)
    }
  }), { numRuns: 150 })
})

describe('the supplier\'s messages', () => {
  const buyer = '买家名记号'
  it('never contain who the resident is, nor a word that the resident wrote', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const events: CaseEvent[] = []
      for (const e of end.events) {
        const event = e.type === 'Filed' ? { ...e, words: '居民的话', line: { ...e.line, buyer, room: '房号记号', joinNumber: '跟团号记号', pickupPoint: '自提点记号' } } : e
        events.push(event)
        const texts = JSON.stringify(owedFor(replay(events), event).filter(o => o.to === 'supplier'))
        for (const mark of [buyer, '房号记号', '跟团号记号', '自提点记号', '居民的话', RESIDENT.personId, 'personId']) expect(texts).not.toContain(mark)
      }
    }), { numRuns: 150 })
  })
})

describe('WeChat\'s limits', () => {
  const FORMAT: Record<string, RegExp> = {
    thing: /^(?! )[^\p{Cc}\p{Cs}]{1,20}(?<! )$/u,
    phrase: /^\p{Script=Han}{1,5}$/u,
    character_string: /^[!-~]{1,32}$/,
    amount: /^¥\d{1,8}\.\d{2}$/,
    time: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/,
  }
  const someTitle = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('', ' ', '\n', '🍓'.repeat(40), '很长很长的商品名'.repeat(20), '【新款】\n2斤/盒\r\n包邮', '👨\u200d👩\u200d👧'.repeat(9), '\ud83d', 'x'.repeat(2000)))
  const fieldsOf = (template: TemplateKey) => Object.keys((templates as Record<string, { fields: Record<string, string> }>)[templateId(template)]?.fields ?? {}).sort()

  it('hold for every field of every message, whatever the goods, the buyer and the words are', () => {
    fc.assert(fc.property(someHistory, someTitle, someTitle, someWords, ({ end }, title, buyer, words) => {
      const events: CaseEvent[] = []
      for (const e of end.events) {
        const event = e.type === 'Filed' ? { ...e, line: { ...e.line, title, buyer } } : e.type === 'Rejected' ? { ...e, words } : e
        events.push(event)
        for (const message of owedFor(replay(events), event)) {
          expect(TEMPLATES_FOR[message.to]).toContain(message.template)
          expect(Object.keys(message.data).sort()).toEqual(fieldsOf(message.template))
          for (const [field, value] of Object.entries(message.data)) {
            const kind = field.replace(/\d+$/, '')
            if (!FORMAT[kind]?.test(value) || value.length > 32) throw new Error(`${field}: ${JSON.stringify(value)}`)
            if (kind === 'thing') expect(value.length).toBeLessThanOrEqual(20)
          }
          for (const text of [message.title, message.body]) expect(text).not.toMatch(/undefined|null|NaN|\[object/)
          expect(message.title).not.toBe('')
        }
      }
    }), { numRuns: 150 })
  })

  it('the time to act is the recipient\'s own due time, else the time it happened', () => {
    const [toLeader, toSupplier] = owed(examples().review)
    expect(toLeader?.data).toEqual({ thing1: '王阿姨：坏了、烂了', character_string2: '0F8FAD5B', phrase17: '待处理', time3: '2026-11-14 10:25' })
    expect(toSupplier?.data).toEqual({ thing1: '【丹东99草莓】顺丰冷链', character_string2: '0F8FAD5B', thing3: '有居民反映坏了、烂了', time4: '2026-11-14 10:20' })
  })

  it('however long a name is, what is wrong is said', () => {
    const [filed] = filedCase().events
    if (filed?.type !== 'Filed') throw new Error('a case begins with Filed')
    for (const buyer of ['王阿姨', '阳光花园三期二十栋的王阿姨和李叔叔一家', '🍓'.repeat(20)]) {
      for (const reason of REASON_CODES) {
        const event = { ...filed, reason, class: REASONS[reason].class, line: { ...filed.line, buyer } }
        const leaders = owedFor(replay([event]), event).find(o => o.to === 'leader' && o.template === 'toHandle')
        if (!leaders) continue
        expect(leaders.title).toBe(`${buyer}：${REASONS[reason].says}`)
        expect(leaders.data['thing1']).toMatch(new RegExp(`：${REASONS[reason].says}$`))
        expect(leaders.data['thing1']?.startsWith(buyer.slice(0, 2))).toBe(true)
      }
    }
  })

  it('the number read out on the phone is short', () => {
    expect(caseNumber({ id: '0f8fad5b-d9cb-469f-a165-70867728950e' })).toBe('0F8FAD5B')
  })
})

describe('templates', () => {
  it('each has an id, two to five fields, and nobody is asked for more than three', () => {
    for (const key of Object.keys(FIELDS) as TemplateKey[]) {
      expect(templateId(key)).not.toBe('')
      expect(fieldsCount(key)).toBeGreaterThanOrEqual(2)
      expect(fieldsCount(key)).toBeLessThanOrEqual(5)
    }
    for (const keys of Object.values(TEMPLATES_FOR)) expect(keys.length).toBeLessThanOrEqual(3)
  })

  it('have the very fields that the deployment names for them', () => {
    for (const key of Object.keys(FIELDS) as TemplateKey[]) expect(Object.keys(FIELDS[key]).sort()).toEqual(Object.keys((templates as Record<string, { fields: object }>)[templateId(key)]?.fields ?? {}).sort())
  })

  it('that the deployment lacks are a loud error', () => {
    expect(() => templateId('birthday' as TemplateKey)).toThrow('birthday')
  })

  const fieldsCount = (key: TemplateKey) => Object.keys((templates as Record<string, { fields: object }>)[templateId(key)]?.fields ?? {}).length
})

it('an hour before midnight the message says tonight or tomorrow, by Shanghai\'s clock, and before they close', () => {
  const at = FILED_AT + 12 * HOUR // 22:20, and an hour later
  const forwarded = (later: number) => owed(act(filedCase({}, { now: at + later, line: exampleLine() }), LEADER, { type: 'forward', words: '' })).find(o => o.to === 'supplier')?.body
  expect(forwarded(0)).toContain('请在明天晚上10点前处理')
  expect(forwarded(-3 * HOUR)).toContain('请在明天晚上8点20分前处理')
  // A word is due five minutes after they open, not after it was reported.
  expect(owed(filedCase({}, { now: at + HOUR, line: exampleLine() }))[0]?.body).toContain('请在明天早上8点5分前先回一声')
  expect(owed(filedCase({}, { now: at - HOUR, line: exampleLine() }))[0]?.body).toContain('请在今晚9点25分前先回一声')
})

describe('what follows from a complaint that the desk has', () => {
  const complaint = () => filedCase({ ...filingFor('attitude'), about: 'leader', wish: { kind: 'apology' } })
  const offered = () => act(complaint(), OPERATOR, { type: 'offer', options: [{ remedy: 'apology', refund: 0, compensation: 2000 }], words: '对不起' })
  const toldTo = (c: Case) => owed(c).map(o => [o.to, o.kind, o.body])

  it('is the desk\'s to do, also where the resident says nothing, and the resident reads whose', () => {
    const agreed = act(offered(), RESIDENT, { type: 'agree', option: 0 })
    expect(toldTo(agreed)).toEqual([['operator', 'toHandle', expect.stringContaining('请把 ¥20.00 退给王阿姨')]])
    const silent = unanswered(offered())
    expect(toldTo(silent).map(([to]) => to)).toEqual(['resident', 'operator'])
    const notArrived = act(act(agreed, OPERATOR, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }), RESIDENT, { type: 'failRefund', words: '没到' })
    expect(toldTo(notArrived)).toEqual([['operator', 'toHandle', expect.stringContaining('没到')]])
    expect(toldTo(act(complaint(), OPERATOR, { type: 'settle', compensation: 500 }))[0]).toEqual(['resident', 'result', expect.stringContaining('平台会把钱退给您')])
  })
})

describe('the table', () => {
  const cells = Object.entries(MESSAGES).flatMap(([event, row]) => (Object.entries(row) as [Told, (typeof MESSAGES)['Filed']['resident']][]).map(([to, cell]) => ({ event, to, cell })))

  it('says of every event and every role who is told, or why not, whatever the case is like', () => {
    expect(Object.keys(MESSAGES).sort()).toEqual(Object.keys(LAST_EVENT).sort())
    for (const { event, to, cell } of cells) {
      expect([event, to, cell.length > 0]).toEqual([event, to, true])
      // Only the last is for whatever is left; one behind it would never be read.
      expect([event, to, cell.findIndex(entry => entry.when === undefined)]).toEqual([event, to, cell.length - 1])
      for (const entry of cell) if ('untold' in entry) expect(entry.untold).toMatch(/^[\p{Script=Han}，、。]+$/u)
    }
    for (const row of Object.values(MESSAGES)) expect(Object.keys(row)).toEqual(['resident', 'leader', 'supplier', 'operator'])
  })

  it('speaks only of kinds that the role can choose, and says in five letters where it stands', () => {
    for (const { to, cell } of cells) for (const line of cell) {
      if ('untold' in line) continue
      expect(KINDS_FOR[to]).toContain(line.kind)
      if (line.status !== undefined && !line.status.startsWith('{')) expect(line.status).toMatch(/^\p{Script=Han}{1,5}$/u)
    }
  })

  it('every decision tells the neighbour what it is and why or what comes next', () => {
    for (const event of ['Settled', 'Rejected', 'Offered', 'SupplierGranted', 'AppealUpheld', 'AppealDismissed', 'ReturnPassed', 'ReturnFailed'] as const) {
      for (const line of MESSAGES[event].resident) if (!('untold' in line) && line.when === undefined) expect([event, line.status !== undefined, line.next !== undefined]).toEqual([event, true, true])
    }
  })
})

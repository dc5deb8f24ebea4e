import fc from 'fast-check'
import type { RouteRule } from '../route/rule'
import type { Case, Party } from './case'
import type { CaseEventType } from './events'
import { act, actorOf, examples, FILED_AT, filedCase, LAST_EVENT, LATER, LEADER, OPERATOR, SUPPLIER } from './exampleCase'
import { PARTIES, someHistory } from './exampleHistories'
import { REASON_CODES, CRITERION_CODES, REVIEW_CODES, DISPUTE_CODES, CHANNEL_CODES } from './reasons'
import { storyFor } from './story'
import { isToldTo, toldTo } from './told'

const NOT_TOLD = null
type Sentence = string | typeof NOT_TOLD

/** What each party reads of the newest event of each example: words, and in brackets what somebody wrote. */
const SENTENCES: Record<CaseEventType, { resident: Sentence; leader: Sentence; supplier: Sentence }> = {
  Filed: { resident: '您反映：坏了、烂了，想退 ¥12.60（一盒都压烂了）', leader: '邻居反映：坏了、烂了，想退 ¥12.60（一盒都压烂了）', supplier: '居民反映：坏了、烂了，想退 ¥12.60（一盒都压烂了）' },
  Settled: { resident: '团长同意了，退 ¥12.60', leader: '您同意了，退 ¥12.60', supplier: '团长同意了，退 ¥12.60' },
  Forwarded: { resident: '团长请供货商先看看', leader: '您请供货商先看看（请看一下这一箱）', supplier: '团长请您先看看（请看一下这一箱）' },
  EvidenceAsked: { resident: '团长请您再拍一张清楚的、说一下坏了几个（看不清坏了多少）', leader: '您请邻居再拍一张清楚的、说一下坏了几个（看不清坏了多少）', supplier: '团长请居民再拍一张清楚的、说一下坏了几个（看不清坏了多少）' },
  EvidenceAdded: { resident: '您补了 1 张照片（这是底下的）', leader: '邻居补了 1 张照片（这是底下的）', supplier: '居民补了 1 张照片（这是底下的）' },
  Rejected: { resident: '团长没同意：照片里看不出这个问题（看了照片）（照片里看不清，麻烦再看看）', leader: '您没同意：照片里看不出这个问题（看了照片）（照片里看不清，麻烦再看看）', supplier: '团长没同意：照片里看不出这个问题（看了照片）（照片里看不清，麻烦再看看）' },
  Offered: { resident: '团长给的处理：退 ¥12.60（先退这些）', leader: '您给的处理：退 ¥12.60（先退这些）', supplier: '团长给的处理：退 ¥12.60（先退这些）' },
  OfferAgreed: { resident: '您同意了，退 ¥12.60', leader: '邻居同意了，退 ¥12.60', supplier: '居民同意了，退 ¥12.60' },
  OfferDeclined: { resident: '您没同意，团长再看看（不够）', leader: '邻居没同意，您再看看（不够）', supplier: '居民没同意，团长再看看（不够）' },
  DecisionUndone: { resident: NOT_TOLD, leader: '您撤回了刚才的决定', supplier: NOT_TOLD },
  SupplierGranted: { resident: '供货商同意了，退 ¥12.60', leader: '供货商同意了，退 ¥12.60（认）', supplier: '您同意了，退 ¥12.60（认）' },
  SupplierDisputed: { resident: '供货商回话了，团长来定', leader: '供货商有不同意见：照片不是这一批（不是这一批）', supplier: '您有不同意见：照片不是这一批（不是这一批）' },
  RecoveryAdmitted: { resident: NOT_TOLD, leader: '供货商认了 ¥12.60（认）', supplier: '您认了 ¥12.60（认）' },
  RecoveryDisputed: { resident: NOT_TOLD, leader: '供货商有不同意见：应按进价算，不按零售价（按进价）', supplier: '您有不同意见：应按进价算，不按零售价（按进价）' },
  RefundPaid: { resident: '团长已经把 ¥12.60 退了（在接龙/团购小程序里退的）（备注：接龙里退的）', leader: '您已经把 ¥12.60 退了（在接龙/团购小程序里退的）（备注：接龙里退的）', supplier: '团长已经把 ¥12.60 退了（在接龙/团购小程序里退的）' },
  Reminded: { resident: NOT_TOLD, leader: NOT_TOLD, supplier: NOT_TOLD },
  Escalated: { resident: '到时间没有回音，转给平台定', leader: '到时间没有回音，转给平台定', supplier: '到时间没有回音，转给平台定' },
  SupplierMissed: { resident: '供货商没有按时回话，团长来定', leader: '供货商没有按时回话，您来定', supplier: '您没有按时回话，团长来定' },
  Withdrawn: { resident: '您撤销了（找到了）', leader: '邻居撤销了（找到了）', supplier: '居民撤销了' },
  Promised: { resident: '团长说今晚8点20分前统一处理', leader: '您说今晚8点20分前统一处理', supplier: NOT_TOLD },
  TakenOver: { resident: '您认领了订单，这件事归您看着了', leader: '邻居认领了订单，看得到这件事了', supplier: NOT_TOLD },
  Told: { resident: NOT_TOLD, leader: '您告诉邻居了（打电话说了）', supplier: NOT_TOLD },
  NotTold: { resident: NOT_TOLD, leader: '微信说，有一条消息没有送到邻居', supplier: NOT_TOLD },
  Countered: { resident: '您想要退 ¥3.01，等团长回话（坏了不止这些）', leader: '邻居想要退 ¥3.01，等您回话（坏了不止这些）', supplier: '居民想要退 ¥3.01，等团长回话（坏了不止这些）' },
  Appealed: { resident: '您请人再看看（照片里明明看得出）', leader: '邻居请人再看看（照片里明明看得出）', supplier: '居民请人再看看（照片里明明看得出）' },
  AppealUpheld: { resident: '平台重新看过，同意了，退 ¥12.60（看得出是坏的）', leader: '平台重新看过，同意了，退 ¥12.60（看得出是坏的）', supplier: '平台重新看过，同意了，退 ¥12.60（看得出是坏的）' },
  AppealDismissed: { resident: '平台重新看过，还是没同意（看不出是坏的）', leader: '平台重新看过，还是没同意（看不出是坏的）', supplier: '平台重新看过，还是没同意（看不出是坏的）' },
  ClaimExtended: { resident: '您说又有坏的：一共 2 件，想退 ¥25.20（第二盒也坏了）', leader: '邻居说又有坏的：一共 2 件，想退 ¥25.20（第二盒也坏了）', supplier: '居民说又有坏的：一共 2 件，想退 ¥25.20（第二盒也坏了）' },
  Referred: { resident: '团长请平台来定', leader: '您请平台来定（说不拢）', supplier: '团长请平台来定' },
  Reassigned: { resident: '平台把这件事转给团长', leader: '平台把这件事转给您（这样更合适）', supplier: '平台把这件事转给团长' },
  InvestigationStarted: { resident: '平台在查，11月16日上午11点20分前有结果（查冷链记录）', leader: '平台在查，11月16日上午11点20分前有结果（查冷链记录）', supplier: '平台在查，11月16日上午11点20分前有结果（查冷链记录）' },
  InvestigationEnded: { resident: '平台查完了（路上断了冷）', leader: '平台查完了（路上断了冷）', supplier: '平台查完了（路上断了冷）' },
  Planned: { resident: '团长写了接下来怎么办：明天下午4点20分前团长给供货商打电话', leader: '您写了接下来怎么办：明天下午4点20分前您给供货商打电话', supplier: '团长写了接下来怎么办：明天下午4点20分前团长给供货商打电话' },
  Noted: { resident: NOT_TOLD, leader: '您记了一笔（只有处理的人看得到）（他家老人在家）', supplier: NOT_TOLD },
  Expedited: { resident: '您催了一下', leader: '邻居催了一下', supplier: '居民催了一下' },
  ReturnSent: { resident: '您把东西退回来了（快递，单号 SF1234567890）', leader: '邻居把东西退回来了（快递，单号 SF1234567890）', supplier: '居民把东西退回来了（快递）' },
  AnswerDisowned: { resident: '您说，替点的同意不是您的意思，不算数（我没说过）', leader: '邻居说，替点的同意不是邻居的意思，不算数（我没说过）', supplier: '居民说，替点的同意不是居民的意思，不算数' },
  ReturnCalledOff: { resident: '您先不退了（算了，留着吃）', leader: '邻居先不退了（算了，留着吃）', supplier: '居民先不退了（算了，留着吃）' },
  ReturnForwarded: { resident: '团长请供货商收退回来的东西，由供货商来验（交给周三送货的车）', leader: '您请供货商收退回来的东西，由供货商来验（交给周三送货的车）', supplier: '团长请您收退回来的东西，由您来验（交给周三送货的车）' },
  Closed: { resident: '过了时间，收起来了。东西还有问题，可以重新报', leader: '过了时间，收起来了。东西还有问题，可以重新报', supplier: '过了时间，收起来了。东西还有问题，可以重新报' },
  ReturnReceived: { resident: '团长收到退回来的东西了', leader: '您收到退回来的东西了', supplier: '团长收到退回来的东西了' },
  ReturnPassed: { resident: '团长验过了，没问题（确实坏了）', leader: '您验过了，没问题（确实坏了）', supplier: '团长验过了，没问题（确实坏了）' },
  ReturnFailed: { resident: '团长验过了，和说的不一样，团长再看看（是好的）', leader: '您验过了，和说的不一样，您再看看（是好的）', supplier: '团长验过了，和说的不一样，团长再看看（是好的）' },
  GivenBack: { resident: '团长把东西还给您了（放自提点）', leader: '您把东西还给邻居了（放自提点）', supplier: '团长把东西还给居民了（放自提点）' },
  ReplacementSent: { resident: '团长把补的发出来了（跟下次到货一起）（周三的车）', leader: '您把补的发出来了（跟下次到货一起）（周三的车）', supplier: '团长把补的发出来了（跟下次到货一起）（周三的车）' },
  ReplacementReceived: { resident: '您收到了（这盒好的）', leader: '邻居收到了（这盒好的）', supplier: '居民收到了（这盒好的）' },
  RefundStarted: { resident: '团长在退了（在接龙/团购小程序里退的），到账会再告诉您（要等一天）', leader: '您在退了（在接龙/团购小程序里退的），到账会再告诉邻居（要等一天）', supplier: NOT_TOLD },
  RefundFailed: { resident: '这次没退成，会再退一次（没到账）', leader: '这次没退成，会再退一次（没到账）', supplier: NOT_TOLD },
  RefundConfirmed: { resident: '您收到钱了', leader: '邻居收到钱了', supplier: NOT_TOLD },
  LiabilitySplit: { resident: NOT_TOLD, leader: '您定了谁承担：供货商 ¥8.60，善意补偿 ¥4.00（一人一点）', supplier: '团长定了谁承担：供货商 ¥8.60（一人一点）' },
  Lapsed: { resident: '没等到您的回音，先放一放', leader: '没等到邻居的回音，先放一放', supplier: '没等到居民的回音，先放一放' },
  Reopened: { resident: '您接着说这件事（刚看到）', leader: '邻居接着说这件事（刚看到）', supplier: '居民接着说这件事（刚看到）' },
  Rated: { resident: '您评了：快慢 5 星，结果 4 星，态度 5 星（挺快）', leader: '邻居评了：快慢 5 星，结果 4 星，态度 5 星（挺快）', supplier: NOT_TOLD },
}

it('a video is told with its length, after what was said, to those who may see it', () => {
  const { state, events } = filedCase({ voices: [{ id: 'voice-1', seconds: 4 }], videos: [{ id: 'video-1', seconds: 12 }] })
  const says = (to: Parameters<typeof storyFor>[2]) => storyFor(state, events, to, LATER).at(-1)?.says ?? ''
  expect(says('resident')).toMatch(/，还说了一段话（4 秒），还拍了一段视频（12 秒）$/)
  expect(says('operator')).toMatch(/，还拍了一段视频（12 秒）$/)
  expect(says('supplier')).not.toMatch(/视频|段话/)
})

it('a voice is told with its length, to those who may hear it', () => {
  const told = (seconds: number[], party: 'resident' | 'leader' | 'supplier') => {
    const { state, events } = filedCase({ voices: seconds.map((s, i) => ({ id: `voice-${i}`, seconds: s })) })
    return storyFor(state, events, party, LATER)[0]?.says
  }
  expect(told([12], 'resident')).toBe('您反映：坏了、烂了，想退 ¥12.60，还说了一段话（12 秒）')
  expect(told([12, 30], 'leader')).toBe('邻居反映：坏了、烂了，想退 ¥12.60，还说了 2 段话（一共 42 秒）')
  expect(told([12], 'supplier')).toBe('居民反映：坏了、烂了，想退 ¥12.60')
})

it('why it was referred or passed on is read by those who have to do with it', () => {
  const says = (c: Case, party: Party) => storyFor(c.state, c.events, party, LATER)[0]?.detail
  const forwarded = act(filedCase(), LEADER, { type: 'forward', words: '' })
  const referred = act(forwarded, SUPPLIER, { type: 'refer', words: '9号楼这家的说不清' })
  expect((['resident', 'leader', 'supplier', 'operator'] as const).map(party => says(referred, party))).toEqual(['', '9号楼这家的说不清', '9号楼这家的说不清', '9号楼这家的说不清'])
  const back = act(referred, OPERATOR, { type: 'reassign', to: 'leader', words: '这样更合适' })
  expect((['resident', 'leader', 'supplier', 'operator'] as const).map(party => says(back, party))).toEqual(['', '这样更合适', '', '这样更合适'])
})

it('a rule of the community is named to those whose rules they are; the others read whose it is first', () => {
  const rules: RouteRule[] = [{ id: 'r', when: {}, then: { holder: 'supplier' }, words: '老李家的先问老李' }]
  const { state, events } = filedCase({}, { rules })
  const says = (party: Party) => storyFor(state, events, party, LATER)[0]?.says
  expect(says('leader')).toContain('按规则「老李家的先问老李」先归供货商')
  expect(says('operator')).toContain('按规则「老李家的先问老李」先归供货商')
  expect(says('resident')).toBe('您反映：坏了、烂了，想退 ¥12.60。先由供货商看')
  expect(says('supplier')).toBe('居民反映：坏了、烂了，想退 ¥12.60。先由您看')
})

const rows = (Object.keys(SENTENCES) as CaseEventType[]).flatMap(type => (['resident', 'leader', 'supplier'] as const).map(party => [type, party] as const))

it.each(rows)('%s, as the %s reads it', (type, party) => {
  const { state, events } = examples()[LAST_EVENT[type]]
  const event = events.at(-1)
  if (!event) throw new Error('an example without events')
  const sentence = SENTENCES[type][party]
  expect(isToldTo(event, party)).toBe(sentence !== NOT_TOLD)
  // Once it can no longer be taken back, and 今晚 is still tonight.
  const soon = event.at + 60_000
  const told = storyFor(state, events, party, soon)
  const newest = toldTo(events, party, soon).at(-1)?.event === event ? told[0] : undefined
  expect(newest ? `${newest.says}${newest.detail ? `（${newest.detail}）` : ''}` : NOT_TOLD).toBe(sentence)
})

it('is read newest first', () => {
  const { state, events } = examples().paid
  expect(storyFor(state, events, 'leader', LATER).map(line => line.at)).toEqual(events.map(e => e.at).reverse())
})

describe('where no money is asked for', () => {
  const nothingAsked = filedCase({ wish: { kind: 'none' }, words: '' })
  it('nobody reads of ¥0.00', () => {
    const noted = act(nothingAsked, LEADER, { type: 'settle' })
    const granted = act(act(nothingAsked, LEADER, { type: 'forward', words: '' }), SUPPLIER, { type: 'grantAsAsked', words: '' })
    const said = (c: typeof noted, party: Party) => storyFor(c.state, c.events, party, LATER).map(line => line.says)
    expect(said(noted, 'resident')).toEqual(['团长知道了，会盯着这件事', '您反映：坏了、烂了，不用退，说一声'])
    expect(said(granted, 'resident')).toEqual(['供货商知道了', '团长请供货商先看看', '您反映：坏了、烂了，不用退，说一声'])
  })
})

it('shows photos only where they belong: disputes to leader and supplier, the receipt to resident and leader', () => {
  const photos = (name: 'supplierDisputed' | 'disputed' | 'paid', party: Party) => storyFor(examples()[name].state, examples()[name].events, party, LATER).flatMap(line => line.photos)
  expect((['resident', 'leader', 'supplier'] as const).map(party => photos('supplierDisputed', party))).toEqual([[], ['photo-supplier'], ['photo-supplier']])
  expect((['resident', 'leader', 'supplier'] as const).map(party => photos('disputed', party))).toEqual([[], ['photo-invoice'], ['photo-invoice']])
  expect((['resident', 'leader', 'supplier'] as const).map(party => photos('paid', party))).toEqual([['photo-receipt'], ['photo-receipt'], []])
})

it('whatever happens, each line is a Chinese sentence without a code name', () => {
  const codes = [...REASON_CODES, ...CRITERION_CODES, ...REVIEW_CODES, ...DISPUTE_CODES, ...CHANNEL_CODES, 'undefined', 'null', 'NaN', 'Object']
  fc.assert(fc.property(someHistory, fc.constantFrom(...PARTIES), ({ end }, party) => {
    const story = storyFor(end.state, end.events, party, LATER)
    expect(story).toHaveLength(toldTo(end.events, party, LATER).length)
    for (const line of story) {
      expect(line.says.replace(/单号 [A-Z0-9]+/, '')).toMatch(/^[^A-Za-z]*[一-鿿][^A-Za-z]*$/)
      for (const code of codes) expect(line.says).not.toContain(code)
      expect([typeof line.detail, Array.isArray(line.photos), Number.isSafeInteger(line.at)]).toEqual(['string', true, true])
      expect(line.says).not.toContain('¥0.00')
    }
  }), { numRuns: 150 })
})

it('everybody who did something reads of it', () => {
  fc.assert(fc.property(someHistory, ({ end }) => {
    for (const event of end.events.filter(e => e.by.party !== 'system')) expect(isToldTo(event, event.by.party)).toBe(true)
  }))
})

it('the system is told nothing', () => {
  const { events } = examples().paid
  for (const event of events) expect(isToldTo(event, actorOf('system').party)).toBe(false)
})

it('a promise that a filing joined is between leader and neighbour', () => {
  const { state, events } = filedCase({}, { promisedUntil: FILED_AT + 10 * 3600_000 })
  const says = (party: Party, now = FILED_AT + 60_000) => storyFor(state, events, party, now)[0]?.says
  expect((['resident', 'leader', 'supplier'] as const).map(party => says(party))).toEqual([
    '您反映：坏了、烂了，想退 ¥12.60。团长说过今晚8点20分前统一处理', '邻居反映：坏了、烂了，想退 ¥12.60。您说过今晚8点20分前统一处理', '居民反映：坏了、烂了，想退 ¥12.60',
  ])
  // Read the day after, it is not tonight.
  expect(says('resident', FILED_AT + 24 * 3600_000)).toMatch(/团长说过昨天晚上8点20分前统一处理$/)
})

it('what was admitted is told as it was then, whatever was split since', () => {
  const settled = act(filedCase(), LEADER, { type: 'settle' })
  const admitted = act(settled, SUPPLIER, { type: 'admitRecovery', words: '' })
  const split = act(admitted, LEADER, { type: 'splitLiability', shares: { supplier: 400, carrier: 0, leader: 860, seller: 0, goodwill: 0 }, words: '' })
  const says = (c: typeof split) => storyFor(c.state, c.events, 'leader', LATER).find(line => line.says.includes('认了'))?.says
  expect(says(admitted)).toBe('供货商认了 ¥12.60')
  expect(says(split)).toBe(says(admitted))
})

describe('who looks at it again', () => {
  const says = (c: Case, party: Party) => storyFor(c.state, c.events, party, LATER)[0]?.says
  const desk = () => act(filedCase(), LEADER, { type: 'refer', words: '说不拢' })

  it('is the desk where the desk offered, or asked the supplier', () => {
    const declined = act(act(desk(), OPERATOR, { type: 'offer', options: [{ remedy: 'refund', refund: 300 }], words: '' }), actorOf('resident'), { type: 'decline', words: '' })
    expect((['resident', 'leader', 'operator', 'supplier'] as const).map(party => says(declined, party))).toEqual(['您没同意，平台再看看', '邻居没同意，平台再看看', '邻居没同意，您再看看', '居民没同意，平台再看看'])
    const disputed = act(act(desk(), OPERATOR, { type: 'forward', words: '' }), SUPPLIER, { type: 'disputeAsAsked', reason: 'oldPhoto', words: '', photos: [] })
    expect(says(disputed, 'resident')).toBe('供货商回话了，平台来定')
  })
})

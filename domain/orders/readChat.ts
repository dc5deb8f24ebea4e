import { yuan } from '../case/money'
import { REASONS, type Reason } from '../case/reasons'
import { LONGEST_CHAT, type ChatProposal, type ChatReading } from './chatReading'
import { countOf, countsIn, countsPieces, type Count } from './chat/counts'
import { householdFinder, type ChatHousehold, type Whose } from './chat/households'
import { doubtsFromLater, type LaterWords } from './chat/laterWords'
import { leftOver, TAKEN_BACK } from './chat/leftOver'
import { numberings, type Numbering } from './chat/listNumbers'
import { splitMessages, type Message } from './chat/messages'
import { plain } from './chat/plain'
import { HAZARD, hitsIn, withoutHarmless } from './chat/problemWords'
import { productFinder, type ChatProduct } from './chat/products'

/** What a chat is read against: one group-buy, who bought what in it, and what is being dealt with already. */
export interface ChatAbout {
  products: readonly ChatProduct[]
  households: readonly (ChatHousehold & { notClaimable: string | null; lines: readonly ChatLine[] })[]
  /** As the leader is called; what they write is no complaint. '' when not known. */
  leaderName: string
}

export interface ChatLine {
  lineId: string
  productId: string
  spec: string
  quantity: number
  openCaseId: string | null
  /** Fen that were agreed or paid on it already: what is said now may be that once more. */
  settled?: number
}

const MOST_CANDIDATES = 10
/** A clause is a breath; letters. */
const LONGEST_CLAUSE = 120
/** More complaints than one message has; whoever writes more in one is to be read by a person. */
const MOST_IN_A_MESSAGE = 40

const ASKS_OTHERS = /(?:各位|大家|邻居们|亲们|姐妹们|宝子们|家人们|谁家|哪家|还有谁|有谁|谁的|有没有|是否|是不是|会不会|你们|你家|您家).*(?:坏|烂|碎|破|少|没收到|问题)|any(?:one|body)/
const TO_ALL = /(?:坏|烂|破|碎|少|问题|没收到)[的了货果]*(?:的?(?:邻居|亲|朋友|家人|小伙伴|请|麻烦|都?可以|联系|找我|私我?|私信|登记|接龙|举手|报一?下|拍照|拍个照|发我|发群里|@)|(?:统一|一律|全部)(?:退|处理|登记))/
const CONDITION = /如果|要是|假如|万一|凡是|的话|但凡|只要|若有/
const HEDGE = /听说|听.{0,4}说|好像|可能|似乎|应该|估计|怀疑|不知道|不确定|也许|差点|以为|大概|差不多|左右/
const EARLIER = /上次|上回|上周|上个?月|上一?个?团|以前|之前|去年|每次|那次|前几天/
const OTHERS = /我妈|我爸|婆婆|妈妈|老妈|邻居|隔壁|楼上|楼下|对门|朋友|同事|他家|她家|他们家|人家|我姐|别人|(?:帮|替|代)(?!我|忙|看|处|退|一下|助)/
const SETTLED = /已经?退|退了|退过|退款收到|收到退款|处理好了|解决了|赔了|补[了发]|找到了|又拿到了|没事了|搞定|转[账了好给过]|收款/
/** Somebody answers a neighbour: what it is about may be dealt with. */
const ANSWERS = /退|换|赔|补|转|处理|解决|搞定|给[你他她]|假|骗|不是|好了/
/** 我摔坏了: their own doing. */
const OWN_DOING = /我家?(?:不小心|手滑|自己|老公|老婆|孩子|娃){0,2}(?:把.{0,8})?(?:摔|弄|碰|砸|磕|踩|捏|放|忘)|不小心|手滑|忘了?[吃放拿]|放坏/
/** 1~2盒, 1、2盒, 一,两盒: from so many to so many, in one breath. */
const RANGE = /(\d|[一二两三四五六七八九十])\s*[~,、]\s*(?=[\d一二两三四五六七八九十])/g
/** 1 2盒 */
const SPACED_RANGE = /(^|[^\d.-])(\d{1,2})[ \t]+(?=\d{1,2}\s*[盒箱袋包瓶份件个颗])/g
/** 漏 1 瓶: one number, written apart. */
const SPACED_COUNT = /(\d)[ \t]+(?=[盒箱袋包瓶份件个颗条]|$)/g
/** 桃子坏1盒、鸡蛋碎1盒; 番茄烂1箱+橙子坏1箱 */
const SEVERAL = /([盒箱袋包瓶份件条了坏烂碎])\s*[、+]\s*(?=[^\d一二两三四五六七八九十几半\s\p{P}\p{S}])/gu
const NUMBER = /\d|[一二两三四五六七八九十](?!下)/
const PARTLY = /几[个盒颗箱袋瓶只条]|好几|一些|有些|有的|有点|一点|部分|一半|大半|少半|小半|半[盒箱个袋]|[盒箱个袋]半|若干|多[个盒]|\d多|三分之|百分|\d\s*%|\d\s*\/\s*\d|[\d一二两三四五六七八九十]\s*[-~到至]\s*[\d一二两三四五六七八九十]|\d\s*(?:or|或)\s*\d|以上|以下|以内|不到|不止|超过|多于|少于|底下|上面|下面|里面|个别|不少|很多|许多/
const ALL = /全坏|全烂|都坏|都烂|全部|全都|整[盒箱袋包瓶]|通通|统统|全是|都是坏/
const RHETORICAL = /怎么|为什么|为啥|咋/
const WANTS = /怎么办|咋办|怎么处理|怎么弄|能退|可以退|能不能|给退|怎么退|可以赔|退吗|退不退|管吗|可不可以|给处理|咋整|找谁/
const ME_TOO = /^(?:\+1|我也是|同上|同问|同款|同样|一样|我家也|我的也|也是|俺也一样|我也|\+\+)/
const PRAISE = /好吃|挺好|很好|都好|完好|完美|满意|很甜|新鲜(?!.{0,2}(?:坏|烂))|没问题|谢谢|赞/
const LEADER = /团长|群主|客服|管理员/

/** Letters of what neighbours call a product by a name that its title does not have: 青菜. */
const OTHER_GOODS = 3

/** Something wrong that one message says, before it is known whose and which. */
interface Finding {
  message: Message
  /** The message's words, as short as a card has them. */
  said: string
  /** Whether the message as a whole has a word of trouble that is not denied. */
  trouble: boolean
  whose: Whose
  /** Sets of products that are called so, one for each thing named. */
  goods: ReadonlySet<string>[]
  reason: Reason | null
  count: Count | null
  /** Somebody who has not got it may only not have fetched it; who got too few says how many. */
  wholeUnsaid: boolean
  /** Said as a whole: 全坏. */
  all: boolean
  why: string[]
}

/** What was said last, for what is left unsaid next. */
interface Context {
  goods: ReadonlySet<string>[]
  finding: Finding | null
  /** Number of the message. */
  at: number
}

/**
 * Reads text copied from a chat or a 接龙 into proposed cases. Pure, and linear in the text. Nothing is guessed: whatever is not said, or could
 * mean two things, makes a proposal unsure and says so; a proposal that is sure has a word of trouble in its own words.
 */
export function readChat(text: string, about: ChatAbout): ChatReading {
  const households = householdFinder(about.households)
  const findGoods = productFinder(about.products)
  const messages = splitMessages(text.slice(0, LONGEST_CHAT), households)
  const findings: Finding[] = []
  const passedOver: ChatReading['passedOver'] = []
  const own = new Map<string, Context>()
  let last: Context | null = null
  const tookBack = new Set(messages.filter(m => m.who !== '' && TAKEN_BACK.test(plain(m.text))).flatMap(m => (m.under === '' ? [m.who] : [m.who, m.under])))
  const numbered = numberings(messages, (who, number) => (households.knows(who) ? [...households.numbered(number)].some(id => households.whose(who, '').orderIds.includes(id)) : null))
  const whoseOf = new Map<string, Whose>()
  const inTitle = titleReader(findGoods)
  const later: LaterWords[] = []
  const complaints: (Finding[] | null)[] = []
  for (const [at, message] of messages.entries()) {
    const number = numbered[at] === 'list' ? null : message.number
    const known = `${message.who}\n${number ?? ''}\n${message.text}\n${message.quoted}`
    const whose = whoseOf.get(known) ?? households.whose(message.who, message.text, message.quoted, number)
    whoseOf.set(known, whose)
    const before = message.who === '' ? null : own.get(message.who) ?? null
    const read = readMessage(message, whose, { at, before, last, findGoods, inTitle, leaderName: about.leaderName })
    if (tookBack.has(message.who)) for (const finding of read.findings) finding.why.push('这个人别的话像是改了口')
    findings.push(...read.findings)
    complaints.push(read.findings.length > 0 ? read.findings : null)
    later.push({
      who: read.findings.length === 0 && message.under !== '' ? message.under : message.who, ...read.later, complains: read.findings.length > 0,
      // Only whom the leader plainly names: 陈姐 is none of the neighbours called 陈.
      about: read.later.leader ? new Set([...whose.named, ...(whose.why.length === 0 ? whose.orderIds : [])]) : households.knows(message.who) ? new Set([...whose.named].filter(id => !whose.orderIds.includes(id) || whose.orderIds.length > 1)) : new Set([...whose.named, ...whose.orderIds]),
    })
    if (read.findings.length === 0 && read.passed !== null) passedOver.push({ who: message.who, said: short(message.text), why: read.passed })
    const finding = read.findings.at(-1) ?? null
    if (message.who !== '') own.set(message.who, { goods: read.goods, finding: finding ?? (before && before.at === at - 1 ? before.finding : null), at })
    if (finding) last = { goods: finding.goods, finding, at }
  }
  const doubts = doubtsFromLater(later, complaints.map((of, at) => (of ? { who: messages[at]?.who ?? '', loose: messages[at]?.nameInWords === true && !messages[at].listed, orderIds: of[0]?.whose.orderIds ?? [] } : null)))
  for (const [at, of] of complaints.entries()) for (const finding of of ?? []) finding.why.push(...(doubts[at] ?? []))
  const homes = new Map(about.households.map(h => [h.orderId, h]))
  const numberingOf = new Map(messages.map((message, at) => [message, numbered[at] ?? null]))
  const others = (message: Message) => [...households.numbered(message.number ?? '')].flatMap(id => homes.get(id) ?? [])
  return { proposals: merged(findings.flatMap(finding => proposalsOf(finding, homes, about.products.length, others(finding.message), numberingOf.get(finding.message) ?? null).map(proposal => ({ proposal, message: finding.message })))), passedOver, messages: messages.length }
}

type FindGoods = ReturnType<typeof productFinder>

/** What the heading of a 接龙 says for all its entries. */
interface Titled {
  reason: Reason | null
  trouble: boolean
  goods: ReadonlySet<string>[]
}

/** Reads each heading once, however many entries stand under it. */
function titleReader(findGoods: FindGoods): (title: string) => Titled {
  const known = new Map<string, Titled>()
  return title => {
    const [hit] = known.has(title) ? [] : hitsIn(withoutHarmless(title).words)
    const read = known.get(title) ?? { reason: hit?.reason ?? null, trouble: hit !== undefined, goods: findGoods(title).map(m => m.ids) }
    known.set(title, read)
    return read
  }
}

interface Reading {
  at: number
  before: Context | null
  last: Context | null
  findGoods: FindGoods
  inTitle: (title: string) => Titled
  leaderName: string
}

function readMessage(message: Message, whose: Whose, { at, before, last, findGoods, inTitle, leaderName }: Reading): { findings: Finding[]; goods: ReadonlySet<string>[]; passed: string | null; later: Pick<LaterWords, 'leader' | 'answers' | 'settles' | 'corrects' | 'odd'> } {
  const words = plain(message.text).replace(/@\S{1,20}(?=\s|$)/g, ' ')
  const next = before?.at === at - 1 ? before : null
  const findings: Finding[] = []
  const always = cautions(message, withoutPlaces(words, whose), findGoods, leaderName)
  const settles = SETTLED.test(words)
  const later = { leader: isLeader(message, leaderName) || (settles && message.who === '' && LEADER.test(words.slice(0, 3))), answers: ANSWERS.test(words), settles, corrects: settles, odd: always.length > 0 }
  let goods: ReadonlySet<string>[] = []
  let waiting: Count | null = null
  let passed: string | null = null
  if (next) goods = next.goods
  // Of the whole message, so once a message and not once a finding.
  let whole: { said: string; trouble: boolean; notReceived: boolean } | null = null
  const add = (reason: Reason | null, count: Count | null, all: boolean, why: string[], named: ReadonlySet<string>[]) => {
    whole ??= { said: short(message.text), trouble: hasTrouble(message), notReceived: /没收到|未收到/.test(words) }
    const { said, trouble, notReceived } = whole
    const finding: Finding = { message, said, trouble, whose, goods: named, reason, count, all, wholeUnsaid: reason === 'missing' && !notReceived, why: [...always, ...why] }
    findings.push(finding)
    return finding
  }
  if (HAZARD.test(words)) return { findings: [add(null, null, false, ['说吃了不舒服，请先打电话问人怎么样'], findGoods(words).map(m => m.ids))], goods, passed, later }
  const about = message.quoted === '' ? null : findGoods(plain(message.quoted)).map(m => m.ids)
  for (const { clause, question } of clausesOf(words)) {
    if (findings.length >= MOST_IN_A_MESSAGE) {
      add(null, null, false, [], [])
      for (const finding of findings) finding.why.push('这一条太长，后面的没有读，请自己看原话')
      break
    }
    const places = whose.places(clause)
    // Where the words do not set a name off as the speaker's, what stands in it is no product: 桃桃坏了.
    const mentions = findGoods(clause).filter(m => message.who !== '' || !places.some(p => p.at < m.end && m.at < p.end))
    const masked = mentions.reduce((left, m) => left.slice(0, m.at) + '■'.repeat(m.end - m.at) + left.slice(m.end), clause)
    const { words: honest, denied } = withoutHarmless(masked)
    const hits = hitsIn(honest)
    const counts = countsIn(honest)
    const named = mentions.map(m => m.ids)
    if (named.length > 0) goods = named
    if (hits.length === 0) {
      if (denied) passed ??= '说的是没坏、不用退'
      const strange = leftOver(honest, [...mentions, ...counts, ...whose.places(clause)], true)
      // 青菜很好: somebody praises something else, whatever they call it; 不 before a complaint takes back what stands before it.
      const ofAnother = PRAISE.test(clause) && strange.length <= OTHER_GOODS && !findings.some(f => f.goods.some(ids => named.some(others => overlap(ids, others))))
      if (strange !== '' ? !ofAnother && !(strange === '不' && findings.length === 0) : PRAISE.test(clause) && named.length > 0 && !ofAnother) later.odd = true
      if (denied && named.length === 0) later.odd = later.corrects = true
      if (PRAISE.test(clause) || denied) goods = []
      const open = findings.at(-1) ?? next?.finding ?? null
      const [only] = counts
      // 草莓坏了，两盒 and 草莓坏了 / 两盒: the number belongs to what was just said.
      if (only && counts.length === 1 && open && open.count === null && !open.all && /^[□■\s有大约共一]*$/.test(honest.slice(0, only.at)) && named.length === 0) open.count = only
      else if (only && findings.length > 0 && findings.at(-1)?.count) findings.at(-1)?.why.push('后面又说了一个数')
      else if (only) {
        waiting = only
        if (named.length === 0) later.corrects = true
      }
      continue
    }
    const whyNot = question || ASKS_OTHERS.test(clause) || TO_ALL.test(clause) || CONDITION.test(clause) ? notMeant(clause, question, counts.length > 0) : null
    if (whyNot !== null && whyNot !== 'doubt') {
      passed = whyNot
      later.odd = true
      continue
    }
    const open = findings.at(-1) ?? next?.finding ?? null
    if (named.length === 0 && !denied && open && open.reason !== null && hits.every(h => h.reason === null)) {
      // 草莓坏了2盒 麻烦退一下: asks for what was just said, as long as it says no more.
      if (NUMBER.test(honest) || leftOver(honest, [...hits, ...whose.places(clause)]) !== '') open.why.push('还说了别的，请看一眼原话')
      continue
    }
    const why: string[] = []
    if (whyNot === 'doubt') why.push('像是在问，不一定真坏了')
    if (RHETORICAL.test(clause) && !WANTS.test(clause)) why.push('是问着说的，请看一眼原话')
    if (HEDGE.test(clause)) why.push('话说得不肯定')
    if (denied) why.push('一句里又说坏又说没坏')
    let meant = named.length > 0 ? named : goods
    // 酸奶坏了: it is no trouble that is sour, and nothing that is known.
    if (named.length === 0 && honest.includes('□')) why.push('还说了别的，请看一眼原话')
    if (meant.length === 0 && about && about.length > 0) {
      meant = about
      why.push('是接着别人的话说的')
    } else if (meant.length === 0 && before && before.goods.length > 0) {
      meant = before.goods
      why.push('没说是哪样，像是接着前面说的')
    }
    if (named.length === 0 && meant.length > 1) why.push('前面说了好几样，不知道是哪样')
    if (mentions.some(m => m.doubtful)) why.push('说的不一定是这样东西')
    if (named.length > 1) why.push('一句里说了好几样')
    const [hit] = hits
    if (!hit) continue
    const reasons = [...new Set(hits.map(h => h.reason))]
    if (hits.length > 1 && counts.length > 1) why.push('像是分几次说的，请数一下一共几件')
    if (reasons.length > 1) why.push(`又说${says(reasons[0] ?? null)}又说${says(reasons[1] ?? null)}`)
    if (reasons.length === 1 && reasons[0] === null) why.push('没说哪里不好')
    else if (hits.every(h => h.doubtful)) why.push(hit.reason === 'underweight' ? '分量不够的，要填称出来多少' : '没说死是哪种问题')
    let { count, unclear } = countOf(hit, counts, honest)
    if (count === null && waiting) {
      count = waiting
      unclear = true
    }
    if (unclear) why.push('几个数里不知道哪个是坏的')
    if (PARTLY.test(honest)) why.push('没说清坏了几件')
    if (leftOver(honest, [...mentions, ...hits, ...counts, ...whose.places(clause)]) !== '') why.push('还说了别的，请看一眼原话')
    if (/又|另外|还有/.test(clause) && findings.length > 0) why.push('像是分几次说的，请数一下一共几件')
    const all = ALL.test(clause) && count === null
    waiting = null
    for (const each of meant.length > 0 ? meant : [new Set<string>()]) add(hit.reason, count, all, why, each.size === 0 ? [] : [each])
  }
  if (later.odd) for (const finding of findings) finding.why.push('还说了别的，请看一眼原话')
  if (findings.length === 0 && ME_TOO.test(words.trim()) && words.trim().length <= 20) {
    const from = last && at - last.at <= 5 ? last.finding : null
    if (from || about) return { findings: [add(from?.reason ?? null, null, false, ['说「我也是」，请看是不是同样的问题'], about ?? from?.goods ?? [])], goods, passed, later }
  }
  if (findings.length === 0 && message.listed && message.listTitle !== '' && passed === null) {
    const title = inTitle(message.listTitle)
    if (title.trouble) add(title.reason, countsIn(words)[0] ?? null, false, ['哪里不好是接龙的题目里写的'], goods.length > 0 ? goods : title.goods)
  }
  // 1. 七七 桃子坏1盒 / 2. 芳芳妈妈 1盒
  const above = last?.finding && last.at === at - 1 && last.finding.message.listed ? last.finding : null
  if (findings.length === 0 && passed === null && message.listed && above) {
    const [counts, mentions] = [countsIn(words), findGoods(words)]
    if (counts.length + mentions.length > 0 && leftOver(words, [...counts, ...mentions, ...whose.places(words)], true) === '' && !PRAISE.test(words)) add(above.reason, counts[0] ?? null, false, ['只写了东西或者数，像是接着上一家说的'], goods.length > 0 ? goods : above.goods)
  }
  if (findings.length === 0 && passed === null && message.quoted === '') {
    if (isForeign(words)) passed = '看不懂的话，请自己看一眼'
    else if (message.under !== '' && message.who === '') passed = '没说哪里不好'
  }
  return { findings, goods, passed, later }
}

/** Letters; fewer are a name or an exclamation. */
const FEW_LETTERS = 4
/** Whether most of what was not understood is written in letters that are not Chinese. */
function isForeign(words: string): boolean {
  const left = leftOver(words.replace(/https?:\/\/\S+/g, ' '), [], true).replace(/[^\p{L}]/gu, '')
  const chinese = left.match(/\p{Script=Han}/gu)?.length ?? 0
  return left.length - chinese >= FEW_LETTERS && left.length > 2 * chinese
}

/** What makes everything in a message doubtful, whatever it says. */
function cautions(message: Message, words: string, findGoods: FindGoods, leaderName: string): string[] {
  const why: string[] = []
  if (TAKEN_BACK.test(words)) why.push('后面的话像是改了口')
  if (isLeader(message, leaderName)) why.push('这是团长自己写的')
  if (message.retold) why.push('是转发别人的话')
  if (message.under !== '') why.push(`写在「${message.under}」的话下面，不一定是他自己说的`)
  if (message.nameInWords && findGoods(plain(message.who)).some(m => m.end - m.at >= plain(message.who).length)) why.push(`「${message.who}」是人名，也是东西，请看说的是哪个`)
  if (OTHERS.test(words)) why.push('说的像是别人家的')
  if (EARLIER.test(words)) why.push('说的像是以前的事')
  if (OWN_DOING.test(words)) why.push('像是自己弄坏的')
  if (SETTLED.test(words)) why.push('像是已经处理好了')
  if (/哈哈|开玩笑|逗你|\[旺柴\]/.test(words)) why.push('像是说笑')
  return why
}

/** The words with the names of households made unreadable: 妈妈 in 芳芳妈妈 is nobody else. */
function withoutPlaces(words: string, whose: Whose): string {
  return whose.places(words).reduce((left, p) => left.slice(0, p.at) + '■'.repeat(p.end - p.at) + left.slice(p.end), words)
}

function isLeader({ who, text }: Message, leaderName: string): boolean {
  const leader = plain(leaderName)
  // 2. 陈姐 已退: an entry that begins with the leader's name.
  if (who === '') return leader !== '' && plain(text).startsWith(leader)
  return LEADER.test(who) || (leader !== '' && plain(who).includes(leader))
}

function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some(id => others.has(id))
}

/** Why a clause with a word of trouble is no complaint; `doubt` when it may well be one. */
function notMeant(clause: string, question: boolean, counted: boolean): string | 'doubt' | null {
  if (TO_ALL.test(clause) || CONDITION.test(clause)) return counted ? 'doubt' : '是说给大家听的，或者只是假设'
  if (ASKS_OTHERS.test(clause)) return counted && /我/.test(clause) ? 'doubt' : '是在问别人'
  if (!question || WANTS.test(clause)) return null
  return counted || /我/.test(clause) || RHETORICAL.test(clause) ? 'doubt' : '是在问'
}

/** Breaths of a message, and whether each is a question. */
function clausesOf(words: string): { clause: string; question: boolean }[] {
  const clauses: { clause: string; question: boolean }[] = []
  // Spaces part what is said in Chinese; English needs them.
  for (const [, part = '', end = ''] of words.replace(RANGE, '$1-').replace(SPACED_RANGE, '$1$2-').replace(SPACED_COUNT, '$1').replace(SEVERAL, '$1,').replace(/([^\sa-z])[ \t]+(?=[^\sa-z])/g, '$1\u0001').matchAll(/([^,。!?;\n~\u0001]*)([,。!?;\n~\u0001]|$)/g)) {
    for (let at = 0; at < part.length; at += LONGEST_CLAUSE) {
      const clause = part.slice(at, at + LONGEST_CLAUSE).trim()
      if (clause !== '') clauses.push({ clause, question: end === '?' || /[吗么嘛]$|没有$|了没$|不$|呢$/.test(clause) })
    }
  }
  return clauses
}

/** Which lines are meant, and whether that is certain. */
function proposalsOf(finding: Finding, households: ReadonlyMap<string, ChatAbout['households'][number]>, products: number, numbered: readonly ChatAbout['households'][number][], numbering: Numbering | null): ChatProposal[] {
  const { message, said, whose, goods, reason, count, all } = finding
  const why = [...whose.why, ...finding.why]
  const base = { who: message.who, said, reason, pictures: message.pictures }
  const homes = whose.orderIds.flatMap(id => households.get(id) ?? [])
  if (whose.apart && homes.length > 1 && homes.length <= MOST_CANDIDATES) return homes.flatMap(home => proposalsOf({ ...finding, whose: { ...whose, orderIds: [home.orderId], apart: false } }, households, products, numbered, numbering))
  if (homes.length === 0) return [{ ...base, certainty: 'unmatched', missing: missingOf(true, true, reason), why, candidates: [], pieces: count?.pieces ?? null }]
  const [named] = goods
  const fitting = homes.flatMap(h => h.lines.filter(l => (named ? named.has(l.productId) : true)).map(l => ({ h, l })))
  if (named && fitting.length === 0) why.push(homes.length === 1 ? '这家没买这样东西' : '这几家都没买这样东西')
  const [home] = homes
  const other = homes.length === 1 ? numbered.find(h => h !== home && (numbering === 'joinNumber' || h.lines.some(l => !named || named.has(l.productId)))) : undefined
  if (other && (numbering === 'joinNumber' || numbering === 'unknown')) why.push(`前面写着 ${message.number ?? ''}，${message.number ?? ''} 号是别家`)
  const lines = fitting.length > 0 ? fitting : homes.flatMap(h => h.lines.map(l => ({ h, l })))
  // 坏了 alone is an outcry as well; who bought one thing and counts it means that.
  if (!named && products > 1 && lines.length > 1) why.push('没说是哪样东西')
  else if (!named && products > 1 && !count) why.push('没说是哪样东西，这家只买了这一样')
  else if (lines.length > 1 && homes.length === 1 && fitting.length > 0) why.push('这家买了好几样叫这个的')
  const [one] = lines
  let pieces = count?.pieces ?? null
  if (one && lines.length === 1) {
    const { quantity, spec, openCaseId, settled = 0 } = one.l
    if (count && !countsPieces(count.unit, plain(spec))) {
      why.push(`${count.pieces}${count.unit}不是 ${count.pieces} 件`)
      pieces = null
    } else if (pieces !== null && pieces > quantity) why.push(`说坏了 ${pieces} 件，可只买了 ${quantity} 件`)
    if (pieces === null && !count && quantity === 1 && !finding.wholeUnsaid && !why.includes('没说清坏了几件')) pieces = 1
    else if (pieces === null && all) why.push(`说都坏了，请看是不是 ${quantity} 件都坏了`)
    else if (pieces === null && !count) why.push(`没说坏了几件，一共买了 ${quantity} 件`)
    if (openCaseId !== null) why.push('这件已经有一个问题在处理了')
    else if (settled > 0) why.push(`这家这样东西已经退过 ${yuan(settled)}`)
    if (one.h.notClaimable !== null) why.push(one.h.notClaimable)
  }
  const sure = why.length === 0 && lines.length === 1 && reason !== null && pieces !== null && finding.trouble
  return [{
    ...base, certainty: sure ? 'sure' : 'unsure', missing: missingOf(lines.length !== 1 || (named !== undefined && fitting.length === 0), new Set(lines.map(({ h }) => h.orderId)).size !== 1, reason), why: sure ? [] : [...new Set(why)], pieces,
    candidates: lines.slice(0, MOST_CANDIDATES).map(({ h, l }) => ({ orderId: h.orderId, lineId: l.lineId })),
  }]
}

function missingOf(goods: boolean, household: boolean, reason: Reason | null): ChatProposal['missing'] {
  return [...(household ? ['household' as const] : []), ...(goods ? ['goods' as const] : []), ...(reason === null ? ['reason' as const] : [])]
}

/** Whether the message itself has a word of trouble that is not denied. */
function hasTrouble(message: Message): boolean {
  return hitsIn(withoutHarmless(plain(message.text)).words).some(h => h.reason !== null)
}

/** What is said twice is one case; what does not agree is for the leader to sort out. */
function merged(read: readonly { proposal: ChatProposal; message: Message }[]): ChatProposal[] {
  const known = new Map<string, ChatProposal>()
  const from = new Map<string, Message>()
  for (const { proposal: p, message } of read) {
    const key = p.certainty === 'unmatched' ? `?${p.who}|${p.said}|${p.reason ?? ''}` : JSON.stringify(p.candidates.map(c => [c.orderId, c.lineId]))
    const first = known.get(key)
    const again = from.get(key) === message
    from.set(key, message)
    if (!first) {
      known.set(key, p)
      continue
    }
    const said = first.said.includes(p.said) ? first.said : short(`${first.said} / ${p.said}`)
    const why = [...first.why, ...p.why]
    if (first.reason !== p.reason && first.reason !== null && p.reason !== null) why.push(`先说${says(first.reason)}又说${says(p.reason)}`)
    if (first.pieces !== p.pieces && first.said !== p.said) why.push('前后说的数不一样')
    else if (first.pieces !== p.pieces) why.push('一句里有好几个数')
    else if (again) why.push('像是分几次说的，请数一下一共几件')
    const certainty = why.length === 0 ? first.certainty : first.certainty === 'unmatched' ? 'unmatched' : 'unsure'
    known.set(key, { ...first, said, certainty, why: [...new Set(why)], reason: first.reason ?? p.reason, missing: [...new Set([...first.missing, ...p.missing])].filter(m => m !== 'reason' || (first.reason ?? p.reason) === null), pieces: first.pieces ?? p.pieces, pictures: first.pictures + (first.said === p.said ? 0 : p.pictures) })
  }
  return [...known.values()]
}

function says(reason: Reason | null): string {
  return reason === null ? '要退' : `「${REASONS[reason].says}」`
}

/** As much of somebody's words as fits a card. */
const LONGEST_SAID = 200
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= LONGEST_SAID ? line : `${letters.slice(0, LONGEST_SAID - 1).join('')}…`
}

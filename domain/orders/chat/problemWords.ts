import type { Reason } from '../../case/reasons'

/** A word in a clause that says what is wrong. */
export interface Hit {
  reason: Reason | null
  /** The word alone does not say it for certain. */
  doubtful: boolean
  at: number
  end: number
}

/** Words that sound like trouble and are none; made unreadable before anything is looked for. */
const HARMLESS = new RegExp([
  '多少', '至少', '减少', '不少', '少女', '少儿', '少糖', '少油', '少盐', '少量', '少数', '少吃', '少买', '缺货', '缺一不可',
  '(?:笑|累|忙|乐|吓|饿|急|想|宠|惯|气|热|冻|闷)[坏烂]', '坏(?:人|蛋|天气|心情|习惯|话|笑|脾气|处)', '心情[坏烂]', '摆烂',
  '(?:手机|电脑|电梯|冰箱|门禁|灯|柜子?|快递柜|自提柜|车|门|锁|空调|网|秤|打印机|监控)[也又都]?(?:坏|破|漏水)',
  '坏(?:果|的|了)?[就都必全]?包[赔退换]', '坏果必赔', '坏[一几]赔[一几]', '包坏', '坏单', '售后包',
  '(?:别|小心|注意|怕|担心|免得|以免|防止|容易|易|不会|会|不容易|没那么容易|千万别)(?:被|弄|放|给|再)?[压挤摔碰放弄]?[坏烂碎破]',
  '不错', '没错', '错过', '灿烂', '烂漫', '烂熟', '破费', '破例', '突破', '破壁', '破天荒', '破涕', '化妆', '变化', '文化', '消化', '化肥', '绿化',
  '碎花', '碎碎念', '碎冰', '碎银', '豆腐', '腐乳', '腐竹', '酸奶', '酸甜', '酸菜', '酸辣', '酸酸甜甜', '裂变', '虫草', '碰到', '碰见', '漏勺', '过期不候',
  '没?(?:收到|看到|拿到|找到)(?:消息|通知|短信|信息|链接|码|取件码|红包|钱|退款|回复|电话)', '没(?:收到|看到)(?:你|您|团长)?的?(?:消息|通知|短信|信息|退款|回复)',
  '(?:没|未)(?:发现|看出|觉得|感觉)',
].join('|'), 'g')

const BAD = '压坏|压烂|压扁|变质|异味|异物|过期|破损|瑕疵|毛病|问题|坏|烂|霉|臭|馊|酸|碎|破|漏|少|缺|虫|裂|磕|损|化|蔫|腐'
const NOT = new RegExp(`(?:没有?|未|无|不|并非|木有|冇|别)(?:一[个盒颗箱袋]|一点儿?|什么|啥|任何|怎么|有|再|太|是|算|很|出现|发生|见)*(?:${BAD})`, 'g')
const NONE_AFTER = new RegExp(`(?:${BAD})[的果了]?(?:都|也|一个|一颗|一盒|倒|是)*(?:没有?|没见|不多)(?=$|[吧啊哦呀呢的了 ])`, 'g')
const NOT_ENGLISH = /\b(?:not|no|isn't|wasn't|aren't|without|never|nothing)\s+(?:\w+\s+)?(?:bad|rotten|broken|mou?ld\w*|damaged|spoiled|problems?|missing|issues?|wrong)/g
const REFUND_DONE = /(?:不用|不要|不必|别|不|无需|没)(?:再)?(?:给我?)?(?:退|赔)|退款?(?:已经)?(?:收到|到账|到了)|(?:已经?|都)(?:退|赔)[了过]?/g

const WORDS: [RegExp, Reason | null, 'sure' | 'doubtful'][] = [
  [/发错|错发|送错|给错|装错|配错|寄错|不是我[买订要]的|wrong (?:item|one|product)/g, 'wrongGoods', 'sure'],
  [/拿错|货不对(?!板)|搞错|弄错/g, 'wrongGoods', 'doubtful'],
  [/货不对板|[跟和与](?:图片|描述|照片|说的|介绍|宣传)(?:完全)?不一样|图文不符|描述不符/g, 'notAsDescribed', 'sure'],
  [/不甜|难吃|不好吃|太小|不熟|没熟|太生|酸掉牙|口感差|味道不对|不一样/g, 'notAsDescribed', 'doubtful'],
  [/异物|头发|玻璃渣?|石子|塑料片|钢丝|虫子|有虫|长虫|生虫|蟑螂|苍蝇/g, 'foreignObject', 'sure'],
  [/过期|过了?保质期|expired/g, 'expired', 'sure'],
  [/临期|日期不[对新]/g, 'expired', 'doubtful'],
  [/化冻|解冻|化了|化掉|融化|融了|化成水|thawed|melted/g, 'thawed', 'sure'],
  [/[分份]量不[够足]|缺斤[少短]两|短斤缺两|短斤|少秤|不够[秤称]|斤两不[够足]|重量不[够足对]|称了|称出来|underweight/g, 'underweight', 'doubtful'],
  [/还没(?:收到|拿到|领到|到|发|送)|没发|没找到|没看到|没见到|少拿|没拿到|没领到/g, 'missing', 'doubtful'],
  [/没收到|未收到|没有收到|没给我|没送到|漏发|少发|少给|少送|漏送|漏装|少装|缺了|缺少|少了|少(?=[一两二三四五六七八九十\d])|missing|not received/g, 'missing', 'sure'],
  [/(?:外包装|包装|袋子|盒子|箱子|瓶子|盖子)[袋盒]?[也又都全]?(?:是|被)?(?:破|坏|烂|裂)了?|漏气|漏液|漏水|漏油|漏汁|漏了|胀袋|胀包|leak(?:ed|ing)/g, 'packageDamaged', 'sure'],
  [/[压挤摔砸磕碰][得都也]?(?:坏|烂|扁|碎|伤|破|裂)|磕碰|碎|裂[了开]|断了|破了|破损|破(?=[一两二三四五六七八九\d])|损坏|变形|crushed|broken|damaged|smashed/g, 'damaged', 'sure'],
  [/坏|烂|发霉|霉|馊|变质|变味|腐|长毛|rotten|spoiled|spoilt|mou?ldy|\bbad\b/g, 'spoiled', 'sure'],
  [/臭|发黑|黑心|不新鲜|蔫|酸了|异味|出水|不能吃|没法吃|吃不了/g, 'spoiled', 'doubtful'],
  // Leaked, or left out.
  [/漏/g, 'packageDamaged', 'doubtful'],
  [/有问题|不好|要退|退货|退款|给退|想退|申请退|退一下|退我|赔|refund/g, null, 'doubtful'],
]

/** Somebody was hurt: never a matter for a list. */
export const HAZARD = /(?:吃|喝)(?:坏|出)(?:了)?(?:肚子|问题|事)|拉肚子|腹泻|呕吐|吐了|过敏|中毒|进医院|去医院|食物中毒|肚子疼|肚子痛|food poisoning|diarrh/

/** The clause with everything made unreadable that only sounds like trouble. Letters keep their places. */
export function withoutHarmless(clause: string): { words: string; denied: boolean } {
  let denied = false
  const blank = (found: string) => '□'.repeat(found.length)
  const deny = (found: string) => { denied = true; return blank(found) }
  const words = clause.replace(HARMLESS, blank).replace(NOT, deny).replace(NONE_AFTER, deny).replace(NOT_ENGLISH, deny).replace(REFUND_DONE, deny)
  return { words, denied }
}

/** What is said to be wrong, in the order of the words. */
export function hitsIn(words: string): Hit[] {
  const hits: Hit[] = []
  let left = words
  for (const [pattern, reason, how] of WORDS) {
    left = left.replace(pattern, (found, ...rest) => {
      const at = rest.find((part): part is number => typeof part === 'number') ?? 0
      hits.push({ reason, doubtful: how === 'doubtful', at, end: at + found.length })
      return '□'.repeat(found.length)
    })
  }
  // That something is to be refunded says nothing beside what is wrong with it.
  const named = hits.filter(h => h.reason !== null)
  return (named.length > 0 ? named : hits.slice(0, 1)).sort((a, b) => a.at - b.at)
}

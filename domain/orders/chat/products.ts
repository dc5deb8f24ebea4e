import { EVERYDAY_NAMES, type EverydayName } from './everydayNames'
import { plain } from './plain'

export interface ChatProduct {
  id: string
  title: string
  spec: string
}

/** A place where words name a product, or one of several that are called alike. */
export interface Mention {
  ids: ReadonlySet<string>
  at: number
  end: number
  /** The title may mean something made of it rather than the thing itself: 水蜜桃乌龙. */
  doubtful: boolean
}

/** Letters that name food or goods; without one, two letters of a title are mere advertising. */
const TELLING = /[莓橙柑桔橘莲苹梨桃瓜果葡萄枣柿蕉樱菜葱姜蒜笋菇豆薯玉米面粉饼包司糕酥糖茶奶酪蛋肉牛羊猪鸡鸭鹅鱼虾蟹贝酱醋酒茄芒榴柚杏李荔椒藕笼粽]/
/** Parts of titles that neighbours use as ordinary words. */
const ORDINARY = new Set(['新鲜', '鲜果', '水果', '蔬菜', '蔬果', '大果', '坏果', '果园', '果子', '小果', '果农', '包赔', '包邮', '包装', '面包装', '顺丰', '冷链', '现货', '精品', '特级', '现摘', '直发', '产地', '农家', '有机', '礼包', '大包', '小包', '包退', '红包', '米多', '一包', '两包', '肉多', '果肉', '果干', '当日', '今日', '采摘', '本地', '进口', '国产', '超级', '爆款', '推荐', '预售', '秒杀', '特价', '好吃', '自提', '团购', '邻居', '团长', '没坏', '坏包', '全部', '一点', '单果', '中果', '酒店'])
const LONGEST = 8
/** What stands behind the thing itself in a title without making it another: 水蜜桃礼盒, 鲜牛奶950ml. */
const STILL_IT = /^(?:$|[^\p{Script=Han}]|[大中小特]果|果|新鲜|现摘|现采|现发|现货|礼盒|整箱|整[条盒袋]|组合|散装|[一半]?[箱盒袋筐篮]|[净毛]重|[一二三四五六七八九十两半]+[斤个枚只]|当[季天日]|本地|空运|冷链|顺丰|包邮|产地|直发|脆甜|香甜|多汁|爆汁|软糯|精品|特级|优选)/u
/** What is given along is not what is sold. */
const GIVEN_ALONG = /[送赠配搭]\p{Script=Han}?$/u

/** Finds which products of a group-buy are spoken of. Linear in the text. */
export function productFinder(products: readonly ChatProduct[]): (words: string) => Mention[] {
  const names = new Map<string, Set<string>>()
  const add = (name: string, id: string) => {
    if (ORDINARY.has(name)) return
    const ids = names.get(name) ?? new Set<string>()
    names.set(name, ids.add(id))
  }
  for (const { id, title } of products) {
    const whole = plain(title)
    // The last two letters outside brackets are what it is: 海盐可颂.
    const own = whole.replace(/【[^】]*】|\([^)]*\)|\[[^\]]*\]/g, ' ').split(/[^\p{L}\p{N}]+/u).filter(run => run !== '')
    for (const run of own) add(run.slice(-2), id)
    if (own.length === 1 && own[0]?.length === 1) add(own[0], id)
    for (const run of whole.split(/[^\p{L}]+/u)) {
      for (let at = 0; at < run.length; at++) {
        for (let length = 2; length <= LONGEST && at + length <= run.length; length++) {
          const name = run.slice(at, at + length)
          if (/^[a-z]+$/.test(name) ? name === run && length > 2 : length > 2 || TELLING.test(name)) add(name, id)
        }
      }
    }
  }
  const everyday = everydayNames(products)
  return words => {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; at++) {
      const known = everyday(words, at)
      for (let length = LONGEST; length > 0; length--) {
        const ids = at + length <= words.length ? names.get(words.slice(at, at + length)) : undefined
        if (!ids && known?.length !== length) continue
        // Titles that hold the very word, and titles that call the same thing otherwise.
        const other = known?.length === length ? known : null
        mentions.push({ ids: new Set([...ids ?? [], ...other?.ids ?? []]), at, end: at + length, doubtful: !ids && other?.doubtful === true })
        at += length - 1
        break
      }
    }
    return mentions
  }
}

interface Everyday {
  length: number
  ids: ReadonlySet<string>
  doubtful: boolean
}

/** Everyday names of what is in this group-buy. */
function everydayNames(products: readonly ChatProduct[]): (words: string, at: number) => Everyday | null {
  const titles = products.map(({ id, title }) => ({ id, runs: plain(title).split(/[^\p{L}\p{N}]+/u) }))
  const byStart = new Map<string, { said: string; name: EverydayName; ids: ReadonlySet<string>; doubtful: boolean }[]>()
  for (const name of EVERYDAY_NAMES) {
    const found = titles.map(({ id, runs }) => ({ id, is: runs.reduce((most, run) => Math.max(most, isThing(run, name)), 0) })).filter(t => t.is > 0)
    // Where one title is plainly the thing, others that only have its name are something made of it.
    const best = found.some(t => t.is === 2) ? found.filter(t => t.is === 2) : found
    for (const said of best.length > 0 ? name.said : []) byStart.set(said.charAt(0), [...byStart.get(said.charAt(0)) ?? [], { said, name, ids: new Set(best.map(t => t.id)), doubtful: best.every(t => t.is === 1) }])
  }
  return (words, at) => {
    let best: Everyday | null = null
    for (const { said, name, ids, doubtful } of byStart.get(words.charAt(at)) ?? []) {
      if (said.length <= (best?.length ?? 0) || !words.startsWith(said, at) || inAnother(words, at, said.length, name)) continue
      best = { length: said.length, ids, doubtful }
    }
    return best
  }
}

/** 2: a run of a title is the thing. 1: it has its name in it, and goes on. 0: it is not. */
function isThing(run: string, name: EverydayName): 0 | 1 | 2 {
  let is: 0 | 1 | 2 = 0
  for (const titled of name.titled) {
    for (let at = run.indexOf(titled); at >= 0; at = run.indexOf(titled, at + 1)) {
      if (inAnother(run, at, titled.length, name) || GIVEN_ALONG.test(run.slice(0, at))) continue
      if (STILL_IT.test(run.slice(at + titled.length))) return 2
      is = 1
    }
  }
  return is
}

/** Whether the letters stand inside a longer word that is another thing: 桃 in 猕猴桃. */
function inAnother(words: string, at: number, length: number, { not }: EverydayName): boolean {
  return not.some(longer => {
    const from = Math.max(0, at + length - longer.length)
    const found = words.slice(from, at + longer.length).indexOf(longer)
    return found >= 0 && from + found <= at
  })
}

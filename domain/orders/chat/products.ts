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
}

/** Letters that name food or goods; without one, two letters of a title are mere advertising. */
const TELLING = /[莓橙柑桔橘莲苹梨桃瓜果葡萄枣柿蕉樱菜葱姜蒜笋菇豆薯玉米面粉饼包司糕酥糖茶奶酪蛋肉牛羊猪鸡鸭鹅鱼虾蟹贝酱醋酒茄芒榴柚杏李荔椒藕笼粽]/
/** Parts of titles that neighbours use as ordinary words. */
const ORDINARY = new Set(['新鲜', '鲜果', '水果', '蔬菜', '蔬果', '大果', '坏果', '果园', '果子', '小果', '果农', '包赔', '包邮', '包装', '面包装', '顺丰', '冷链', '现货', '精品', '特级', '现摘', '直发', '产地', '农家', '有机', '礼包', '大包', '小包', '包退', '红包', '米多', '一包', '两包', '肉多', '果肉', '果干', '当日', '今日', '采摘', '本地', '进口', '国产', '超级', '爆款', '推荐', '预售', '秒杀', '特价', '好吃', '自提', '团购', '邻居', '团长', '没坏', '坏包', '全部', '一点', '单果', '中果', '酒店'])
const LONGEST = 8

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
  return words => {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; at++) {
      for (let length = LONGEST; length > 0; length--) {
        const ids = at + length <= words.length ? names.get(words.slice(at, at + length)) : undefined
        if (!ids) continue
        mentions.push({ ids, at, end: at + length })
        at += length - 1
        break
      }
    }
    return mentions
  }
}

import { numberIn } from './plain'
import type { Hit } from './problemWords'

/** How many of what: 2 盒. */
export interface Count {
  pieces: number
  unit: string
  at: number
  end: number
}

const PACKED = '盒箱袋包瓶份件筐板提罐桶'
const SINGLE = '个颗只条根棵粒串枚把朵片'
const ENGLISH: Record<string, string> = { box: '盒', boxes: '盒', pack: '包', packs: '包', bag: '袋', bags: '袋', piece: '件', pieces: '件', pcs: '件', bottle: '瓶', bottles: '瓶' }
const COUNT = new RegExp(`(^|[^\\d.¥$/第\\-一二两三四五六七八九十])(\\d{1,3}|[一二两三四五六七八九十]{1,3}|[俩仨])\\s*([${PACKED}${SINGLE}]|(?:boxe?s?|packs?|bags?|pieces?|pcs|bottles?)\\b)`, 'g')
const BOUGHT = /(?:买|订|拍|定|下单|总|共|要)[了的过有]?$/
/** 12.8元一盒, 一盒12.8: what one costs. */
const PRICE_BEFORE = /[元块毛钱]$/
const PRICE_BEHIND = /^\s*(?:¥|\$|￥)?\d+(?:\.\d+)?(?!\d*\s*[盒箱袋包瓶份件])/
const GOT = /(?:收到|拿到|领到|剩|领)[了的过]?$/
const OF_THEM = /^(?:里|中|当中|装|[是都全的]*(?:好|没|不错|完好|ok))/

/** Numbers that count pieces of what is wrong: not what was bought or came, not prices, weights, times, doors or 跟团号. */
export function countsIn(words: string): Count[] {
  const counts: Count[] = []
  for (const found of words.matchAll(COUNT)) {
    const [whole, head = '', number = '', unit = ''] = found
    const pieces = numberIn(number)
    const at = found.index + head.length
    const end = found.index + whole.length
    const before = words.slice(Math.max(0, at - 4), at)
    const behind = words.slice(end, end + 6)
    if (pieces === null || pieces === 0 || BOUGHT.test(before) || GOT.test(before) || PRICE_BEFORE.test(before) || PRICE_BEHIND.test(behind) || OF_THEM.test(behind)) continue
    counts.push({ pieces, unit: ENGLISH[unit] ?? unit, at, end })
  }
  return counts
}

/** The count that belongs to what is wrong: right behind it, else right before it, else the only one. `unclear`: several could. */
export function countOf(hit: Hit, counts: readonly Count[], words: string): { count: Count | null; unclear: boolean } {
  const near = (gap: string) => /^[了掉的有大约是 □]*$/.test(gap) && gap.length <= 3
  const behind = counts.filter(c => c.at >= hit.end && near(words.slice(hit.end, c.at)))
  const before = counts.filter(c => c.end <= hit.at && /^[都也全是被就已经 的■]*$/.test(words.slice(c.end, hit.at)) && hit.at - c.end <= 6)
  const [after] = behind
  const first = before.at(-1)
  // 1盒坏了2盒: nobody knows which.
  if (after && first) return { count: after, unclear: first.pieces < after.pieces }
  // 坏1盒、2盒: nor here.
  if (after ?? first) return { count: after ?? first ?? null, unclear: after !== undefined && counts.some(c => c.at >= after.end && /^[、,和或+\s]*$/.test(words.slice(after.end, c.at))) }
  const [only] = counts
  return { count: only ?? null, unclear: new Set(counts.map(c => `${c.pieces}${c.unit}`)).size > 1 }
}

/** Whether a count in this unit counts pieces of what is sold so: 2盒 of 2斤/盒 does, 3颗 does not. */
export function countsPieces(unit: string, spec: string): boolean {
  if (unit === '份' || unit === '件') return true
  const own = new Set<string>()
  for (let i = 0; i < spec.length; i++) {
    const letter = spec.charAt(i)
    if (`${PACKED}${SINGLE}`.includes(letter) && !/[\d一二两三四五六七八九十半]/.test(spec.charAt(i - 1))) own.add(letter)
  }
  if (own.size > 0) return own.has(unit)
  return PACKED.includes(unit)
}

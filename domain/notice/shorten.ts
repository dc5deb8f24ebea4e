/** Where a sentence, or a product's title, may end without saying something else. */
const ENDS = /[，,。.；;！!？?～~、/|｜\s]/u
/** What sellers put into a title that is not its name: (2斤/盒), [包邮]. */
const REMARKS = /[（(［[][^（()）［[\]］]*[）)\]］]/gu

/** What sellers put into 【】 that is not a name either: how it is sold, sent and guaranteed. 【预售】, 【不新鲜包退】, 【48小时发货】 */
const SELLING = /预售|预定|预订|现货|现发|现摘|包邮|顺丰|京东|快递|冷链|空运|直发|直供|发货|到货|自提|次日达|秒杀|特价|特惠|优惠|限时|限量|抢购|爆款|热卖|热销|新品|上新|推荐|必买|福利|团购|返场|加单|补单|加购|赠品|买一送一|不新鲜|不甜|不好吃|坏果|坏了|破损|售后|正品|保真|包退|包赔|包换|必赔|\d+\s*(?:小时|h|天|折)|[内起装]/giu

/**
 * A product's title in so many letters: whole where it fits, else without remarks in brackets, else without 【】 that only say how it is sold, else its first
 * parts, else the name that the seller put into 【】. What is left out shows as … where there is room.
 */
export function shortGoods(title: string, longest: number): string {
  const whole = oneLine(title)
  const plain = oneLine(whole.replace(REMARKS, ' '))
  const unsold = oneLine(plain.replace(/【([^【】]*)】/gu, (group, words: string) => (isSelling(words) ? ' ' : group)))
  // Where nothing else is left, that is all there is to call it by.
  const goods = unsold === '' ? plain : unsold
  const named = /【([^】]+)】/u.exec(goods)?.[1] ?? ''
  for (const words of [whole, plain, goods]) if (words !== '' && words.length <= longest) return words
  return firstParts(goods, longest) ?? (named !== '' && named.length <= longest ? named : null) ?? cut(named === '' ? goods : named, longest)
}

/** 【顺丰丹东草莓】 names something beside how it is sent. */
function isSelling(words: string): boolean {
  return (words.replace(SELLING, '').match(/[\p{L}\p{N}]/gu) ?? []).length < 2
}

/** Somebody's name in so many letters, two at least: its beginning. */
export function shortName(name: string, longest: number): string {
  return cut(oneLine(name), Math.max(2, longest))
}

/** A sentence in so many letters: its first parts, whole, rather than a part cut in two. */
export function shortSentence(words: string, longest: number): string {
  const whole = oneLine(words)
  return whole.length <= longest ? whole : firstParts(whole, longest) ?? cut(whole, longest)
}

/** As many whole parts as fit; null where that would leave most of the room empty. */
function firstParts(words: string, longest: number): string | null {
  for (let end = Math.min(longest, words.length - 1); end >= longest / 2; end--) {
    if (!ENDS.test(words[end] ?? '') || isInNumber(words, end)) continue
    const parts = words.slice(0, end)
    if (parts.endsWith('【') || /【[^】]*$/u.test(parts)) continue
    return parts.length < longest ? `${parts}…` : parts
  }
  return null
}

/** ¥12.60 does not end at its point. */
function isInNumber(words: string, at: number): boolean {
  return /\d/.test(words[at - 1] ?? '') && /\d/.test(words[at + 1] ?? '')
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function cut(words: string, longest: number): string {
  let kept = ''
  for (const letter of words) {
    if (kept.length + letter.length > longest - 1) break
    kept += letter
  }
  return words.length <= longest ? words : `${kept}…`
}

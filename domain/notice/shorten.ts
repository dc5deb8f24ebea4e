/** Where a sentence, or a product's title, may end without saying something else. */
const ENDS = /[，,。.；;！!？?～~、/|｜\s]/u
/** What sellers put into a title that is not its name: (2斤/盒), [包邮]. */
const REMARKS = /[（(［[][^（()）［[\]］]*[）)\]］]/gu

/**
 * A product's title in so many letters: whole where it fits, else without remarks in brackets, else its first parts, else the name that the seller put
 * into 【】. What is left out shows as … where there is room.
 */
export function shortGoods(title: string, longest: number): string {
  const whole = oneLine(title)
  const plain = oneLine(whole.replace(REMARKS, ' '))
  const named = /【([^】]+)】/u.exec(plain)?.[1] ?? ''
  for (const words of [whole, plain]) if (words !== '' && words.length <= longest) return words
  return firstParts(plain, longest) ?? (named !== '' && named.length <= longest ? named : null) ?? cut(named === '' ? plain : named, longest)
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

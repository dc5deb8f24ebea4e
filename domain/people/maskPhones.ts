import { hideLetters } from './hiddenLetters'

/** Spoken digits, as people write a number to get past a mask. */
const SPOKEN_DIGITS: Record<string, string> = {
  零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
  壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9', 貳: '2', 陸: '6', 參: '3',
}

const COUNTRY = '(?:\\(?(?:\\+|00)?86\\)?[ -]{0,3})?'
/** After a letter that is no digit (no lookbehind: old phones cannot read it), before one that is none. */
const alone = (phone: string) => new RegExp(`(^|\\D)(${phone})(?!\\d)`, 'g')

/**
 * On letters as `plain` writes them; the usual ways to write a number first, so that a house number before it is not taken for its beginning.
 * 010 and 02x are followed by eight digits, other area codes by seven or eight.
 */
const PHONES = [
  alone(`${COUNTRY}1[3-9]\\d[ .-]{0,3}\\d{4}[ .-]{0,3}\\d{4}`),
  alone('(?:\\+|00)86[ .-]{0,3}\\(?[1-9]\\d{1,2}\\)?[ .-]{0,3}\\d{3,4}[ .-]{0,3}\\d{4}'),
  alone('\\(?0(?:10|2\\d|[3-9]\\d\\d)\\)?[ .-]{0,3}\\d{4}[ .-]{0,3}\\d{4}'),
  alone(`${COUNTRY}1[ -]{0,3}[3-9](?:[ -]{0,3}\\d){9}`),
  alone('0[ -]{0,3}(?:1[ -]{0,3}0|2[ -]{0,3}\\d|[3-9](?:[ -]{0,3}\\d){2})(?:[ -]{0,3}\\d){8}'),
  alone('\\(?0[3-9]\\d\\d\\)?[ .-]{0,3}\\d{3}[ .-]{0,3}\\d{4}'),
]

/** Words with phone numbers made unreadable, for those who must not learn who the resident is. Everything else stays as it was written. */
export function maskPhones(words: string): string {
  const letters = [...words]
  for (const spoken of [false, true]) {
    for (const phone of PHONES) {
      const line = letters.map(letter => plain(letter, spoken)).join('')
      for (const { index, 1: head = '', 2: found = '' } of line.matchAll(phone)) {
        const from = index + head.length
        hideLetters(letters, from, from + found.length, MASK)
      }
    }
    const line = letters.map(letter => plain(letter, spoken)).join('')
    for (const [from, to] of scattered(line, letters)) hideLetters(letters, from, to, MASK)
  }
  return letters.join('')
}

/** As long as what people put between the digits of a number to get it past a mask: 139【1234】5678, 139 打 1234. */
const LONGEST_GAP = 6
/** What stands behind a number that counts, measures or costs something, so that several of them are no phone. */
const COUNTED = /^\s*(?:kg|g|ml|l|cm)|[盒箱袋包瓶份件个颗只条斤克公两元块毛角月日号楼栋幢座年点时室¥￥$%*＊]/i

/** Places of mobile numbers whose digits have anything short between them; joined where they overlap. */
function scattered(line: string, letters: readonly string[]): [from: number, to: number][] {
  const places = [...line].flatMap((letter, at) => (letter >= '0' && letter <= '9' ? [at] : []))
  const found: [number, number][] = []
  for (let first = 0; first + 10 < places.length; first++) {
    const of = places.slice(first, first + 11)
    const [begin = 0] = of
    const to = (of.at(-1) ?? 0) + 1
    if (line.charAt(begin) !== '1' || !/[3-9]/.test(line.charAt(of[1] ?? 0)) || isDigit(line, to)) continue
    const country = /(?:^|\D)((?:\+|00)?86)$/.exec(line.slice(Math.max(0, begin - 5), begin))?.[1] ?? ''
    const from = begin - country.length
    if (isDigit(line, begin - 1) && country === '') continue
    const gaps = of.slice(1).map((at, i) => seen(letters.slice((of[i] ?? 0) + 1, at)))
    if (gaps.some(gap => [...gap].length > LONGEST_GAP || gap.includes(MASK))) continue
    const groups = gaps.flatMap((gap, i) => (gap === '' ? [] : [i + 1])).join()
    if (groups !== '3,7' && (gaps.some(gap => COUNTED.test(gap)) || PRICES.test(seen(letters.slice(from, to))))) continue
    const last = found.at(-1)
    if (last && from < last[1]) last[1] = to
    else found.push([from, to])
  }
  return found
}

/** 13.50, 15.80: what several things cost. */
const PRICES = /^\d+\.\d{1,2}(?:[^\d.]+\d+\.\d{1,2})+$/

/** Letters as they look: half-width, without those that cannot be seen. */
function seen(letters: readonly string[]): string {
  return letters.join('').normalize('NFKC').replace(/[\p{M}\p{Cf}]/gu, '')
}

function isDigit(line: string, at: number): boolean {
  return /^\d$/.test(line.charAt(at))
}

const MASK = '****'

/** One letter for one letter: digits in any script's dress, brackets, plus, a gap, a dot, or something else. */
function plain(letter: string, spoken: boolean): string {
  if (letter === '' || letter === MASK) return 'x'
  const bare = letter.normalize('NFKC')
  if (/^[\d()+]$/.test(bare)) return bare
  if (/^[\s\p{Cf}\p{M}]$/u.test(bare) || bare === '') return ' '
  if (/^[\p{Pd}−~]$/u.test(bare)) return '-'
  if (/^[.,、。·•_/|*]$/u.test(bare)) return '.'
  return (spoken ? SPOKEN_DIGITS[letter] : undefined) ?? 'x'
}

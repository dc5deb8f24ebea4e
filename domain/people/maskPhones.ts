/** Spoken digits, as people write a number to get past a mask. */
const SPOKEN_DIGITS: Record<string, string> = {
  零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
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
        letters.fill('', from, from + found.length)
        letters[from] = MASK
      }
    }
  }
  return letters.join('')
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

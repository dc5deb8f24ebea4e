import { hideLetters, lettersOf } from './hiddenLetters'

/** A day as it stands in the number of an identity card, with or without its century. */
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])'
/** Who calls a number so says that it is a parcel's or an order's. */
const NUMBERED = /(?:单号?|订单号?|编号|批号)\s*[:：]?\s*$/u

/** Ways to say who somebody is by a number, or to write to them. Dressed letters are read as `lettersOf` reads them. */
const IDS = [
  // 18 digits, or 17 with an X; 15 before 2000.
  new RegExp(`(^|[^0-9A-Za-z])([1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}${DAY}[ -]?[0-9]{3}[0-9Xx])(?![0-9A-Za-z])`, 'g'),
  new RegExp(`(^|[^0-9A-Za-z])([1-9][0-9]{7}${DAY}[0-9]{3})(?![0-9A-Za-z])`, 'g'),
  /(身份证(?:号码?|是|为|[:\s]){0,4})([0-9]{14,17}[0-9Xx])/g,
  /()([A-Za-z0-9._%+-]{1,64}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})/g,
]

/** A number of a telephone at home, without its area: only behind what calls it so, or as two times four digits. */
const LANDLINES = [
  /((?:座机|固话|电话|家里打|tel)(?:号码?|是|为|打|[:\s]){0,4})([2-8][0-9]{2,3}[ -]{0,3}[0-9]{4})(?![0-9])/gi,
  /(^|[^0-9A-Za-z.¥$-])((?!20[0-9]{2})[2-8][0-9]{3}[ -][0-9]{4})(?![0-9-]|\s*(?:[盒箱袋包瓶份件个颗只条斤克两公元块毛角年月日点度]|kg|g|ml))/g,
]

/** Words with the numbers of identity cards, e-mail addresses and telephones without an area made unreadable. */
export function maskIds(words: string, mask: string): string {
  return [...IDS, ...LANDLINES].reduce((text, id) => {
    const { letters, bare } = lettersOf(text)
    for (const { index, 1: head = '', 2: found = '' } of bare.matchAll(id)) {
      const from = index + head.length
      if (/^[0-9 -]+$/.test(found) && NUMBERED.test(bare.slice(0, from))) continue
      hideLetters(letters, from, from + found.length, mask)
    }
    return letters.join('')
  }, words)
}

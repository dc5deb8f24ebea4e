import { roomKeys } from '../orders/roomKeys'
import { hideLetters, lettersOf } from './hiddenLetters'

const DIGIT = '[0-9零〇一二三四五六七八九]'
const NUMBER = '(?:[0-9]{1,3}|[零〇一二三四五六七八九十]{1,3})'
/** What a number counts or measures: 602克, 120元 are no doors. */
const COUNTED = '\\s*(?:[盒箱袋包瓶份件个颗只条根粒串斤克两公千元块毛角分年月日天点时人户家次%.:¥]|kg|g|ml|cm)'
const NAMED_DOOR = `(?:${DIGIT}{2,4}[A-Za-z]?\\s*(?:室|房(?!间)))`
const DOOR = `(?:${NAMED_DOOR}|${DIGIT}{2,4}(?!${DIGIT}|${COUNTED}))`
const UNIT = `(?:(?:${NUMBER}|[A-Za-z甲乙丙丁])\\s*(?:单元|门(?!口)))`
const FLOOR = `(?:${NUMBER}\\s*[楼层])`
const DASH = '\\s*[-–—－/]?\\s*'
const BUILDING = `(?:(?:${NUMBER}|[A-Za-z][0-9]{0,2})\\s*(?:号楼|栋楼?|幢|座))`
/** What a street, a lane or a village is called: no more letters than one has, and none that stand before it. */
const CALLED = '(?:(?![住在到是的了坏烂从去送寄往址我您你他她家])\\p{Script=Han}){1,4}'
/** The number of a house in it, with all that follows; 村5号到货 is a day. */
const HOUSE = `(?:${NUMBER}|[0-9]{4})\\s*(?:弄|号(?!\\s*(?:到|拿|取|收|买|下单|送|发|开|的时候)))(?:\\s*${NUMBER}\\s*(?:支弄|弄|号楼?|幢|栋|组|队))*(?:${DASH}${UNIT})?(?:${DASH}${FLOOR})?(?:${DASH}${DOOR})?`
/** After what is no part of a number or a word (no lookbehind: old phones cannot read it). */
const after = (place: string, before = '[^0-9A-Za-z]') => new RegExp(`(^|${before})(${place})`, 'gi')

/** Ways to say where anybody lives. */
const PLACES = [
  new RegExp(`(^|[^0-9A-Za-z])(${CALLED}(?:大街|街道?|路|大道|巷|胡同|村)\\s*${HOUSE})`, 'giu'),
  new RegExp(`(^|[^0-9A-Za-z])(${CALLED}村\\s*${NUMBER}\\s*(?:组|队))`, 'giu'),
  after(`${NUMBER}\\s*弄\\s*(?:${NUMBER}\\s*支弄\\s*)?${NUMBER}\\s*号楼?(?:${DASH}${DOOR})?`),
  after(`${BUILDING}${DASH}${UNIT}?${DASH}${FLOOR}?${DASH}${DOOR}`),
  after(`${BUILDING}${DASH}${UNIT}`),
  after(`${UNIT}${DASH}${FLOOR}?${DASH}${DOOR}`),
  after('(?:[0-9]{1,3}|[A-Za-z][0-9]{0,2})\\s*(?:号楼|栋楼?|幢|座)'),
  after(`[零〇一二三四五六七八九十]{1,3}(?:号楼|栋|幢)`, '[^第]'),
  after(`[0-9]{1,2}\\s*#\\s*楼?\\s*${DOOR}`),
  after(`(?:[0-9]{1,2}|[A-Za-z])[-–—－](?:[0-9]{1,2}[-–—－])?[0-9]{3,4}(?![0-9-]|${COUNTED})`, '[^0-9A-Za-z.-]'),
  after(`(?:[0-9]{3,4}[A-Za-z]?|[零〇一二三四五六七八九]{3,4})\\s*(?:室|房(?!间))`),
]

const SPELLED = '零一二三四五六七八九'

/** A number as digits, digit by digit in Chinese, or as one counts: 12, 一二, 十二. */
function written(part: string): string {
  if (!/^\d+$/.test(part)) return part.replace(/[^\p{L}\p{N}]/gu, '')
  const digits = [...part].map(digit => (digit === '0' ? '[零〇]' : SPELLED.charAt(Number(digit)))).join('')
  const ones = part.endsWith('0') ? '' : SPELLED.charAt(Number(part.at(-1)))
  const counted = part.length === 2 ? [`${part.startsWith('1') ? '' : SPELLED.charAt(Number(part.charAt(0)))}十${ones}`] : []
  return `(?:0*${part}|${[digits, ...counted].join('|')})`
}

/** The household's own room, however it is put together, and its door alone. */
function ownPlaces(room: string): RegExp[] {
  const [key] = roomKeys(room)
  const parts = key?.split('-') ?? []
  const door = /[0-9]{3,4}(?=[^0-9]*$)/.exec(room.normalize('NFKC'))?.[0] ?? (parts.length > 1 ? parts.at(-1) : undefined)
  const between = '[^0-9A-Za-z零〇一二三四五六七八九十盒箱袋包瓶份件个颗斤克元块]{0,4}'
  const whole = roomKeys(room).map(each => after(`${each.split('-').map(written).join(between)}(?:室|房(?!间))?(?![0-9]|${COUNTED})`, '[^0-9A-Za-z.]'))
  if (door === undefined || door.length < 3) return whole
  return [...whole, after(`${written(door)}(?:室|房(?!间))?(?![0-9A-Za-z]|${COUNTED})`, '[^0-9A-Za-z.:¥$零〇一二三四五六七八九十-]')]
}

/**
 * Words with everything made unreadable that says where somebody lives: a building with or without a door, a door called so, and this household's own room
 * in any of the ways neighbours write it (5-602, 五栋602, 602). What counts, weighs or costs something stays.
 */
export function maskRooms(words: string, room: string, mask: string): string {
  return [...PLACES, ...ownPlaces(room)].reduce((text, place) => {
    const { letters, bare } = lettersOf(text)
    for (const { index, 1: head = '', 2: found = '' } of bare.matchAll(place)) hideLetters(letters, index + head.length, index + head.length + found.trimEnd().length, mask)
    return letters.join('')
  }, words)
}

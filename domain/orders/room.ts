const dash = '[-–—]'
const number = '(?:[0-9]{1,4}|[A-Za-z][0-9]{0,2}|[一二三四五六七八九十]{1,3})'
const building = `${number}(?:号楼|栋楼?|幢|座|号|#楼?)`
const unit = '(?:(?:[0-9]{1,2}|[一二三四五六七八九十甲乙丙丁A-Za-z])(?:单元|门))'
const door = '(?:[0-9]{1,4}[A-Za-z]?(?:室|房)|[0-9]{3,4}[A-Za-z]?(?![0-9]))'

const buildingAndDoor = new RegExp(`${building}${dash}?${unit}?${dash}?${door}`, 'g')
const numbersOnly = new RegExp(`(^|[^0-9-])([0-9]{1,3}${dash}(?:[0-9]{1,2}${dash})?[0-9]{3,4})(?![0-9-])`, 'g')
const buildingOnly = new RegExp(`${number}(?:号楼|栋楼?|幢|座)${unit}?`, 'g')
const doorOnly = /[0-9]{3,4}[A-Za-z]?(?:室|房)/g

/**
 * Building and room at most, which is how neighbours name themselves; street, district and city are left behind.
 * 上海市闵行区梧桐苑9号楼1504室 → 9号楼1504室; 12-3-1504 → 12-3-1504; '' when nothing of the kind is there.
 * The last match counts, since an address ends with the door.
 */
export function readRoom(address: string): string {
  const text = address.normalize('NFKC').replace(/\s+/g, '')
  const full = [...text.matchAll(buildingAndDoor)].at(-1)
  if (full) {
    // 沪闵路100号1504室: the number of a house in a street says where one lives to the whole town; the door alone is kept.
    const inStreet = /[路街道巷]$/.test(text.slice(0, full.index)) && /^[0-9]+号(?!楼)/.test(full[0])
    return inStreet ? full[0].replace(/^[0-9]+号/, '') : full[0]
  }
  return [...text.matchAll(numbersOnly)].at(-1)?.[2] ?? [...text.matchAll(buildingOnly)].at(-1)?.[0] ?? [...text.matchAll(doorOnly)].at(-1)?.[0] ?? ''
}

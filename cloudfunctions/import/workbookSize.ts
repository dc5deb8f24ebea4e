import { strFromU8, unzipSync } from 'fflate'

/** A season of one community's exports has a few thousand rows of some twenty columns. */
export const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
/** Bytes of all parts unpacked: 20,000 rows of a wide export have about 40 MB. */
const LARGEST_UNPACKED = 60 * 1024 * 1024

/**
 * Whether a workbook is small enough to be read: a few KB can unpack to gigabytes, and one stray cell in the last row makes a reader lay
 * out a billion. Looks at the sheets only, without laying anything out. Throws when the bytes are no zip.
 */
export function isReadableWorkbook(bytes: Uint8Array): boolean {
  let unpacked = 0
  const sheets = unzipSync(bytes, {
    filter: file => {
      unpacked += file.originalSize
      return unpacked <= LARGEST_UNPACKED && /^xl\/worksheets\/[^/]+\.xml$/.test(file.name)
    },
  })
  return unpacked <= LARGEST_UNPACKED && Object.values(sheets).every(sheet => cellsWithin(strFromU8(sheet)))
}

/** Every row and cell names its place: r="17", r="AB17". */
function cellsWithin(xml: string): boolean {
  for (const [, column = '', row = ''] of xml.matchAll(/<(?:row|c)\b[^>]*?\br="([A-Z]{0,3})(\d{1,7})"/g)) {
    if (Number(row) > MOST_ROWS || columnNumber(column) > MOST_COLUMNS) return false
  }
  return true
}

function columnNumber(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
}

import { numberIn, plain } from './chat/plain'
import { readRoom } from './room'

/** How neighbours write where they live, all made one: 5号楼602室, 5-602, 五栋602 → 5-602; with a unit 12-3-801 and 12-801. Empty where no building and door are said. */
export function roomKeys(text: string): string[] {
  const room = readRoom(text)
  if (room === '') return []
  const parts = (plain(room).match(/[a-z]?\d+[a-z]?|[一二三四五六七八九十]+|[a-z]/g) ?? []).map(part => String(numberIn(part) ?? part).replace(/^0+(?=\d)/, ''))
  return parts.length > 2 ? [parts.join('-'), `${parts[0]}-${parts.at(-1)}`] : parts.length === 2 ? [parts.join('-')] : []
}

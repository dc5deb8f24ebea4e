/** A box of an ISO base media file (ISO/IEC 14496-12), as MP4 and QuickTime movies are made of: where it stands in the file. */
export interface Box {
  type: string
  /** Of its first byte, its size. */
  start: number
  /** Of what is in it. */
  body: number
  end: number
}

/** Somebody made this file to lie, or it was cut off. */
export class BadMovie extends Error {}

/**
 * The boxes that stand between two places, one after the other. What is left behind the last one is too short to be one (QuickTime ends some lists
 * with four zeros). Throws `BadMovie` where a size is smaller than its own head, or larger than what it stands in; "until the end" (0) is no size.
 */
export function boxesIn(file: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  let start = from
  while (to - start >= 8) {
    const short = file.readUInt32BE(start)
    const type = file.toString('latin1', start + 4, start + 8)
    if (short === 1 && to - start < 16) throw new BadMovie(`${type} has no room for its size`)
    const body = start + (short === 1 ? 16 : 8)
    const size = short === 1 ? Number(file.readBigUInt64BE(start + 8)) : short
    if (size < body - start || size > to - start) throw new BadMovie(`${type} claims ${size} bytes of ${to - start}`)
    found.push({ type, start, body, end: start + size })
    start += size
  }
  return found
}

/** In its place stands nothing any more: same size, so that whatever points behind it still does. */
export function blank(file: Buffer, box: Box): void {
  file.write('free', box.start + 4, 'latin1')
  file.fill(0, box.body, box.end)
}

/** The only one of its kind. Throws `BadMovie` when there is none, or another. */
export function only(boxes: readonly Box[], type: string): Box {
  const [first, second] = boxes.filter(box => box.type === type)
  if (!first || second) throw new BadMovie(`${first ? 'more than one' : 'no'} ${type}`)
  return first
}

/** At most one. */
export function atMostOne(boxes: readonly Box[], type: string): Box | null {
  return boxes.some(box => box.type === type) ? only(boxes, type) : null
}

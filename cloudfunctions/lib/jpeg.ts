/**
 * Reads the structure of a JPEG and keeps only what a picture needs. Written here rather than taken from a library because it is an
 * allow-list over markers (libraries remove the kinds of metadata they know), and because a decoder would cost api's cold start 20 times as much.
 */

export type JpegTrouble = 'NOT_A_PICTURE' | 'TRUNCATED' | 'TOO_MANY_PIXELS'
export interface CleanJpeg { bytes: Buffer; width: number; height: number }

const SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP1 = 0xe1
/** Frame headers with sizes: baseline, extended, progressive. Lossless and arithmetic ones no phone makes. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const DHT = 0xc4, DQT = 0xdb, DRI = 0xdd, APP0 = 0xe0, APP14 = 0xee
/** The phone sends at most 1600 px; a little more is forgiven, a bomb is not. */
const MOST_PIXELS = 16_000_000

/** @returns the picture without any metadata (but upright: its orientation is kept), or what is wrong with it */
export function cleanJpeg(input: Buffer): CleanJpeg | JpegTrouble {
  if (input.length < 4 || input[0] !== 0xff || input[1] !== SOI || input[2] !== 0xff) return 'NOT_A_PICTURE'
  const kept: Buffer[] = []
  let size: { width: number; height: number } | null = null
  let orientation = 1
  let quantised = false
  let at = 2
  for (;;) {
    if (at + 4 > input.length) return 'TRUNCATED'
    if (input[at] !== 0xff) return 'NOT_A_PICTURE'
    const marker = input[at + 1]!
    if (marker === 0xff) { at += 1; continue } // fill byte
    if (marker === EOI) return 'NOT_A_PICTURE' // ends before any picture
    const length = input.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2) return 'NOT_A_PICTURE'
    if (end > input.length) return 'TRUNCATED'
    if (FRAMES.includes(marker)) {
      // One or three components, four for CMYK; each is described in three bytes.
      const components = input[at + 9] ?? 0
      if (components < 1 || components > 4 || length !== 8 + 3 * components) return 'NOT_A_PICTURE'
      size = { height: input.readUInt16BE(at + 5), width: input.readUInt16BE(at + 7) }
      if (size.width === 0 || size.height === 0) return 'NOT_A_PICTURE'
      if (size.width * size.height > MOST_PIXELS) return 'TOO_MANY_PIXELS'
    }
    if (marker === APP1) orientation = orientationIn(input.subarray(at + 4, end)) ?? orientation
    if (FRAMES.includes(marker)) kept.push(input.subarray(at, end))
    else kept.push(...keptOf(marker, input.subarray(at, end)))
    if (marker === DQT) quantised = true
    if (marker === SOS) {
      if (!size || !quantised) return 'NOT_A_PICTURE'
      const scans = scansFrom(input, at)
      if (scans === null) return 'TRUNCATED'
      return { ...size, bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...orientationSegment(orientation), ...kept, scans]) }
    }
    at = end
  }
}

/** From the first scan to the picture's end; what an app hides behind the end is dropped. Between progressive scans only tables may stand. */
function scansFrom(input: Buffer, start: number): Buffer | null {
  const parts: Buffer[] = []
  let at = start
  while (at + 4 <= input.length) {
    const marker = input[at + 1]!
    if (marker === EOI) break
    const segmentEnd = at + 2 + input.readUInt16BE(at + 2)
    if (segmentEnd > input.length) return null
    if (marker === SOS) {
      const dataEnd = entropyEnd(input, segmentEnd)
      // A scan of no data is no picture.
      if (dataEnd === null || dataEnd === segmentEnd) return null
      parts.push(input.subarray(at, dataEnd))
      at = dataEnd
    } else {
      parts.push(...keptOf(marker, input.subarray(at, segmentEnd)))
      at = segmentEnd
    }
  }
  if (at + 2 > input.length || input[at] !== 0xff || input[at + 1] !== EOI) return null
  return Buffer.concat([...parts, Buffer.from([0xff, EOI])])
}

/**
 * What of a segment a picture needs: tables that are nothing but tables, the head of JFIF without its thumbnail, and Adobe's colour
 * transform, without which colours turn. By content and not by name alone: anything can be hidden in a segment of the right name.
 */
function keptOf(marker: number, segment: Buffer): Buffer[] {
  switch (marker) {
    case DQT: return isWhole(segment, head => 1 + 64 * (head >> 4 === 0 ? 1 : 2)) ? [segment] : []
    case DHT: return isWhole(segment, (_head, at) => 17 + segment.subarray(at + 1, at + 17).reduce((sum, n) => sum + n, 0)) ? [segment] : []
    case DRI: return segment.length === 6 ? [segment] : []
    case APP0: return segment.toString('latin1', 4, 9) === 'JFIF\0' && segment.length >= 18 ? [cut(segment, 16, [0, 0])] : []
    case APP14: return segment.toString('latin1', 4, 9) === 'Adobe' && segment.length >= 16 ? [cut(segment, 16, [])] : []
    default: return []
  }
}

/** Whether a segment is filled by its tables exactly; `size` says how long the one is that begins with this byte. */
function isWhole(segment: Buffer, size: (head: number, at: number) => number): boolean {
  let at = 4
  while (at < segment.length) at += size(segment[at]!, at)
  return at === segment.length && at > 4
}

/** The first `length` bytes of a segment and `more`, with its length written anew. */
function cut(segment: Buffer, length: number, more: number[]): Buffer {
  const short = Buffer.concat([segment.subarray(0, length), Buffer.from(more)])
  short.writeUInt16BE(short.length - 2, 2)
  return short
}

/** Where compressed data stops: at the next marker that is neither a stuffed byte nor a restart. */
function entropyEnd(input: Buffer, from: number): number | null {
  for (let at = input.indexOf(0xff, from); at !== -1 && at + 1 < input.length; at = input.indexOf(0xff, at + 1)) {
    const next = input[at + 1]!
    const stays = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!stays) return at
  }
  return null
}

/** Orientation (1–8) of an Exif segment; null when it has none. */
function orientationIn(segment: Buffer): number | null {
  if (segment.length < 14 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return null
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  if (directory + 2 > tiff.length) return null
  for (let i = 0, entry = directory + 2; i < u16(directory) && entry + 12 <= tiff.length; i++, entry += 12) {
    if (u16(entry) === 0x0112) { const value = u16(entry + 8); return value >= 1 && value <= 8 ? value : null }
  }
  return null
}

/** The smallest Exif segment that says which side is up, and nothing else. */
function orientationSegment(orientation: number): Buffer[] {
  if (orientation === 1) return []
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ])
  const head = Buffer.from([0xff, APP1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return [head, exif]
}

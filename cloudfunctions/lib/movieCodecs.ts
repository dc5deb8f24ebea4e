import { BadMovie, blank, boxesIn, type Box } from './movieBoxes'

/** What phones' cameras write, by kind of track: H.264 and HEVC, AAC and the narrow sound of older Androids. */
const FORMATS: Readonly<Record<string, readonly string[]>> = { vide: ['avc1', 'avc3', 'hvc1', 'hev1'], soun: ['mp4a', 'samr', 'sawb'] }

/** What a decoder has to know before the first frame; anything else in there is forgotten. */
const FOR_DECODERS = ['avcC', 'hvcC', 'dvcC', 'dvvC', 'colr', 'pasp', 'clap', 'fiel', 'btrt', 'chrm', 'esds', 'chan', 'damr', 'wave']
/** QuickTime puts what decodes a sound one box deeper, and ends it with a box that has no name. */
const IN_WAVE = ['frma', 'mp4a', 'esds', 'samr', 'damr', '\0\0\0\0']

/** Bytes of a picture's entry before its boxes, and where in them the maker and the encoder put their names. */
const PICTURE = { length: 78, vendor: [8, 24], name: [42, 74] } as const
/** Bytes of a sound's entry before its boxes, by QuickTime's version of it. */
const SOUND: Readonly<Record<number, number>> = { 0: 28, 1: 44, 2: 64 }

/** Keeps of a track's `stsd` what decodes it. Throws `BadMovie` for anything that phones do not write. */
export function cleanSampleDescription(file: Buffer, stsd: Box, handler: string): void {
  if (stsd.end - stsd.body < 8) throw new BadMovie('stsd')
  const entries = boxesIn(file, stsd.body + 8, stsd.end)
  if (entries.length === 0 || file.readUInt32BE(stsd.body + 4) !== entries.length) throw new BadMovie('stsd')
  file.fill(0, entries.at(-1)!.end, stsd.end)
  for (const entry of entries) {
    if (!FORMATS[handler]?.includes(entry.type)) throw new BadMovie(`${entry.type} is nothing that phones write`)
    const fixed = entry.body + (handler === 'vide' ? PICTURE.length : soundLength(file, entry))
    if (fixed > entry.end) throw new BadMovie(entry.type)
    if (handler === 'vide') for (const [from, to] of [PICTURE.vendor, PICTURE.name]) file.fill(0, entry.body + from, entry.body + to)
    for (const box of keep(file, fixed, entry.end, FOR_DECODERS)) if (box.type === 'wave') keep(file, box.body, box.end, IN_WAVE)
  }
}

function soundLength(file: Buffer, entry: Box): number {
  if (entry.end - entry.body < 28) throw new BadMovie(entry.type)
  const length = SOUND[file.readUInt16BE(entry.body + 8)]
  if (length === undefined) throw new BadMovie(`${entry.type} of an unknown version`)
  return length
}

function keep(file: Buffer, from: number, to: number, types: readonly string[]): Box[] {
  const boxes = boxesIn(file, from, to)
  file.fill(0, boxes.at(-1)?.end ?? from, to)
  for (const box of boxes) if (!types.includes(box.type)) blank(file, box)
  return boxes
}

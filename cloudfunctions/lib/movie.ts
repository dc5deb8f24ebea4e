import { atMostOne, BadMovie, blank, boxesIn, only, type Box } from './movieBoxes'
import { samplesOf, type Extent } from './movieSamples'
import { cleanSampleDescription } from './movieCodecs'

/** A movie without anything but its picture and sound; `ms` is what its header, its tracks and their samples say, whichever is longest. */
export interface CleanMovie { bytes: Buffer; ms: number }

/** A phone writes one `mdat`, some two. */
const MOST_MDATS = 16

/**
 * Keeps of an MP4 or QuickTime movie what a player needs, by an allow-list (docs/decisions/0018): every other box becomes an empty one of the same size, so
 * that no place in the file moves; tracks that are neither picture nor sound go, and so do all bytes that belong to no frame of those that stay.
 * Times of recording become 0. @returns null for what is no such movie: fragments, no picture, a sound or picture that phones do not write, sizes that lie
 */
export function cleanMovie(input: Buffer): CleanMovie | null {
  try {
    return cleaned(Buffer.from(input), input)
  } catch (trouble) {
    if (trouble instanceof BadMovie) return null
    throw trouble
  }
}

function cleaned(file: Buffer, original: Buffer): CleanMovie {
  const boxes = boxesIn(file, 0, file.length)
  const ends = boxes.at(-1)?.end ?? 0
  if (ends !== file.length || boxes[0]?.type !== 'ftyp') throw new BadMovie('does not begin or end as one')
  checkBrands(only(boxes, 'ftyp'))
  const mdats = boxes.filter(box => box.type === 'mdat')
  if (mdats.length > MOST_MDATS || boxes.some(box => box.type === 'moof')) throw new BadMovie('is in pieces')
  for (const box of boxes) if (!['ftyp', 'moov', 'mdat'].includes(box.type)) blank(file, box)
  const { extents, ms } = cleanMoov(file, only(boxes, 'moov'))
  for (const mdat of mdats) file.fill(0, mdat.body, mdat.end)
  for (const { from, to } of extents) {
    if (!mdats.some(mdat => from >= mdat.body && to <= mdat.end)) throw new BadMovie('a frame is not there')
    original.copy(file, from, from, to)
  }
  return { bytes: file, ms }
}

/** Brands are four letters each, after four letters and a version; nobody has more than sixteen. */
function checkBrands({ body, end }: Box): void {
  if (end - body < 8 || end - body > 64 || (end - body) % 4 !== 0) throw new BadMovie('brands')
}

function cleanMoov(file: Buffer, moov: Box): { extents: Extent[]; ms: number } {
  const boxes = keepOnly(file, moov, ['mvhd', 'trak'])
  const { scale, duration } = cleanHeader(file, only(boxes, 'mvhd'), { short: 100, long: 112, scaled: true })
  const tracks = boxes.filter(box => box.type === 'trak')
  const handled = tracks.map(trak => ({ trak, handler: handlerOf(file, trak) }))
  const pictures = handled.filter(({ handler }) => handler === 'vide')
  const sounds = handled.filter(({ handler }) => handler === 'soun')
  if (pictures.length !== 1) throw new BadMovie(`${pictures.length} pictures`)
  // A second sound is the same once more, in a form that few players know.
  const kept = [...pictures, ...sounds.slice(0, 1)]
  for (const one of handled) if (!kept.includes(one)) blank(file, one.trak)
  const cleanTracks = kept.map(({ trak, handler }) => cleanTrack(file, trak, handler, scale))
  return { extents: cleanTracks.flatMap(track => track.extents), ms: Math.max(duration / scale * 1000, ...cleanTracks.map(track => track.ms)) }
}

function handlerOf(file: Buffer, trak: Box): string {
  const { body, end } = only(inside(file, only(inside(file, trak), 'mdia')), 'hdlr')
  if (end - body < 24) throw new BadMovie('hdlr')
  return file.toString('latin1', body + 8, body + 12)
}

/** @param movieScale units a second of what stands in the edit list */
function cleanTrack(file: Buffer, trak: Box, handler: string, movieScale: number): { extents: Extent[]; ms: number } {
  const boxes = keepOnly(file, trak, ['tkhd', 'edts', 'mdia'])
  cleanHeader(file, only(boxes, 'tkhd'), { short: 84, long: 96, scaled: false })
  const edits = atMostOne(boxes, 'edts')
  const edited = edits ? cleanEdits(file, edits) / movieScale * 1000 : 0

  const mdia = keepOnly(file, only(boxes, 'mdia'), ['mdhd', 'hdlr', 'minf'])
  const { scale, duration } = cleanHeader(file, only(mdia, 'mdhd'), { short: 24, long: 36, scaled: true })
  forgetName(file, only(mdia, 'hdlr'))
  // QuickTime has a second handler in there, for where the data is.
  const minf = keepOnly(file, only(mdia, 'minf'), ['vmhd', 'smhd', 'dinf', 'hdlr', 'stbl'])
  for (const hdlr of minf.filter(box => box.type === 'hdlr')) forgetName(file, hdlr)
  for (const head of minf.filter(box => box.type === 'vmhd' || box.type === 'smhd')) forgetRest(file, head, head.type === 'vmhd' ? 12 : 8)
  cleanPlaces(file, only(minf, 'dinf'))

  const stbl = keepOnly(file, only(minf, 'stbl'), ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stco', 'co64'])
  cleanSampleDescription(file, only(stbl, 'stsd'), handler)
  const { extents, ticks } = samplesOf(file, stbl)
  return { extents, ms: Math.max(edited, duration / scale * 1000, ticks / scale * 1000) }
}

function inside(file: Buffer, { body, end }: Box): Box[] {
  return boxesIn(file, body, end)
}

/** Everything in this box but those named becomes empty, and what is too short to be a box as well. */
function keepOnly(file: Buffer, box: Box, types: readonly string[]): Box[] {
  const boxes = inside(file, box)
  file.fill(0, boxes.at(-1)?.end ?? box.body, box.end)
  for (const one of boxes) if (!types.includes(one.type)) blank(file, one)
  return boxes.filter(one => types.includes(one.type))
}

/**
 * mvhd, tkhd and mdhd begin alike: when it was made and changed, 32 bits each or, in version 1, 64. Both become 0.
 * @param short bytes of the whole version 0, @param long of version 1, @param scaled whether units a second and a duration come next
 */
function cleanHeader(file: Buffer, { type, body, end }: Box, { short, long, scaled }: { short: number; long: number; scaled: boolean }): { scale: number; duration: number } {
  if (end - body < short) throw new BadMovie(type)
  const version = file[body]!
  const length = version === 0 ? short : long
  if (version > 1 || end - body < length) throw new BadMovie(type)
  const after = body + 4 + (version === 0 ? 8 : 16)
  file.fill(0, body + 4, after)
  file.fill(0, body + length, end)
  if (!scaled) return { scale: 1, duration: 0 }
  const scale = file.readUInt32BE(after)
  if (scale === 0) throw new BadMovie(`${type} has no seconds`)
  const unknown = version === 0 ? file.readUInt32BE(after + 4) === 0xffffffff : file.readBigUInt64BE(after + 4) === 0xffffffffffffffffn
  if (unknown) throw new BadMovie(`${type} does not know how long`)
  return { scale, duration: version === 0 ? file.readUInt32BE(after + 4) : Number(file.readBigUInt64BE(after + 4)) }
}

/** Who handles it stays, what that is called goes: cameras write their names there. */
function forgetName(file: Buffer, hdlr: Box): void {
  forgetRest(file, hdlr, 24)
  file.fill(0, hdlr.body + 12, hdlr.body + 24)
}

function forgetRest(file: Buffer, { type, body, end }: Box, length: number): void {
  if (end - body < length) throw new BadMovie(type)
  file.fill(0, body + length, end)
}

/** @returns how long the edits are together, in the movie's units */
function cleanEdits(file: Buffer, edts: Box): number {
  const elst = atMostOne(keepOnly(file, edts, ['elst']), 'elst')
  if (!elst) return 0
  if (elst.end - elst.body < 8) throw new BadMovie('elst')
  const long = file[elst.body] === 1
  const count = file.readUInt32BE(elst.body + 4)
  const width = long ? 20 : 12
  forgetRest(file, elst, 8 + count * width)
  let sum = 0
  for (let i = 0; i < count; i++) {
    const at = elst.body + 8 + i * width
    sum += long ? Number(file.readBigUInt64BE(at)) : file.readUInt32BE(at)
  }
  return sum
}

/** Where the frames are: in this very file, and nowhere else; a path would be somebody's. */
function cleanPlaces(file: Buffer, dinf: Box): void {
  const dref = only(keepOnly(file, dinf, ['dref']), 'dref')
  if (dref.end - dref.body < 8) throw new BadMovie('dref')
  for (const place of boxesIn(file, dref.body + 8, dref.end)) {
    if (place.end - place.body < 4 || (file[place.body + 3]! & 1) === 0) throw new BadMovie('frames in another file')
    file.fill(0, place.body + 4, place.end)
  }
}

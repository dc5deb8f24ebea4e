import { SECRET_PLACE } from './photo'

/** A box with its size in 32 bits. */
export function box(type: string, ...inside: Buffer[]): Buffer {
  return Buffer.concat([word(8 + inside.reduce((sum, part) => sum + part.length, 0)), Buffer.from(type, 'latin1'), ...inside])
}

export function word(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(value)
  return four
}
const words = (...values: number[]) => Buffer.concat(values.map(word))
const zeros = (count: number) => Buffer.alloc(count)

/** 2024-05-01 in seconds since 1904, as cameras write when they recorded. */
export const RECORDED_AT = 3_797_366_400
const SCALE = 600

let drawn = 0

interface Wanted {
  seconds?: number
  /** What the header claims; as long as the frames last where nothing is said. */
  claimed?: number
  /** Most phones write what is in front last; what was made for the web has it first. */
  moovFirst?: boolean
  wideOffsets?: boolean
  picture?: string
  sound?: string | null
  /** QuickTime as an iPhone writes it: no version 0 sound, a `wave`, tracks of places. */
  quickTime?: boolean
  /** Bytes of a frame. */
  frame?: number
  /** Real frames of H.264, 640 × 480, the first one whole, and what decodes them (`avcC`); then it plays, without sound. */
  real?: { frames: Buffer[]; decoder: Buffer }
  /** Changes the tracks' lists before they are put together. */
  lists?: (lists: Record<string, Buffer>) => Record<string, Buffer>
}

/** Neither turned nor moved. */
const UPRIGHT = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

/** How many frames a second; few, so that tests look at few bytes. */
const FRAMES = 4

/** Those of the picture, by their number: what must survive. */
export const frame = (n: number, length = 40) => Buffer.from(`FRAME ${n} of ${drawn} `.padEnd(length, '.'))
const sample = (n: number) => Buffer.from(`SOUND ${n} of ${drawn} `.padEnd(24, '.'))
const place = () => Buffer.from(`${SECRET_PLACE} in a frame of places`.padEnd(64, '.'))

/**
 * A movie that no other is equal to, as a phone's camera makes it: a picture, a sound, and a place in every box where cameras put one, and in a
 * track of its own. Its frames are no pictures: what is looked at here are the boxes around them.
 */
export function video(wanted: Wanted = {}): Buffer {
  const { real, moovFirst = false, quickTime = false, frame: frameLength = 40 } = wanted
  const seconds = real ? real.frames.length / FRAMES : wanted.seconds ?? 5
  drawn += 1
  const count = seconds * FRAMES
  const frames = real?.frames ?? Array.from({ length: count }, (_, n) => frame(n, frameLength))
  const sounds = wanted.sound === null || real ? [] : Array.from({ length: count }, (_, n) => sample(n))
  const ftyp = box('ftyp', Buffer.from(quickTime ? 'qt  ' : 'mp42', 'latin1'), word(1), Buffer.from(quickTime ? 'qt  ' : 'isommp42', 'latin1'))
  const junk = [box('wide'), box('uuid', Buffer.from(`XMP ${SECRET_PLACE}`)), box('free', Buffer.from(SECRET_PLACE))]
  // Chunks of two frames, a chunk of sound behind each, and a place between them.
  const build = (dataAt: number): { moov: Buffer; data: Buffer } => {
    const data: Buffer[] = []
    let at = dataAt
    const put = (bytes: Buffer) => { data.push(bytes); const here = at; at += bytes.length; return here }
    const pictureAt: number[] = [], soundAt: number[] = [], placeAt: number[] = []
    for (let n = 0; n < count; n += 2) {
      pictureAt.push(put(Buffer.concat(frames.slice(n, n + 2))))
      if (sounds.length > 0) soundAt.push(put(Buffer.concat(sounds.slice(n, n + 2))))
      placeAt.push(put(place()))
    }
    put(Buffer.from(`${SECRET_PLACE} behind everything`))
    const track = { seconds, count, quickTime, wide: wanted.wideOffsets === true, lists: wanted.lists ?? (all => all) }
    const moov = box('moov',
      mvhd(Math.round((wanted.claimed ?? seconds) * SCALE)),
      trak(track, 'vide', pictureEntry(wanted.picture ?? 'avc1', real?.decoder), pictureAt, frames),
      ...(sounds.length > 0 ? [trak(track, 'soun', soundEntry(wanted.sound ?? 'mp4a', quickTime), soundAt, sounds)] : []),
      trak({ ...track, count: placeAt.length, lists: all => all }, 'meta', box('mebx', zeros(8), Buffer.from(SECRET_PLACE)), placeAt, placeAt.map(place), 1),
      box('udta', box('©xyz', Buffer.from(`+31.23+121.47/ ${SECRET_PLACE}`)), box('©mod', Buffer.from(SECRET_PLACE)), zeros(4)),
      box('meta', zeros(4), box('ilst', Buffer.from(`com.apple.quicktime.location ${SECRET_PLACE}`))),
      box('uuid', Buffer.from(SECRET_PLACE)),
    )
    return { moov, data: Buffer.concat(data) }
  }
  const before = Buffer.concat([ftyp, ...junk])
  const length = build(0).moov.length
  const { moov, data } = build(before.length + (moovFirst ? length : 0) + 8)
  return Buffer.concat([before, ...(moovFirst ? [moov, box('mdat', data)] : [box('mdat', data), moov]), box('free', Buffer.from(SECRET_PLACE))])
}

function mvhd(duration: number): Buffer {
  return box('mvhd', words(0, RECORDED_AT, RECORDED_AT, SCALE, duration, 0x10000), zeros(12), UPRIGHT, zeros(24), word(4))
}

function trak({ seconds, count, quickTime, wide, lists }: { seconds: number; count: number; quickTime: boolean; wide: boolean; lists: Exclude<Wanted['lists'], undefined> }, handler: string, entry: Buffer, chunksAt: number[], samples: Buffer[], each = 2): Buffer {
  const eights = chunksAt.map(at => { const eight = Buffer.alloc(8); eight.writeBigUInt64BE(BigInt(at)); return eight })
  const all = lists({
    stsd: box('stsd', words(0, 1), entry),
    stts: box('stts', words(0, 1, count, seconds * SCALE / count)),
    stsc: box('stsc', words(0, 1, 1, each, 1)),
    stsz: box('stsz', words(0, 0, samples.length, ...samples.map(one => one.length))),
    ...(wide ? { co64: box('co64', words(0, chunksAt.length), ...eights) } : { stco: box('stco', words(0, chunksAt.length, ...chunksAt)) }),
    stss: box('stss', words(0, 1, 1)),
    sdtp: box('sdtp', Buffer.from(SECRET_PLACE)),
  })
  return box('trak',
    box('tkhd', words(1, RECORDED_AT, RECORDED_AT, 1, 0, seconds * SCALE), zeros(16), UPRIGHT, words(640 << 16, 480 << 16)),
    box('edts', box('elst', words(0, 1, seconds * SCALE, 0, 0x10000))),
    box('tref', Buffer.from(SECRET_PLACE)),
    box('mdia',
      box('mdhd', words(0, RECORDED_AT, RECORDED_AT, SCALE, seconds * SCALE, 0)),
      box('hdlr', words(0), Buffer.from(quickTime ? 'mhlr' : '\0\0\0\0', 'latin1'), Buffer.from(handler), Buffer.from('appl'), zeros(8), Buffer.from(`${SECRET_PLACE}\0`)),
      box('minf',
        handler === 'vide' ? box('vmhd', words(1, 0, 0)) : box('smhd', words(0, 0)),
        ...(quickTime ? [box('hdlr', words(0), Buffer.from('dhlrurl '), Buffer.from('appl'), zeros(8), Buffer.from(SECRET_PLACE))] : []),
        box('dinf', box('dref', words(0, 1), box('url ', word(1), Buffer.from(`file:///${SECRET_PLACE}`)))),
        box('stbl', ...Object.values(all)),
      ),
    ),
    box('udta', Buffer.from(SECRET_PLACE)),
  )
}

function pictureEntry(format: string, decoder: Buffer = Buffer.from('decoder')): Buffer {
  return box(format, zeros(6), Buffer.from([0, 1]), zeros(4), Buffer.from('appl'), zeros(8), Buffer.from([2, 0x80, 1, 0xe0]), zeros(14), Buffer.from(SECRET_PLACE.padEnd(32).slice(0, 32)), Buffer.from([0, 24, 255, 255]),
    box('avcC', decoder), box('uuid', Buffer.from(SECRET_PLACE)), zeros(4))
}

function soundEntry(format: string, quickTime: boolean): Buffer {
  const esds = box('esds', Buffer.from('decoder'))
  if (!quickTime) return box(format, zeros(28), esds)
  const one = Buffer.alloc(44)
  one.writeUInt16BE(1, 8)
  return box(format, one, box('wave', box('frma', Buffer.from('mp4a')), box('mp4a', zeros(4)), esds, box('note', Buffer.from(SECRET_PLACE)), box('\0\0\0\0')))
}

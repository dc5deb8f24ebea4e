import fc from 'fast-check'
import { cleanMovie, type CleanMovie } from '../../cloudfunctions/lib/movie'
import { BadMovie, boxesIn, only } from '../../cloudfunctions/lib/movieBoxes'
import { photo, SECRET_PLACE } from './photo'
import { box, frame, RECORDED_AT, video, word } from './video'
import { wave } from './voice'

const clean = (bytes: Buffer) => cleanMovie(bytes) as CleanMovie
const time = word(RECORDED_AT)

/** By the file's own lists: what a player would read as the first frame of its first track. */
function firstChunk(file: Buffer, wide: boolean): number {
  const path = (inside: string[]) => inside.reduce((at, type) => {
    const found = boxesIn(file, at.body, at.end).find(one => one.type === type)
    if (!found) throw new Error(`no ${type}`)
    return found
  }, { type: '', start: 0, body: 0, end: file.length })
  const { body } = path(['moov', 'trak', 'mdia', 'minf', 'stbl', wide ? 'co64' : 'stco'])
  return wide ? Number(file.readBigUInt64BE(body + 8)) : file.readUInt32BE(body + 8)
}

/** Every one of a type, wherever it stands; none of its letters stand anywhere else. */
function boxesOf(file: Buffer, type: string): { start: number; end: number }[] {
  const found = []
  for (let at = file.indexOf(type); at >= 0; at = file.indexOf(type, at + 1)) found.push({ start: at - 4, end: at - 4 + file.readUInt32BE(at - 4) })
  return found
}

const KINDS: [what: string, wanted: Parameters<typeof video>[0]][] = [
  ['as an Android writes it', {}], ['as an iPhone writes it', { quickTime: true, picture: 'hvc1' }], ['with what is in front first', { moovFirst: true }],
  ['with places of 64 bits', { wideOffsets: true }], ['without sound', { sound: null }],
]

test.each(KINDS)('%s: picture and sound survive in their place, and nothing else does', (_what, wanted) => {
  const dirty = video(wanted)
  const before = Buffer.from(dirty)
  expect([dirty.includes(SECRET_PLACE), dirty.includes(time)]).toEqual([true, true])
  const { bytes, ms } = clean(dirty)
  expect([dirty.equals(before), bytes.length, ms]).toEqual([true, dirty.length, 5000])
  const at = firstChunk(bytes, wanted?.wideOffsets === true)
  expect(at).toBe(firstChunk(dirty, wanted?.wideOffsets === true))
  expect(bytes.subarray(at, at + 40)).toEqual(frame(0))
  for (let n = 0; n < 20; n++) expect(bytes.includes(frame(n))).toBe(true)
  expect(bytes.includes('SOUND 19 ')).toBe(wanted?.sound !== null)
  for (const trace of [SECRET_PLACE, 'xyz', 'udta', 'uuid', 'ilst', 'quicktime', 'mebx', 'file:', 'appl', 'wide', 'sdtp', 'tref']) expect([trace, bytes.includes(trace)]).toEqual([trace, false])
  expect(bytes.includes(time)).toBe(false)
  expect(bytes.includes('decoder')).toBe(true)
  expect(clean(bytes)).toEqual({ bytes, ms })
})

test('what says how long it takes is not believed alone: header, track and frames, the longest of them', () => {
  expect(clean(video({ seconds: 3, claimed: 90 })).ms).toBe(90_000)
  expect(clean(video({ seconds: 90, claimed: 3 })).ms).toBe(90_000)
  const samples = video({ seconds: 5, lists: lists => ({ ...lists, stts: box('stts', word(0), word(1), word(20), word(3000)) }) })
  expect(clean(samples).ms).toBe(100_000)
})

const twice = (list: string) => ({ lists: (lists: Record<string, Buffer>) => ({ ...lists, again: lists[list]! }) })
const with_ = (list: string, ...values: number[]) => ({ lists: (lists: Record<string, Buffer>) => ({ ...lists, [list]: box(list, ...values.map(word)) }) })
const without = (list: string) => ({ lists: ({ [list]: _none, ...lists }: Record<string, Buffer>) => lists })

/** The same with other bytes at a box's size. */
function sized(type: string, size: number): Buffer {
  const file = video()
  file.writeUInt32BE(size, file.indexOf(type) - 4)
  return file
}

/** Boxes in each other, as deep as there is room. */
const BOMB = (type: string, depth: number) => Buffer.concat(Array.from({ length: depth }, (_, i) => Buffer.concat([word(8 * (depth - i)), Buffer.from(type)])))
const FTYP = box('ftyp', Buffer.from('mp42'), word(0))
const long = (type: string, size: bigint, body = Buffer.alloc(0)) => {
  const eight = Buffer.alloc(8)
  eight.writeBigUInt64BE(size)
  return Buffer.concat([word(1), Buffer.from(type), eight, body])
}

test.each([
  ['nothing', Buffer.alloc(0)], ['words', Buffer.from('<html>not a video</html>')], ['a picture', photo()], ['a voice', wave()], ['all zeros', Buffer.alloc(5000)], ['all ones', Buffer.alloc(5000, 0xff)],
  ['a head alone', FTYP], ['no head', video().subarray(20)],
  ['a size above what is there', sized('moov', 0x7fffffff)], ['a size of nothing', sized('moov', 0)], ['a size below its own head', sized('moov', 7)], ['an inner size above its box', sized('mdia', 0x00ffffff)],
  ['an inner size of nothing', sized('stbl', 0)], ['"until the end"', sized('mdat', 0)], ['64 bits without room for them', Buffer.concat([FTYP, word(1), Buffer.from('moov')])],
  ['64 bits that lie', Buffer.concat([FTYP, long('moov', 1n << 62n)])], ['64 bits below their own head', Buffer.concat([FTYP, long('moov', 15n)])], ['64 bits of ones', Buffer.concat([FTYP, long('moov', (1n << 64n) - 1n)])],
  ['twenty thousand tables inside each other', Buffer.concat([FTYP, BOMB('moov', 20_000)])], ['a track of twenty thousand tracks', video({ lists: lists => ({ ...lists, stbl: BOMB('trak', 20_000), stsd: BOMB('stsd', 20_000) }) })],
  ['two heads', Buffer.concat([FTYP, video()])], ['two tables of contents', Buffer.concat([video(), box('moov')])], ['fragments', Buffer.concat([video(), box('moof')])],
  ['a picture that phones do not write', video({ picture: 'vp09' })], ['a sound that phones do not write', video({ sound: 'fLaC' })],
  ['a list twice', video(twice('stsz'))], ['a list too few', video(without('stts'))], ['no places', video(without('stco'))], ['no decoder', video(without('stsd'))],
  ['fewer entries than said', video(with_('stco', 0, 1_000_000_000, 1))], ['more times than frames', video(with_('stts', 0, 1, 21, 150))], ['frames elsewhere in the file', video(with_('stco', 0, 10, ...Array.from({ length: 10 }, () => 4)))],
  ['frames behind the end', video(with_('stco', 0, 10, ...Array.from({ length: 10 }, () => 0xfffffff0)))], ['frames larger than the file', video(with_('stsz', 0, 0x7fffffff, 20))], ['no frames', video(with_('stsz', 0, 0, 0))],
  ['a first run that begins later', video(with_('stsc', 0, 1, 2, 2, 1))], ['chunks of nothing', video(with_('stsc', 0, 1, 1, 0, 1))], ['no second of time', (() => { const file = video(); file.writeUInt32BE(0, file.indexOf('mvhd') + 4 + 12); return file })()],
])('%s is none', (_what, bytes) => {
  expect(cleanMovie(bytes)).toBeNull()
})

test('chunks that share their bytes do not keep anybody busy', () => {
  const chunks = 30_000
  const same = video({ lists: lists => ({ ...lists, stco: box('stco', word(0), word(chunks), Buffer.alloc(chunks * 4)), stsz: box('stsz', word(0), word(1), word(chunks)), stts: box('stts', word(0), word(1), word(chunks), word(1)), stsc: box('stsc', word(0), word(1), word(1), word(1), word(1)) }) })
  expect(cleanMovie(same)).toBeNull()
})

test('cut anywhere, it is none: never a crash', () => {
  const whole = video({ seconds: 1 })
  for (let length = 0; length < whole.length - 8 - SECRET_PLACE.length; length++) expect(cleanMovie(whole.subarray(0, length))).toBeNull()
})

test('whatever bytes are changed, it is none, or a clean one of the same length that is clean already', () => {
  const whole = video({ seconds: 1, quickTime: true })
  const change = fc.record({ at: fc.nat(whole.length - 5), value: fc.oneof(fc.constantFrom(0, 1, 7, 8, 0x7fffffff, 0xffffffff), fc.nat(0xffffffff)), bytes: fc.constantFrom(1, 2, 4) })
  // What a decoder is told is its own business: whoever makes one of its boxes larger by hand can hide something there.
  const decoders = boxesOf(whole, 'stsd')
  let none = 0, some = 0
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
    const file = Buffer.from(whole)
    for (const { at, value, bytes } of changes) file.writeUIntBE(value % 256 ** bytes, at, bytes)
    const result = cleanMovie(file)
    if (result === null) { none++; return }
    some++
    expect(result.bytes.length).toBe(file.length)
    const again = clean(result.bytes)
    expect([again.bytes.equals(result.bytes), again.ms]).toEqual([true, result.ms])
    if (changes.some(({ at, bytes }) => decoders.some(one => at + bytes > one.start && at < one.end))) return
    // Its frames may hold anything; around them nothing of the place is left.
    const moov = only(boxesIn(result.bytes, 0, file.length), 'moov')
    expect(result.bytes.subarray(moov.body, moov.end).includes(SECRET_PLACE)).toBe(false)
  }), { numRuns: 2000 })
  expect([none > 0, some > 0]).toEqual([true, true])
})

test('boxes made of anything are boxes or a `BadMovie`', () => {
  const piece = fc.oneof(fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)), fc.constantFrom('ftyp', 'moov', 'trak', 'mdia', 'mdat', 'stbl').map(type => box(type)), fc.nat(64).map(word))
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
    const file = Buffer.concat(pieces)
    expect(cleanMovie(file)).toBeNull()
    try {
      expect(boxesIn(file, 0, file.length).every(one => one.body >= one.start + 8 && one.end >= one.body && one.end <= file.length)).toBe(true)
    } catch (why) {
      expect(why).toBeInstanceOf(BadMovie)
    }
  }), { numRuns: 2000 })
})

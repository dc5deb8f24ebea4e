import { cleanMp3 } from '../../cloudfunctions/lib/mp3'
import type { CleanSound } from '../../cloudfunctions/lib/voices'
import { cleanWav } from '../../cloudfunctions/lib/wav'
import { photo, SECRET_PLACE } from './photo'
import { frames, voice, wave } from './voice'

const mp3 = (bytes: Buffer) => cleanMp3(bytes) as CleanSound
const wav = (bytes: Buffer) => cleanWav(bytes) as CleanSound

describe('MP3', () => {
  test('only the sound survives: no tags in front or behind, no note of the encoder; its length is counted', () => {
    const dirty = voice(3)
    expect(dirty.includes(SECRET_PLACE)).toBe(true)
    const { bytes, ms } = mp3(dirty)
    // The last frame cannot be told from the tag behind it.
    expect(ms).toBeCloseTo(82 * 36)
    expect(bytes.equals(frames(82))).toBe(true)
    for (const trace of [SECRET_PLACE, 'ID3', 'TAG', 'Info', 'LAME']) expect(bytes.includes(trace)).toBe(false)
    expect(mp3(bytes)).toEqual({ bytes, ms })
  })

  test('what hides between frames is dropped, also if it begins like one', () => {
    const hidden = Buffer.concat([Buffer.from([0xff, 0xf3, 0x68, 0xc4]), Buffer.from(SECRET_PLACE.repeat(20))])
    expect(mp3(Buffer.concat([frames(30), hidden, frames(30)])).bytes.equals(frames(60))).toBe(true)
  })

  test.each([
    ['MPEG 1, 44.1 kHz, 128 kbit/s', [0xff, 0xfb, 0x90, 0x64], 417, 1152 / 44.1], ['MPEG 1 with padding', [0xff, 0xfb, 0x92, 0x64], 418, 1152 / 44.1],
    ['MPEG 2.5, 8 kHz, 16 kbit/s', [0xff, 0xe3, 0x28, 0xc4], 144, 72], ['MPEG 2, 24 kHz, 32 kbit/s', [0xff, 0xf3, 0x44, 0xc4], 96, 24],
  ])('%s is understood', (_what, head, length, ms) => {
    const one = Buffer.concat([Buffer.from(head), Buffer.alloc(length - 4)])
    const many = Buffer.concat(Array.from({ length: 100 }, () => one))
    expect(mp3(many).bytes.equals(many)).toBe(true)
    expect(mp3(many).ms).toBeCloseTo(100 * ms)
  })

  test('cut anywhere, it is the sound up to there, or refused: never a crash', () => {
    const whole = voice(0.2)
    for (let length = 0; length < whole.length; length++) {
      const cut = cleanMp3(whole.subarray(0, length))
      if (typeof cut !== 'string') expect(cut.bytes.length % 216).toBe(0)
    }
  })

  test.each([['nothing', Buffer.alloc(0)], ['words', Buffer.from('<html>not a voice</html>')], ['a picture', photo()], ['a WAV', wave()], ['a single frame', frames(1)], ['all ones', Buffer.alloc(5000, 0xff)]])('%s is none', (_what, bytes) => {
    expect(cleanMp3(bytes)).toBe('NOT_A_VOICE')
  })
})

describe('WAV', () => {
  test('only the samples survive, under a new head', () => {
    const dirty = wave(2)
    const { bytes, ms } = wav(dirty)
    expect([bytes.includes(SECRET_PLACE), bytes.length, ms]).toEqual([false, 44 + 64_000, 2000])
    expect(wav(bytes)).toEqual({ bytes, ms })
  })

  test('cut anywhere, it is refused or its samples are all there: never a crash', () => {
    const whole = wave(0.01)
    for (let length = 0; length < whole.length; length++) {
      const cut = cleanWav(whole.subarray(0, length))
      if (typeof cut !== 'string') expect(cut.bytes).toEqual(wav(whole).bytes)
    }
  })

  test.each([['nothing', Buffer.alloc(0)], ['an MP3', voice()], ['one at a rate that nobody speaks at', wave(1, 1000)]])('%s is none', (_what, bytes) => {
    expect(cleanWav(bytes)).toBe('NOT_A_VOICE')
  })

  test('compressed samples are none', () => {
    const bytes = wave()
    bytes.writeUInt16LE(7, 20)
    expect(cleanWav(bytes)).toBe('NOT_A_VOICE')
  })
})

import type { CleanSound, SoundTrouble } from './voices'

/**
 * Walks an MP3 frame by frame and keeps the frames alone: tags (ID3, APE) and whatever else stands around them is dropped, and the length is
 * counted in the frames that are kept. Written here for the same reason as jpeg.ts: an allow-list, and a hundredth of a library.
 */

/** kbit/s by a frame header's index; 0 is "free", which no recorder writes. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
/** MPEG 1, 2 and 2.5 by the header's two bits. */
const VERSIONS: Readonly<Record<number, { samples: number; hertz: readonly number[]; kilobits: readonly number[]; side: { mono: number; stereo: number } }>> = {
  3: { samples: 1152, hertz: [44100, 48000, 32000], kilobits: RATES_1, side: { mono: 17, stereo: 32 } },
  2: { samples: 576, hertz: [22050, 24000, 16000], kilobits: RATES_2, side: { mono: 9, stereo: 17 } },
  0: { samples: 576, hertz: [11025, 12000, 8000], kilobits: RATES_2, side: { mono: 9, stereo: 17 } },
}

interface Frame {
  /** Bytes, with its header. */
  length: number
  ms: number
  /** What stays the same through a recording: version, layer, samples a second. */
  kind: number
  /** Where an encoder's note about itself would stand. */
  note: number
}

/** @returns the sound without any tags, or what is wrong with it. A last frame that was cut off is dropped: what was said before it is whole. */
export function cleanMp3(input: Buffer): CleanSound | SoundTrouble {
  const kept: Buffer[] = []
  let ms = 0
  let kind: number | null = null
  let running = false
  let at = afterId3(input)
  while (at + 4 <= input.length) {
    const frame = frameAt(input, at)
    const fits = frame !== null && at + frame.length <= input.length && (kind === null || frame.kind === kind)
    // What looks like one header can be found in any file: behind a frame stands the next one, or nothing.
    if (!fits || !(frameAt(input, at + frame.length)?.kind === frame.kind || (running && at + frame.length === input.length))) {
      running = false
      at += 1
      continue
    }
    running = true
    kind = frame.kind
    if (!isNote(input, at + frame.note)) {
      kept.push(input.subarray(at, at + frame.length))
      ms += frame.ms
    }
    at += frame.length
  }
  return kept.length === 0 ? 'NOT_A_VOICE' : { bytes: Buffer.concat(kept), ms }
}

function frameAt(input: Buffer, at: number): Frame | null {
  if (at + 4 > input.length || input[at] !== 0xff || (input[at + 1]! & 0xe0) !== 0xe0) return null
  const [second, third, fourth] = [input[at + 1]!, input[at + 2]!, input[at + 3]!]
  const version = VERSIONS[(second >> 3) & 3]
  const layer3 = ((second >> 1) & 3) === 1
  const hertz = version?.hertz[(third >> 2) & 3]
  const kilobits = version?.kilobits[third >> 4]
  if (!version || !layer3 || !hertz || !kilobits) return null
  const padding = (third >> 1) & 1
  const mono = fourth >> 6 === 3
  return {
    length: Math.floor((version.samples / 8) * kilobits * 1000 / hertz) + padding,
    ms: version.samples / hertz * 1000,
    kind: (second & 0xfe) << 8 | (third & 0x0c),
    note: 4 + version.side[mono ? 'mono' : 'stereo'],
  }
}

/** A frame that holds no sound but says which program wrote it, and how long all is. */
function isNote(input: Buffer, at: number): boolean {
  return ['Xing', 'Info', 'VBRI'].includes(input.toString('latin1', at, at + 4))
}

/** The end of an ID3v2 tag at the very beginning, by the size it tells (four times seven bits); it can hold pictures, and so what looks like frames. */
function afterId3(input: Buffer): number {
  if (input.length < 10 || input.toString('latin1', 0, 3) !== 'ID3') return 0
  const size = input.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return 10 + size
}

import type { CleanSound, SoundTrouble } from './voices'

/** Samples as they are, not compressed. */
const PCM = 1
const HEAD = 44

/** Keeps the samples of a WAV under a header written anew; every other chunk (LIST, id3, bext …) is dropped. @returns it, or what is wrong with it */
export function cleanWav(input: Buffer): CleanSound | SoundTrouble {
  if (input.length < 12 || input.toString('latin1', 0, 4) !== 'RIFF' || input.toString('latin1', 8, 12) !== 'WAVE') return 'NOT_A_VOICE'
  let format: { channels: number; hertz: number } | null = null
  let at = 12
  while (at + 8 <= input.length) {
    const name = input.toString('latin1', at, at + 4)
    const size = input.readUInt32LE(at + 4)
    const body = at + 8
    if (body + size > input.length) return 'TRUNCATED'
    if (name === 'fmt ') {
      format = formatIn(input.subarray(body, body + size))
      if (!format) return 'NOT_A_VOICE'
    }
    if (name === 'data') return format ? rewritten(format, input.subarray(body, body + size)) : 'NOT_A_VOICE'
    // Chunks begin at even places.
    at = body + size + size % 2
  }
  return 'TRUNCATED'
}

function formatIn(chunk: Buffer): { channels: number; hertz: number } | null {
  if (chunk.length < 16 || chunk.readUInt16LE(0) !== PCM || chunk.readUInt16LE(14) !== 16) return null
  const [channels, hertz] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4)]
  return channels >= 1 && channels <= 2 && hertz >= 8000 && hertz <= 48000 ? { channels, hertz } : null
}

function rewritten({ channels, hertz }: { channels: number; hertz: number }, data: Buffer): CleanSound {
  const sample = channels * 2
  const samples = Math.floor(data.length / sample)
  const head = Buffer.alloc(HEAD)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(HEAD - 8 + samples * sample, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(PCM, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(hertz, 24)
  head.writeUInt32LE(hertz * sample, 28)
  head.writeUInt16LE(sample, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples * sample, 40)
  return { bytes: Buffer.concat([head, data.subarray(0, samples * sample)]), ms: samples / hertz * 1000 }
}

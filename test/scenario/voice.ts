import { SECRET_PLACE } from './photo'

/** One frame of silence as WeChat's recorder is asked for: MPEG 2, layer III, 48 kbit/s, 16 kHz, mono, 36 ms. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xf3, 0x68, 0xc4]), Buffer.alloc(212)])
const FRAME_MS = 36

let drawn = 0

/** A recording that no other is equal to, as a phone makes it: an encoder's note, frames, and tags around them that must not survive. */
export function voice(seconds = 2): Buffer {
  return Buffer.concat([id3(`voice ${(drawn += 1)} ${SECRET_PLACE}`), note(), ...Array.from({ length: Math.round(seconds * 1000 / FRAME_MS) }, frame), tail()])
}

/** The frames alone: what is kept of a recording. */
export function frames(count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, frame))
}

/** Unlike every other, where no decoder looks: behind the end of the frame's sound. */
function frame(): Buffer {
  const one = Buffer.from(FRAME)
  one.writeUInt32LE(drawn, 200)
  return one
}

function note(): Buffer {
  const one = Buffer.from(FRAME)
  one.write('Info', 4 + 9, 'latin1')
  one.write('LAME3.100', 4 + 9 + 40, 'latin1')
  return one
}

function id3(words: string): Buffer {
  const body = Buffer.concat([Buffer.from('TXXX', 'latin1'), Buffer.alloc(6), Buffer.from(words), Buffer.from([0xff, 0xf3, 0x68, 0xc4])])
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, body.length >> 7, body.length & 0x7f]), body])
}

function tail(): Buffer {
  const tag = Buffer.alloc(128)
  tag.write(`TAG${SECRET_PLACE}`, 'latin1')
  return tag
}

/** A recording as a browser hands it over, with a chunk that must not survive. */
export function wave(seconds = 2, hertz = 16_000): Buffer {
  const data = Buffer.alloc(Math.round(seconds * hertz) * 2)
  for (let i = 0; i < data.length; i += 2) data.writeInt16LE(Math.round(Math.sin(i / 20) * 8000), i)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(hertz, 4)
  format.writeUInt32LE(hertz * 2, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), chunk('fmt ', format), chunk('LIST', Buffer.from(SECRET_PLACE)), chunk('data', data), chunk('bext', Buffer.from(SECRET_PLACE))])
  return chunk('RIFF', body)
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

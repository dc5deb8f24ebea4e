const HEAD = 44

/** A WAV of these samples (each between -1 and 1): one channel, 16 bits. */
export function wave(samples: Float32Array, hertz: number): ArrayBuffer {
  const file = new ArrayBuffer(HEAD + samples.length * 2)
  const view = new DataView(file)
  const words = (at: number, text: string) => { for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i)) }
  words(0, 'RIFF')
  view.setUint32(4, file.byteLength - 8, true)
  words(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, hertz, true)
  view.setUint32(28, hertz * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  words(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  for (let i = 0; i < samples.length; i++) view.setInt16(HEAD + i * 2, Math.round(Math.max(-1, Math.min(1, samples[i]!)) * 0x7fff), true)
  return file
}

import { wave } from './wave'

test('a head that says what follows, and the samples, never louder than loud', () => {
  const file = Buffer.from(wave(new Float32Array([0, 1, -1, 2, -2, 0.5]), 16_000))
  expect([file.toString('latin1', 0, 4), file.toString('latin1', 8, 16), file.toString('latin1', 36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
  expect([file.readUInt32LE(4), file.readUInt32LE(24), file.readUInt32LE(28), file.readUInt32LE(40)]).toEqual([file.length - 8, 16_000, 32_000, 12])
  expect(Array.from({ length: 6 }, (_, i) => file.readInt16LE(44 + i * 2))).toEqual([0, 32767, -32767, 32767, -32767, 16384])
})

/** Two seconds of a hum, for pages that ask no cloud: a WAV of 8 bits at 8 kHz, as an address. */
export function sampleVoice(): string {
  const [hertz, seconds] = [8000, 2]
  const samples = Array.from({ length: hertz * seconds }, (_, i) => Math.round(128 + 40 * Math.sin(i * 2 * Math.PI * 220 / hertz) * Math.min(1, i / 400)))
  const number = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 0xff)
  const word = (letters: string) => [...letters].map(letter => letter.charCodeAt(0))
  const bytes = [
    ...word('RIFF'), ...number(36 + samples.length, 4), ...word('WAVEfmt '), ...number(16, 4), ...number(1, 2), ...number(1, 2), ...number(hertz, 4), ...number(hertz, 4), ...number(1, 2), ...number(8, 2),
    ...word('data'), ...number(samples.length, 4), ...samples,
  ]
  return `data:audio/wav;base64,${btoa(bytes.map(byte => String.fromCharCode(byte)).join(''))}`
}

/**
 * A uuid (v4) drawn here, so that a call can be repeated safely. It needs to be unique, not secret: nobody is let in for knowing one.
 * Phones have no synchronous source of good randomness (WeChat's answers later), so Math.random serves there.
 */
export function drawId(): string {
  const bytes = randomBytes()
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.map(b => (b + 0x100).toString(16).slice(1)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function randomBytes(): number[] {
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') return Array.from(crypto.getRandomValues(new Uint8Array(16)))
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 256))
}

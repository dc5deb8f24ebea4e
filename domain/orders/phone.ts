/** What an export tells of a phone, and what is kept of it. The number itself never leaves this file except into `hash`. */
export interface PhoneTrace {
  /**
   * `whole`: the household's own number. `masked`: 138****1234, the last four digits are real. `virtual`: a relay number of the shop,
   * shared and short-lived, so that neither its hash nor its last digits say who it is. `none`: no number. `unreadable`: something else.
   */
  kind: 'whole' | 'masked' | 'virtual' | 'none' | 'unreadable'
  /** Last four digits of the household's number; '' when not known. */
  last4: string
  /** hash(digits of the whole number, without country code); '' unless `whole`. */
  hash: string
}

/** Receiver's name without the extension of a virtual number (`刘舒丹[4365]`), and whether there was one. */
export function readReceiver(text: string): { name: string; virtual: boolean } {
  const match = /^(.*?)\s*[[［【]\s*\d{3,5}\s*[\]］】]$/s.exec(text.trim())
  return match ? { name: match[1] ?? '', virtual: true } : { name: text.trim(), virtual: false }
}

/**
 * @param text the phone cell's text
 * @param receiverIsVirtual the receiver's name carries an extension: a whole number beside it is the shop's, not the household's
 * @param hash keyed hash, e.g. an HMAC with the community's secret
 */
export function readPhone(text: string, receiverIsVirtual: boolean, hash: (phone: string) => string): PhoneTrace {
  const plain = text.normalize('NFKC').replace(/[\s\uFEFF\u200B]+/g, '')
  if (plain === '') return { kind: 'none', last4: '', hash: '' }
  if (/[*•●xX]/.test(plain)) {
    const last4 = /(\d{4})$/.exec(plain)?.[1] ?? ''
    return last4 === '' || /^\d*$/.test(plain) ? { kind: 'unreadable', last4: '', hash: '' } : { kind: 'masked', last4, hash: '' }
  }
  if (/^(?:\+?86-?)?1\d{10}(?:-|转|,|#|\[|\()\d{3,5}[\])]?$/.test(plain)) return { kind: 'virtual', last4: '', hash: '' }
  const digits = plain.replace(/[-()]/g, '').replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '')
  // Mobile numbers, and landlines with an area code or without.
  if (!/^(?:1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(digits)) return { kind: 'unreadable', last4: '', hash: '' }
  if (receiverIsVirtual) return { kind: 'virtual', last4: '', hash: '' }
  return { kind: 'whole', last4: digits.slice(-4), hash: hash(digits) }
}

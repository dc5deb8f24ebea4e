/**
 * What a person is told when a call changes nothing. `code` is for programs and never changes its meaning,
 * `field` names the input it is about, `message` is plain Chinese that can stand on a screen as it is.
 */
export interface Refusal {
  code: string
  message: string
  field?: string
}

/** What every call answers. `again`: whether the same call may be repeated as it is and could then succeed. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Refusal & { again: boolean } }

/** An answer with the time at which the cloud gave it: phones' clocks may be wrong. `now`: ms; missing where an older function answered */
export type Timed<A> = A & { now?: number }

/** Thrown where a refusal has to leave several functions at once; caught once, at the door. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}${refusal.field ? ` (${refusal.field})` : ''}: ${refusal.message}`)
    this.name = 'Refused'
  }
}

/** @returns a refusal; `field` is left out when the trouble is about no single one */
export function refusal(code: string, message: string, field?: string): Refusal {
  return field === undefined ? { code, message } : { code, message, field }
}

/** Refuses by throwing: for use where a value is needed to go on. */
export function refuse(code: string, message: string, field?: string): never {
  throw new Refused(refusal(code, message, field))
}

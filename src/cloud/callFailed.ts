import type { Refusal } from '../../domain/contract/refusal'

/** A call changed nothing, and why, in words that can stand on a screen. `again`: the same call may be repeated as it is. */
export class CallFailed extends Error {
  constructor(readonly refusal: Refusal & { again: boolean }) {
    super(refusal.message)
    this.name = 'CallFailed'
  }
  get code(): string { return this.refusal.code }
  get field(): string | undefined { return this.refusal.field }
  get again(): boolean { return this.refusal.again }
}

export const NETWORK = 'NETWORK'

/** The cloud was not reached, or its answer did not come back: nobody knows which, so calls are made safe to repeat. */
export function networkTrouble(message = '网络不太好，没连上。您填的都还在，再点一次就行，不会重复。'): CallFailed {
  return new CallFailed({ code: NETWORK, message, again: true })
}

/** @returns whatever went wrong as something that can be shown; what is no refusal is our own mistake, kept in the console. */
export function asCallFailed(trouble: unknown): CallFailed {
  if (trouble instanceof CallFailed) return trouble
  console.error(trouble)
  return new CallFailed({ code: 'UNEXPECTED', message: '出了点问题，什么都没丢，请再试一次。', again: true })
}

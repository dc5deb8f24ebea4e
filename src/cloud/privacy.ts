import { platform } from './platform'
import type { PrivacyAnswer } from './platformType'

/** Questions of WeChat's that wait for one answer: two photos, or a photo and the microphone, may be asked for before the first was answered. */
let open: readonly ((said: PrivacyAnswer) => void)[] = []
const listeners = new Set<() => void>()

/** Called once at the start. */
export function hearPrivacy(): void {
  platform.watchPrivacy(answer => show([...open, answer]))
}

export function privacyAsked(): boolean {
  return open.length > 0
}

export function answerPrivacy(said: PrivacyAnswer): void {
  for (const answer of open) answer(said)
  show([])
}

/** @returns stop listening */
export function onPrivacy(hear: () => void): () => void {
  listeners.add(hear)
  return () => { listeners.delete(hear) }
}

function show(next: typeof open): void {
  open = next
  for (const hear of listeners) hear()
}

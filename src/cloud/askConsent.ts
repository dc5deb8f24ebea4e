import { TEMPLATES_FOR, templateId } from '../../domain/notice/templates'
import { call } from './call'
import { asCallFailed } from './callFailed'
import { keepOutcome, outcomeOf } from './consentOutcome'
import { drawId } from './drawId'
import { platform } from './platform'
import type { ConsentAnswers } from './platformType'
import { readKept, writeKept } from './kept'
import { refresh } from './useAnswer'

interface Unrecorded { askId: string; answers: ConsentAnswers }
const UNRECORDED = 'consents'

/**
 * Asks WeChat's question "may we send you these", one message each. To be called first thing in the tap that does something anyway,
 * without awaiting anything before. Resolves when it was answered: what can be taken back for ten seconds only is not sent behind it. Never fails: messages are a courtesy, what the tap is about goes on without them.
 */
export function askConsent(role: keyof typeof TEMPLATES_FOR): Promise<void> {
  // A second tap while the question stands on the screen does not put another one over it.
  if (onScreen) return Promise.resolve()
  onScreen = true
  return platform.askMessages(TEMPLATES_FOR[role].map(templateId)).finally(() => { onScreen = false }).then(asked => {
    const { answers } = asked
    keepOutcome(outcomeOf(asked))
    if (Object.keys(answers).length > 0) {
      writeKept<Unrecorded[]>(UNRECORDED, [...(readKept<Unrecorded[]>(UNRECORDED) ?? []), { askId: drawId(), answers }])
      void recordConsents()
    }
  }).catch((trouble: unknown) => {
    console.warn('asking for messages failed', trouble)
  })
}

let onScreen = false

/** Records what was answered and could not be told the cloud yet: a consent is a message somebody will get. Each counts once. */
export async function recordConsents(): Promise<void> {
  for (const one of readKept<Unrecorded[]>(UNRECORDED) ?? []) {
    try {
      await call('recordConsent', one)
    } catch (trouble) {
      if (asCallFailed(trouble).again) return
      console.warn('a consent was refused', trouble)
    }
    writeKept(UNRECORDED, (readKept<Unrecorded[]>(UNRECORDED) ?? []).filter(u => u.askId !== one.askId))
    refresh('whoAmI')
  }
}

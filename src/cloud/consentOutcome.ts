import { useSyncExternalStore } from 'react'
import type { AskedMessages } from './platformType'

/**
 * What became of WeChat's question about messages, as far as a person can do something about it. `notAsked`: it could not be asked (no
 * network, no tap), which means nothing. `withheld`: WeChat itself does not send this message now.
 */
export type ConsentOutcome = 'allowed' | 'rejected' | 'withheld' | 'switchedOff' | 'notAsked'

/** WeChat's answers that bring no message, though nobody refused [wechat: ban, filter]. */
const WITHHELD = ['ban', 'filter']

/** One that was allowed makes up for the others: the person is told something. */
export function outcomeOf({ answers, switchedOff }: AskedMessages): ConsentOutcome {
  const said = Object.values(answers)
  if (switchedOff) return 'switchedOff'
  if (said.length === 0) return 'notAsked'
  if (said.some(answer => answer.startsWith('accept'))) return 'allowed'
  return said.some(answer => WITHHELD.includes(answer)) ? 'withheld' : 'rejected'
}

let last: ConsentOutcome = 'notAsked'
const listeners = new Set<() => void>()

export function keepOutcome(outcome: ConsentOutcome): void {
  last = outcome
  for (const hear of listeners) hear()
}

/** What was answered last: known some time after the tap that asked. */
export function useConsentOutcome(): ConsentOutcome {
  return useSyncExternalStore(hear => {
    listeners.add(hear)
    return () => { listeners.delete(hear) }
  }, () => last)
}

import { functionOf, type Answers, type CallName, type Input } from '../../domain/contract/calls'
import type { Answer, Timed } from '../../domain/contract/refusal'
import { CallFailed, networkTrouble } from './callFailed'
import { heardCloudTime } from './cloudTime'
import { pokeCourier } from './courier'
import { platform } from './platform'

/** Calls that may owe somebody a message. */
const OWING: readonly CallName[] = ['fileCase', 'fileOnBehalf', 'actOnCase', 'askBuyers', 'decideTogether', 'carryOn', 'startWarning', 'carryOnWarning', 'liftWarning']

/**
 * The one way to the cloud. Throws `CallFailed` and nothing else: with the refusal's code and words when the cloud refused,
 * with NETWORK when no answer came back.
 */
export async function call<C extends CallName>(name: C, input: Input<C>): Promise<Answers[C]> {
  const answer = await ask<Answers[C]>(name, input)
  if (!answer.ok) throw new CallFailed(answer.error)
  if (OWING.includes(name)) pokeCourier()
  return answer.data
}

async function ask<T>(name: CallName, input: unknown): Promise<Answer<T>> {
  const askedAt = Date.now()
  let said: unknown
  try {
    said = await platform.callFunction(functionOf(name), { call: name, input })
  } catch (trouble) {
    console.warn(`${name} did not come back`, trouble)
    throw networkTrouble()
  }
  if (isAnswer<T>(said)) {
    if (said.now !== undefined) heardCloudTime(said.now, askedAt, Date.now())
    return said
  }
  console.warn(`${name} answered something else`, said)
  throw networkTrouble()
}

function isAnswer<T>(said: unknown): said is Timed<Answer<T>> {
  if (typeof said !== 'object' || said === null || !('ok' in said)) return false
  return said.ok === true ? 'data' in said : 'error' in said
}

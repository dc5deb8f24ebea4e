import type { Answers, CallName, Input } from '../../domain/contract/calls'
import { isCall, parseInput } from '../../domain/contract/parse'
import { Refused, refusal, type Answer, type Refusal, type Timed } from '../../domain/contract/refusal'
import { callerOf, type Caller } from './caller'

/** One use-case: what is needed is loaded, the domain decides, it is written, and the view of this caller is answered. */
export type UseCase<C extends CallName> = (caller: Caller, input: Input<C>, now: number) => Promise<Answers[C]>
export type UseCases = { [C in CallName]?: UseCase<C> }

/** Larger inputs are nobody's honest tap. Letters of JSON; the platform's own limit for a call is far above. */
const LARGEST_INPUT = 256 * 1024

/** The way in for every call of a deployed function: who calls (from the context), which call, is its input well formed; then the use-case. */
export function door(useCases: UseCases) {
  return async function main(event: unknown, context: unknown): Promise<Timed<Answer<unknown>>> {
    const answer = await answerTo(useCases, event, context)
    return { ...answer, now: Date.now() }
  }
}

async function answerTo(useCases: UseCases, event: unknown, context: unknown): Promise<Answer<unknown>> {
  try {
    return { ok: true, data: await enter(useCases, event, context) }
  } catch (error) {
    if (error instanceof Refused) return no(error.refusal, false)
    // Nothing of an inner error is shown: it may quote data. The log has it.
    console.error(error)
    return no(refusal('INTERNAL', '刚才没办成，您的内容还在，请再试一次'), true)
  }
}

async function enter(useCases: UseCases, event: unknown, context: unknown): Promise<unknown> {
  const caller = callerOf(context)
  if (!caller) throw new Refused(refusal('NOT_SIGNED_IN', '请从微信里打开'))
  const { call, input } = typeof event === 'object' && event !== null ? (event as { call?: unknown; input?: unknown }) : {}
  if (!isCall(call) || !Object.hasOwn(useCases, call)) throw new Refused(refusal('UNKNOWN_CALL', '没有这个功能，请更新小程序', 'call'))
  if (JSON.stringify(input ?? null).length > LARGEST_INPUT) throw new Refused(refusal('TOO_LARGE', '内容太多了', 'input'))
  return run(useCases, call, caller, input)
}

async function run<C extends CallName>(useCases: UseCases, call: C, caller: Caller, input: unknown): Promise<Answers[C]> {
  const parsed = parseInput(call, input)
  if ('refusal' in parsed) throw new Refused(parsed.refusal)
  const useCase = useCases[call] as UseCase<C>
  return useCase(caller, parsed.input, Date.now())
}

function no(refused: Refusal, again: boolean): Answer<never> {
  return { ok: false, error: { ...refused, again } }
}

import * as v from 'valibot'
import { inputs, type CallName, type Input } from './calls'
import { refusal, type Refusal } from './refusal'

/** Whether this is a call anybody can make. */
export function isCall(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(inputs, name)
}

/** Where a schema has no words of its own; never valibot's English, which repeats what was sent. */
const UNCLEAR = '填写的内容不对'
/** A field's path is ours, except the name of an unknown one. */
const LONGEST_FIELD = 100

/** @returns the input as its schema wants it, or what is wrong with the first field that is not. */
export function parseInput<C extends CallName>(call: C, input: unknown): { input: Input<C> } | { refusal: Refusal } {
  const result = v.safeParse(inputs[call], input, { message: UNCLEAR, abortEarly: true })
  if (result.success) return { input: result.output as Input<C> }
  const issue = result.issues[0]
  return { refusal: refusal('BAD_INPUT', issue.message, v.getDotPath(issue)?.slice(0, LONGEST_FIELD)) }
}

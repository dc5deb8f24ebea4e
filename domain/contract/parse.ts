import * as v from 'valibot'
import { inputs, type CallName, type Input } from './calls'
import { refusal, type Refusal } from './refusal'

/** Whether this is a call anybody can make. */
export function isCall(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(inputs, name)
}

/** @returns the input as its schema wants it, or what is wrong with the first field that is not. */
export function parseInput<C extends CallName>(call: C, input: unknown): { input: Input<C> } | { refusal: Refusal } {
  const result = v.safeParse(inputs[call], input)
  if (result.success) return { input: result.output as Input<C> }
  const issue = result.issues[0]
  const field = v.getDotPath(issue) ?? undefined
  return { refusal: refusal('BAD_INPUT', isChinese(issue.message) ? issue.message : '填写的内容不对', field) }
}

function isChinese(message: string): boolean {
  return /[\u4e00-\u9fff]/.test(message)
}

import type { Call } from './caller'

/**
 * Whether a call can ever go on: one that waits for an instance, if some call that has one can end; one that runs, if all that it
 * called can. A function that called another is taken to wait for it, though it need not.
 * @param holders the calls that have the instances of a function
 */
export const canGoOn = (call: Call, holders: (functionName: string) => readonly Call[], path: ReadonlySet<Call> = new Set()): boolean => {
  // Waits for itself, by whatever way.
  if (path.has(call)) return false
  const onward = new Set([...path, call])
  const goesOn = (other: Call) => canGoOn(other, holders, onward)
  return call.running ? [...call.children].every(goesOn) : holders(call.functionName).some(goesOn)
}

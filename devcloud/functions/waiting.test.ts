import type { Call } from './caller'
import { canGoOn } from './waiting'

const call = (functionName: string, running: boolean, ...children: Call[]): Call => ({ functionName, caller: null, timer: false, children: new Set(children), running })
const ask = (asked: Call, holders: Record<string, Call[]>) => canGoOn(asked, (name) => holders[name] ?? [])

test('who waits for a call that waits for nobody goes on', () => {
  expect(ask(call('f', false), { f: [call('f', true)] })).toBe(true)
})

test('who waits for its own caller does not', () => {
  const inner = call('f', false)
  expect(ask(inner, { f: [call('f', true, inner)] })).toBe(false)
  expect(ask(inner, { f: [call('f', true, inner), call('f', true)] })).toBe(true)
})

test('two that wait for each other across functions do not, unless one of them has another way', () => {
  const [toG, toF] = [call('g', false), call('f', false)]
  const holders = { f: [call('f', true, toG)], g: [call('g', true, toF)] }
  expect([ask(toF, holders), ask(toG, holders)]).toEqual([false, false])
  expect(ask(toF, { ...holders, g: [...holders.g, call('g', true)] })).toBe(true)
})

test('a call that made several needs all of them', () => {
  const stuck = call('f', false)
  const done = call('h', true)
  expect(ask(stuck, { f: [call('f', true, done, stuck)] })).toBe(false)
  expect(ask(call('f', false), { f: [call('f', true, done, call('h', true, call('f', true)))] })).toBe(true)
})

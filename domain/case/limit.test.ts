import { ask, exampleLine, filedCase, LEADER, OPERATOR } from './exampleCase'
import { decide } from './decide'
import { UNDO_WINDOW } from '../clock/policy'
import { decidedAsAsked, decidedWith } from './limit'
import type { CaseCommand } from './commands'
import type { Wish } from './claim'

/** One of two boxes of ¥25.20 in all is bad. */
const c = (wish: Wish) => filedCase({ wish })
const limited = (wish: Wish, command: CaseCommand, limit: number) => decide(c(wish), command, { now: c(wish).state.updatedAt + 1, by: LEADER, commandId: 'x', seen: 1, undoWindow: UNDO_WINDOW, limit })

it('goods count as what was paid for as much of them as is claimed; money as it is; a word costs nothing', () => {
  const { state } = c({ kind: 'exchange' })
  expect(decidedWith(state, { remedy: 'exchange', refund: 0 })).toBe(1260)
  expect(decidedWith(state, { remedy: 'repair', refund: 0, freight: 300 })).toBe(1560)
  expect(decidedWith(state, { remedy: 'refund', refund: 500, compensation: 100 })).toBe(600)
  expect([decidedWith(state, { remedy: 'apology', refund: 0 }), decidedAsAsked(state, { kind: 'none' }, 0), decidedAsAsked(state, { kind: 'redeliver' }, 0)]).toEqual([0, 0, 1260])
})

it.each<[string, Wish, CaseCommand]>([
  ['another box as asked', { kind: 'exchange' }, { type: 'settle' }],
  ['another box offered', { kind: 'refund', amount: 1260 }, { type: 'offer', options: [{ remedy: 'redeliver', refund: 0 }], words: '再给您一盒' }],
])('%s is above the limit of a helper as its money would be', (_, wish, command) => {
  expect(limited(wish, command, 1259)).toMatchObject({ refusal: { code: 'OVER_LIMIT' } })
  expect(limited(wish, command, 1260)).not.toHaveProperty('refusal')
})

it('whoever has no limit decides about anything', () => {
  expect(ask(filedCase({ wish: { kind: 'exchange' } }, { line: exampleLine({ paid: 500_000, left: 500_000 }) }), OPERATOR, { type: 'settle' })).not.toHaveProperty('refusal')
})

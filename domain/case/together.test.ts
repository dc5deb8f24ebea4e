import fc from 'fast-check'
import { act, after, ask, examples, exampleLine, filedCase, LEADER, RESIDENT } from './exampleCase'
import { someFiledCase } from './exampleHistories'
import { askedFor } from './negotiate'
import { canBeTakenBack, stepFor, type JointStep } from './together'

const asked = (amount: number) => filedCase({ wish: { kind: 'refund', amount } }).state

describe('one decision, as each case takes it', () => {
  it.each<[string, JointStep, number, object]>([
    ['each what it asked for', { type: 'asAsked' }, 600, { type: 'settle' }],
    ['a share that is what was asked for', { type: 'share', percent: 50, words: '' }, 630, { type: 'settle', amount: 630 }],
    ['a share above what was asked for', { type: 'share', percent: 100, words: '' }, 630, { type: 'settle', amount: 1260 }],
    ['a share below it is offered', { type: 'share', percent: 30, words: '先退三成' }, 630, { type: 'offer', options: [{ remedy: 'refund', refund: 378 }], words: '先退三成' }],
    ['so much for each bad piece', { type: 'perPiece', amount: 700, words: '' }, 630, { type: 'settle', amount: 700 }],
    ['never more than the bad pieces cost', { type: 'perPiece', amount: 9999, words: '' }, 630, { type: 'settle', amount: 1260 }],
    ['a promise', { type: 'promise', until: 1 }, 630, { type: 'promise', until: 1 }],
  ])('%s', (_what, step, wish, command) => {
    expect(stepFor(asked(wish), step)).toEqual(command)
  })

  it('never more than is left on the line', () => {
    const { state } = filedCase({ wish: { kind: 'refund', amount: 300 } }, { line: exampleLine({ left: 400 }) })
    expect(stepFor(state, { type: 'share', percent: 100, words: '' })).toEqual({ type: 'settle', amount: 400 })
  })

  it('who asked for nothing is told, and not paid', () => {
    expect(stepFor(examples().nothingAsked.state, { type: 'share', percent: 100, words: '' })).toEqual({ type: 'settle' })
  })

  it('only decisions wait for second thoughts', () => {
    expect((['asAsked', 'share', 'perPiece', 'reject', 'promise', 'payRefund', 'admitRecovery', 'disputeRecovery'] as const).filter(type => canBeTakenBack({ type } as JointStep))).toEqual(['asAsked', 'share', 'perPiece', 'reject'])
  })

  it('whatever share: it is accepted, within what is left, and nobody gets less than what they asked for without being asked', () => {
    fc.assert(fc.property(someFiledCase, fc.integer({ min: 1, max: 100 }), (c, percent) => {
      const decided = ask(c, LEADER, stepFor(c.state, { type: 'share', percent, words: '' }))
      // A share of almost nothing is no offer.
      if ('refusal' in decided) return expect(decided.refusal.code).toMatch(/^(BAD_AMOUNT|WRONG_STATE)$/)
      const { state } = after(c, decided)
      if (state.decision === 'agreed') expect(state.amount).toBeGreaterThanOrEqual(askedFor(c.state))
      else expect(state.offer?.options[0]?.refund).toBeLessThan(askedFor(c.state))
      expect(Math.max(state.amount, state.offer?.options[0]?.refund ?? 0)).toBeLessThanOrEqual(c.state.line.left)
    }), { numRuns: 300 })
  })
})

it('a neighbour who withdrew meanwhile stays withdrawn', () => {
  const withdrawn = act(filedCase(), RESIDENT, { type: 'withdraw', words: '' })
  expect(ask(withdrawn, LEADER, stepFor(withdrawn.state, { type: 'asAsked' }))).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
})

import fc from 'fast-check'
import { act, FILED_AT, filedCase, HOUR, LEADER, OPERATOR, RESIDENT, SUPPLIER } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import type { Case, Party } from '../case/case'
import { CLOCKS_SEEN, promisesSeen } from '../people/promisesSeen'
import { deadlinesOf, listedAt } from './deadlines'
import { USUAL_CLOCKS } from './due'
import { besideDecision, byTimeLeft, NOTHING_BESIDE, soonerThan, type BesideDecision, type ByTime } from './listOrder'
import { UNDO_WINDOW } from './policy'
import { waitedFor } from './promisedNow'
import { promisesOf } from './standing'

const MINUTE = 60_000
const beside = (c: Case, at: number, party: Party = 'leader') => besideDecision(promisesOf(c, USUAL_CLOCKS, at), party)
const filed = filedCase()

describe('what the state alone does not tell', () => {
  it('a case that nobody answered: the first word, and the whole', () => {
    expect(beside(filed, FILED_AT)).toEqual({ word: 'respond', wordDueAt: FILED_AT + 5 * MINUTE, wholeDueAt: FILED_AT + 2 * HOUR })
    // Late is late until it is done.
    expect(beside(filed, FILED_AT + 5 * HOUR)).toEqual(beside(filed, FILED_AT))
    expect(beside(filed, FILED_AT, 'operator')).toEqual(NOTHING_BESIDE)
  })

  it('once there was a word, the next one and the whole are left', () => {
    const promised = act(filed, LEADER, { type: 'promise', until: FILED_AT + 9 * HOUR }, { at: FILED_AT + HOUR })
    expect(beside(promised, FILED_AT + HOUR)).toMatchObject({ word: 'update', wholeDueAt: FILED_AT + 2 * HOUR })
  })

  it('nothing that stands still, late or not', () => {
    for (const begun of [HOUR, 5 * HOUR]) {
      const looked = act(filed, OPERATOR, { type: 'investigate', words: '问一下仓库', until: FILED_AT + 20 * HOUR }, { at: FILED_AT + begun })
      const promises = promisesOf(looked, USUAL_CLOCKS, FILED_AT + 6 * HOUR)
      expect(promises.find(p => p.clock === 'resolve')).toMatchObject({ pausedBy: 'investigation', standing: begun > 2 * HOUR ? 'late' : 'paused' })
      expect((['leader', 'operator'] as const).map(party => besideDecision(promises, party).wholeDueAt)).toEqual([null, null])
    }
  })
})

describe('which promise a card names beside the decision', () => {
  const now = 100 * HOUR
  const decision = now + 10 * HOUR
  const due = (word: number | null, whole: number | null): BesideDecision => ({ word: word === null ? null : 'respond', wordDueAt: word === null ? null : now + word * HOUR, wholeDueAt: whole === null ? null : now + whole * HOUR })
  it.each<[string, BesideDecision, number | null, string | null]>([
    ['nothing beside it', due(null, null), decision, null],
    ['what comes after the decision', due(11, 12), decision, null],
    ['the first word', due(1, 2), decision, 'respond'],
    ['a late word before a whole that is late longer: that is mended by a word', due(-1, -2), decision, 'respond'],
    ['the whole before a word that has time', due(3, 2), decision, 'resolve'],
    ['a late whole before all that has time', due(1, -2), decision, 'resolve'],
    ['a late decision alone says so itself, whatever the whole does', due(null, -2), now - HOUR, null],
    ['a word where nobody can say when the decision is due', due(3, null), null, 'respond'],
    ['nothing where nobody can say anything', due(null, null), null, null],
  ])('%s', (_case, known, decisionDueAt, clock) => {
    expect(soonerThan(decisionDueAt, known, 'leader', now)?.clock ?? null).toBe(clock)
  })
})

describe('the order', () => {
  const now = 100 * HOUR
  const sorted = (all: readonly ByTime[]) => [...all].sort(byTimeLeft(now))
  const at = (next: number | null, whole: number | null = null): ByTime => ({ nextDueAt: next === null ? null : now + next * HOUR, wholeDueAt: whole === null ? null : now + whole * HOUR })

  it('a late word, then late wholes by what was said, then what is in time, then what stands still', () => {
    const inOrder = [at(-3, -1), at(-1, -50), at(2, -1), at(9, -60), at(8, 1), at(2, 5), at(7), at(null)]
    expect(sorted([...inOrder].reverse())).toEqual(inOrder)
  })

  it('always: nobody late stands behind anybody who is not, whatever order they came in', () => {
    const someTime = fc.option(fc.integer({ min: -60, max: 60 }))
    fc.assert(fc.property(fc.array(fc.tuple(someTime, someTime).map(([next, whole]) => at(next, next === null ? null : whole)), { maxLength: 12 }), all => {
      const list = sorted(all)
      const late = list.map(({ nextDueAt, wholeDueAt }) => Math.min(nextDueAt ?? Infinity, wholeDueAt ?? Infinity) <= now)
      expect(late.lastIndexOf(true)).toBeLessThan(late.includes(false) ? late.indexOf(false) : late.length)
    }))
  })
})

describe('always', () => {
  it('a list by these fields puts first what the case itself says is due first of whoever it waits for', () => {
    fc.assert(fc.property(someHistory, fc.integer({ min: 0, max: 80 }), ({ end }, later) => {
      const now = end.state.updatedAt + UNDO_WINDOW + 1 + later * HOUR
      const whose = waitedFor(end.state)
      if (whose === null) return
      const promises = promisesOf(end, USUAL_CLOCKS, now)
      const own = promises.filter(p => p.endedAt === null && p.pausedBy === null && p.dueAt !== null && p.party === whose)
      const { wordDueAt, wholeDueAt } = besideDecision(promises, whose)
      const listed = listedAt({ ...end.state, clocks: USUAL_CLOCKS }, whose)
      expect(Math.min(listed ?? Infinity, wordDueAt ?? Infinity, wholeDueAt ?? Infinity)).toBe(Math.min(Infinity, ...own.map(p => p.dueAt ?? Infinity)))
    }), { numRuns: 300 })
  })

  it('what a supplier\'s list and board go by is what it is shown: no first word and no word meanwhile to a neighbour whom it does not know', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const suppliers = deadlinesOf(end.state).filter(d => d.party === 'supplier').map(d => d.clock)
      expect(suppliers.filter(clock => !CLOCKS_SEEN.supplier.includes(clock))).toEqual([])
    }), { numRuns: 300 })
  })
})

it('a supplier who made an offer, and was answered with another sum, is shown until when it has to say something to that', () => {
  const asked = act(filed, LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + HOUR })
  const offered = act(asked, SUPPLIER, { type: 'offer', options: [{ remedy: 'refund', refund: 500 }], words: '' }, { at: FILED_AT + 2 * HOUR })
  const countered = act(offered, RESIDENT, { type: 'counter', refund: 900, words: '坏了一半多' }, { at: FILED_AT + 3 * HOUR })
  const [due] = deadlinesOf(countered.state)
  expect(due).toMatchObject({ clock: 'counter', party: 'supplier' })
  expect(promisesSeen(countered, 'supplier', FILED_AT + 4 * HOUR).find(p => p.endedAt === null)).toMatchObject({ clock: 'counter', dueAt: due?.dueAt })
  // What it never promised to the neighbour is late on nobody's list of its own, though it has the case.
  const { word } = besideDecision(promisesOf(countered, USUAL_CLOCKS, FILED_AT + 40 * HOUR), 'supplier')
  expect([word, listedAt(countered.state, 'supplier')]).toEqual(['update', due?.dueAt])
})

import fc from 'fast-check'
import type { Case, Party } from '../case/case'
import { act, actorOf, examples, filedCase, HOUR, lastAt, LATER, LEADER, RESIDENT } from '../case/exampleCase'
import { PARTIES, someHistory } from '../case/exampleHistories'
import { pendingAt } from '../case/effect'
import { USUAL_CLOCKS } from '../clock/due'
import { CLOCK_NAMES, type ClockName } from '../clock/rules'
import { promisesOf } from '../clock/standing'
import { caseView } from './caseView'
import { gatheredView } from './gathered'
import { householdView } from './householdView'
import { CLOCKS_SEEN, promisesSeen, type PromiseSeen } from './promisesSeen'

const seen = (c: Case, party: Party, now = LATER) => caseView(c, actorOf(party), now).promises
const running = (promises: readonly PromiseSeen[]) => promises.filter(p => p.endedAt === null).map(p => p.clock).sort()
const named = (promises: readonly PromiseSeen[], clock: ClockName) => promises.find(p => p.clock === clock && p.endedAt === null)

describe('who sees which promises', () => {
  it('never one that is not on the list, and of those on it each: whatever happened', () => {
    fc.assert(fc.property(someHistory, fc.constantFrom(...PARTIES), fc.integer({ min: 0, max: 400 }), ({ end }, party, hours) => {
      if (party === 'system') return
      const now = lastAt(end) + hours * HOUR
      const shown = seen(end, party, now)
      const list = CLOCKS_SEEN[party]
      for (const { clock } of shown) expect(list).toContain(clock)
      const whole = promisesOf(end, USUAL_CLOCKS, now)
      if (party === 'leader' && !pendingAt(end.state, now)) expect(shown).toHaveLength(whole.filter(p => p.party !== 'operator' || p.endedAt !== null || end.state.desk).length)
      if (party === 'resident') for (const clock of ['recovery', 'tell']) expect(JSON.stringify(shown)).not.toContain(`"${clock}"`)
      if (party === 'supplier') for (const promise of shown) expect(promise.party).toBe('supplier')
    }), { numRuns: 150 })
  })

  it('those who handle it see every one that there is', () => {
    expect([...CLOCKS_SEEN.leader].sort()).toEqual([...CLOCK_NAMES].sort())
    expect([...CLOCKS_SEEN.operator].sort()).toEqual([...CLOCK_NAMES].sort())
  })

  it('by example: a case that was filed, one that is paid while the supplier still has to admit it', () => {
    expect(running(seen(filedCase(), 'resident'))).toEqual(['resolve', 'respond', 'review', 'update'])
    expect(seen(filedCase(), 'supplier')).toEqual([])
    const { settled } = examples()
    expect(running(seen(settled, 'leader'))).toContain('recovery')
    expect(running(seen(settled, 'resident'))).not.toContain('recovery')
    expect(running(seen(settled, 'supplier'))).toEqual(['recovery'])
  })

  it('others of the household and a helper leader see what the household sees', () => {
    const { settled } = examples()
    expect(householdView(settled, actorOf('resident'), LATER).promises).toEqual(seen(settled, 'resident'))
    expect(gatheredView(settled, actorOf('leader'), LATER).promises).toEqual(seen(settled, 'resident'))
  })
})

describe('what may yet be taken back', () => {
  it('has changed no promise for anybody but who decided', () => {
    const before = filedCase()
    const pending = act(before, LEADER, { type: 'settle' })
    const now = lastAt(pending) + 1000
    expect(pendingAt(pending.state, now)).not.toBeNull()
    for (const party of ['resident', 'supplier', 'operator'] as const) expect(promisesSeen(pending, party, now)).toEqual(promisesSeen(before, party, now))
    expect(running(promisesSeen(pending, 'leader', now))).toContain('refund')
    expect(running(promisesSeen(pending, 'leader', now))).not.toContain('review')
  })
})

describe('a promise that stands still', () => {
  it('says why, and goes on when what was asked for is there', () => {
    const asked = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['whole'], words: '' })
    const untold = seen(asked, 'resident')
    expect(named(untold, 'evidence')).toMatchObject({ standing: 'paused', pausedBy: 'notTold', dueAt: null })
    const byPhone = act(asked, LEADER, { type: 'tell', how: 'phone' })
    const told = seen(byPhone, 'resident', lastAt(byPhone))
    expect(named(told, 'evidence')).toMatchObject({ standing: 'running', pausedBy: null })
    expect(named(told, 'resolve')).toMatchObject({ standing: 'paused', pausedBy: 'resident', dueAt: null })
    const added = act(asked, RESIDENT, { type: 'addEvidence', photos: ['photo-more'], voices: [], words: '' })
    expect(named(seen(added, 'resident', lastAt(added)), 'resolve')).toMatchObject({ pausedBy: null })
    expect(seen(added, 'resident', lastAt(added)).find(p => p.clock === 'evidence')).toMatchObject({ standing: 'kept' })
  })
})

describe('what happens next', () => {
  const far = LATER + 20 * HOUR
  const withDesk = (c: Case): Case => ({ ...c, state: { ...c.state, desk: true } })

  it('is said only where there is a desk that takes it over', () => {
    const c = filedCase()
    const at = (desk: boolean, party: Party) => named(promisesSeen({ ...c, state: { ...c.state, desk } }, party, far), 'review')?.escalates
    expect(at(false, 'resident')).toBeNull()
    expect(at(true, 'resident')).toMatchObject({ takes: true })
    expect(at(true, 'leader')).toEqual(at(true, 'resident'))
  })

  it('that the desk only hears of it is for who is late and the desk', () => {
    const c = withDesk(examples().settled)
    const refund = (party: Party) => named(promisesSeen(c, party, far), 'refund')?.escalates
    expect(refund('leader')).toMatchObject({ takes: false })
    expect(refund('operator')).toMatchObject({ takes: false })
    expect(refund('resident')).toBeNull()
    expect(named(promisesSeen(c, 'supplier', far), 'recovery')?.escalates).toBeNull()
  })

  it('a desk that is gone promises nothing any more', () => {
    const { withOperator } = examples()
    const gone = { ...withOperator, state: { ...withOperator.state, desk: false } }
    expect(running(promisesSeen(withDesk(withOperator), 'resident', LATER))).toContain('operator')
    expect(running(promisesSeen(gone, 'resident', LATER))).not.toContain('operator')
  })
})

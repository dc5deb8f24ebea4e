import fc from 'fast-check'
import { actorOf, ask, examples, filedCase, filingFor, LEADER, OPERATOR } from '../case/exampleCase'
import { isAllowed } from '../case/allowed'
import type { CaseState } from '../case/case'
import type { CaseCommand } from '../case/commands'
import { evolve } from '../case/evolve'
import { holderOf, stageOf } from '../case/stage'
import { deadlinesOf } from '../clock/deadlines'
import { giveTo, heldByNow, isHiddenFromId, needsAnother, staffOf, whoActs, type Staff } from './whoActs'

const leader = LEADER.personId
const staff = (over: Partial<Staff> = {}): Staff => ({ leaders: [leader, 'husband'], side: [leader, 'husband', 'gatherer'], desk: { deciders: ['xu', 'tang'], appealDeciders: ['xu'] }, supplierPeople: [], ...over })
const complaint = (around: { desk: boolean; helpers?: string[] }) => filedCase({ ...filingFor('attitude'), about: 'leader' }, { around: { leaderId: leader, helpers: [], helperLeaders: [], supplierPeople: [], ...around } })
const atDesk = complaint({ desk: true }).state
const atHelper = complaint({ desk: false, helpers: ['husband'] }).state

describe('who may act on a case', () => {
  it('everybody there, on an ordinary one', () => {
    expect(whoActs(examples().review.state, 'leader', staff())).toEqual([leader, 'husband'])
    expect(whoActs(examples().withOperator.state, 'operator', staff())).toEqual(['xu', 'tang'])
  })

  it('nobody who is on the leader\'s side by now, where the desk has what names the leader; whoever they are at the desk', () => {
    const now = staff({ leaders: ['new-leader', 'husband'], side: ['new-leader', 'husband', 'xu'] })
    expect([whoActs(atDesk, 'leader', now), whoActs(atDesk, 'operator', now)]).toEqual([[], ['tang']])
    expect(whoActs(atHelper, 'leader', now)).toEqual(['new-leader', 'husband'])
    expect(isHiddenFromId(atHelper, leader, [])).toBe(true)
  })

  it('nobody who decided what it goes on from, under whatever name they come', () => {
    const again: CaseState = { ...examples().withOperator.state, follows: { caseId: 'first', notBy: ['xu', leader] } }
    expect([whoActs(again, 'operator', staff()), whoActs(again, 'leader', staff())]).toEqual([['tang'], ['husband']])
    expect(whoActs({ ...again, decision: 'agreed' }, 'leader', staff())).toEqual([leader, 'husband'])
  })

  it('at a desk neither on one\'s own complaint, nor on what one answers for', () => {
    const c = { ...examples().withOperator.state, residentId: 'xu' }
    expect(whoActs(c, 'operator', staff({ supplierPeople: ['tang'] }))).toEqual([])
    // Who carries out what was decided need not be strange to it.
    expect(whoActs({ ...c, decision: 'agreed' }, 'operator', staff({ supplierPeople: ['tang'] }))).toEqual(['tang'])
    expect(whoActs({ ...c, residentId: leader }, 'leader', staff())).toEqual([leader, 'husband'])
  })

  it('neither who refused nor who pleads judges an appeal', () => {
    const appealed = examples().appealed.state
    const by = (refusedBy: string, pleads?: string): CaseState => ({ ...appealed, rejection: appealed.rejection && { ...appealed.rejection, by: { party: 'operator', personId: refusedBy } }, appeal: appealed.appeal ? { ...appealed.appeal, ...(pleads ? { by: pleads } : {}) } : null })
    const all = staff({ desk: { deciders: ['xu', 'tang'], appealDeciders: ['xu', 'tang'] } })
    expect([whoActs(by('xu'), 'operator', all), whoActs(by(leader, 'tang'), 'operator', all)]).toEqual([['tang'], ['xu']])
    expect([needsAnother(by('xu', 'tang'), ['xu', 'tang'], []), needsAnother(by('xu'), ['xu', 'tang'], [])]).toEqual([true, false])
    expect(needsAnother({ ...by('xu'), hiddenIn: 'community-1' }, ['xu', 'tang'], ['tang'])).toBe(true)
  })

  it('is who is there by their part: who gathers decides nothing, nor who has another capability', () => {
    const team = { husband: { personId: 'husband', name: '', since: 1, role: 'helper' as const, limit: 1 }, gatherer: { personId: 'gatherer', name: '', since: 2, role: 'helperLeader' as const, part: { pickupPoints: [], numbers: [] } } }
    const members = Object.fromEntries((['support', 'training', 'logistics'] as const).map(capability => [capability, { personId: capability, name: '', capabilities: [capability], limit: null, since: 1 }]))
    expect(staffOf({ leaderId: leader, team }, { members }, ['guo'])).toEqual({ leaders: [leader, 'husband'], side: [leader, 'husband', 'gatherer'], desk: { deciders: ['support'], appealDeciders: ['training'] }, supplierPeople: ['guo'] })
    expect(staffOf({ leaderId: leader }, null).desk).toBeNull()
  })
})

describe('whose it is', () => {
  const someStaff = fc.record({ leaders: fc.uniqueArray(fc.constantFrom(leader, 'husband', 'next'), { minLength: 1 }), desk: fc.option(fc.record({ deciders: fc.uniqueArray(fc.constantFrom('xu', 'tang', leader)), appealDeciders: fc.constant([]) }), { nil: null }) })
    .map(({ leaders, desk }): Staff => ({ leaders, side: leaders, desk, supplierPeople: [] }))

  it('is always somebody\'s who may act, or nobody\'s where there is none; and one step brings it there', () => {
    const reached = new Set<string>()
    fc.assert(fc.property(someStaff, fc.constantFrom('atDesk', 'atHelper', 'again', 'paid'), (here, which) => {
      const c: CaseState = { atDesk, atHelper, again: { ...examples().review.state, follows: { caseId: 'first', notBy: [leader, 'xu'] } }, paid: { ...atHelper, decision: 'agreed' as const, compensation: 500, money: 'due' as const, moneySince: 1 } }[which]
      const to = heldByNow(c, here)
      reached.add(`${which} ${to}`)
      if (to === null) throw new Error('it waits for somebody')
      const there = (side: 'leader' | 'operator') => whoActs(c, side, here).length > 0
      expect(to === 'nobody' ? [there('leader'), there('operator')] : [there(to)]).toEqual(to === 'nobody' ? [false, false] : [true])
      const system = { party: 'system' as const, personId: 'desk', staff: here }
      const stored = { state: { ...c, desk: here.desk !== null }, events: filedCase().events, version: 1 }
      const given = giveTo(c, here)
      expect(isAllowed(stored.state, system, 'reassign', 10 ** 13)).toBe(given !== null)
      if (given === null) return
      const decision = ask(stored, system, { type: 'reassign', to: given, words: '' })
      const after = ('events' in decision ? decision.events : []).reduce<CaseState>((s, e) => evolve(s, e), stored.state)
      expect(giveTo(after, here)).toBeNull()
      expect(stageOf(after) === 'waitingNobody').toBe(given === 'nobody')
      if (given !== 'nobody') expect([holderOf(after), after.amount, after.money]).toEqual([given, c.amount, c.money])
      else expect(deadlinesOf(after)).toEqual([])
    }), { numRuns: 300 })
    expect([...reached].filter(r => r.endsWith('nobody')).length).toBeGreaterThan(2)
  })

  it('an appeal stays at its desk until another is appointed, and ends where the desk is gone', () => {
    const appealed = examples().appealed.state
    expect([heldByNow(appealed, staff({ desk: { deciders: [], appealDeciders: [] } })), heldByNow(appealed, staff({ desk: null }))]).toEqual(['operator', 'leader'])
  })

  it('nobody of a desk hands to the leader\'s side, or a leader to a desk, what nobody may act on there', () => {
    const refused = (c: ReturnType<typeof complaint>, by: object, command: CaseCommand, here: Staff) => {
      const decision = ask(c, { ...actorOf('operator'), ...by, staff: here } as never, command)
      return 'refusal' in decision ? decision.refusal.code : 'done'
    }
    const again = { ...examples().withOperator, state: { ...examples().withOperator.state, follows: { caseId: 'first', notBy: [leader, 'husband'] } } }
    const back: CaseCommand = { type: 'reassign', to: 'leader', words: '还是您来' }
    expect([refused(again, OPERATOR, back, staff()), refused(again, OPERATOR, back, staff({ leaders: [leader, 'next'] }))]).toEqual(['NOBODY_THERE', 'done'])
    expect(refused(again, OPERATOR, { type: 'reassign', to: 'nobody', words: '谁也不看' }, staff())).toBe('NOT_ALLOWED')
    const refer: CaseCommand = { type: 'refer', words: '说不到一起' }
    expect([refused(examples().review, LEADER, refer, staff({ desk: { deciders: [], appealDeciders: [] } })), refused(examples().review, LEADER, refer, staff())]).toEqual(['NOBODY_THERE', 'done'])
  })
})

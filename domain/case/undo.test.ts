import fc from 'fast-check'
import { deadlinesOf } from '../clock/deadlines'
import { UNDO_WINDOW } from '../clock/policy'
import { caseCard, caseView } from '../people/caseView'
import { allowedCommands } from './allowed'
import type { Actor, Case, Party } from './case'
import { effectiveAtOf, inEffect, pendingAt, seenBy } from './effect'
import type { CaseEvent } from './events'
import { replay } from './evolve'
import { act, actorOf, ask, examples, filedCase, lastAt, LATER, LEADER, reasonable, RESIDENT, SUPPLIER, type Circumstances } from './exampleCase'
import { PARTIES, someHistory } from './exampleHistories'
import { openKeyOf, stageOf } from './stage'
import { storyFor } from './story'

const TOLD: Party[] = ['resident', 'leader', 'supplier']
const husband: Actor = { party: 'leader', personId: 'person-husband' }
/** So long after the newest event. */
const after = (c: Case, ms: number): Circumstances => ({ at: lastAt(c) + ms })
const SOON = UNDO_WINDOW / 2
const code = (c: Case, by: Actor, type: 'undo' | 'payRefund' | 'settle', circumstances: Circumstances) => {
  const decision = ask(c, by, reasonable(c.state, type), circumstances)
  return 'refusal' in decision ? decision.refusal.code : 'accepted'
}
const view = (c: Case, by: Actor, now: number) => caseView(c, by, now)
const everythingOf = (c: Case, party: Party, now: number) => [view(c, actorOf(party), now), caseCard(c.state, party, now), openKeyOf(seenBy(c.state, party, now), now)]

/** Every decision that can be taken back, as it was just given, and the case before it. */
const { review, withSupplier, nothingAsked } = examples()
const decided: [string, Case, Actor, Case][] = ([
  ['settled', review, LEADER, 'settle'], ['settled while the supplier is asked', withSupplier, LEADER, 'settle'], ['taken note of', nothingAsked, LEADER, 'settle'],
  ['rejected', review, LEADER, 'reject'], ['rejected while the supplier is asked', withSupplier, LEADER, 'reject'],
  ['offered', review, LEADER, 'offer'], ['offered by the supplier', withSupplier, SUPPLIER, 'offer'],
] as const).map(([name, before, by, type]) => [name, before, by, act(before, by, reasonable(before.state, type))])

describe.each(decided)('%s', (_name, before, by, c) => {
  const others = TOLD.filter(party => party !== by.party)

  it('nobody else sees anything of it until it takes effect, and everything from then on', () => {
    for (const ms of [0, SOON, UNDO_WINDOW - 1]) {
      for (const party of others) expect(everythingOf(c, party, lastAt(c) + ms)).toEqual(everythingOf(before, party, lastAt(c) + ms))
    }
    for (const party of others) {
      expect(view(c, actorOf(party), lastAt(c) + UNDO_WINDOW).stage).toBe(stageOf(c.state))
      expect(view(c, actorOf(party), lastAt(c) + UNDO_WINDOW).story).toHaveLength(view(before, actorOf(party), LATER).story.length + 1)
      expect(view(c, actorOf(party), lastAt(c) + UNDO_WINDOW).story[0]?.at).toBe(lastAt(c) + UNDO_WINDOW)
    }
  })

  it('whoever gave it sees it at once, with the time left, and can do nothing but take it back', () => {
    const now = lastAt(c) + SOON
    expect(view(c, by, now)).toMatchObject({ stage: stageOf(c.state), takesEffect: { at: lastAt(c) + UNDO_WINDOW, left: UNDO_WINDOW - SOON }, mayDo: ['undo'] })
    expect(view(c, by, lastAt(c) + UNDO_WINDOW).takesEffect).toBeNull()
    expect(view(c, by, lastAt(c) + UNDO_WINDOW).mayDo).not.toContain('undo')
    if (by.party === 'leader') expect(view(c, husband, now)).toMatchObject({ stage: stageOf(c.state), mayDo: [] })
  })

  it('taken back, everything is as it was; only who gave it reads of it', () => {
    const undone = act(c, by, { type: 'undo' }, after(c, SOON))
    expect(undone.events.at(-1)).toMatchObject({ type: 'DecisionUndone', of: c.events.length - 1, by })
    expect(undone.state).toStrictEqual(before.state)
    for (const party of others) expect(view(undone, actorOf(party), LATER)).toEqual({ ...view(before, actorOf(party), LATER), version: undone.version })
    const said = storyFor(undone.state, undone.events, by.party, LATER).map(line => line.says)
    expect(said[0]).toBe('您撤回了刚才的决定')
    expect(said[1]).toMatch(/（没有生效）$/)
  })

  it('can be given again', () => {
    const undone = act(c, by, { type: 'undo' }, after(c, SOON))
    expect(allowedCommands(undone.state, by, lastAt(undone))).toEqual(allowedCommands(before.state, by, LATER))
  })

  it('everything that others wait for runs from when they know', () => {
    for (const deadline of deadlinesOf(c.state)) expect(deadline.from).toBe(lastAt(c) + UNDO_WINDOW)
  })
})

describe('taking back', () => {
  const { settled } = examples()

  it('is possible until the last millisecond, not after', () => {
    expect(code(settled, LEADER, 'undo', after(settled, UNDO_WINDOW - 1))).toBe('accepted')
    expect(code(settled, LEADER, 'undo', after(settled, UNDO_WINDOW))).toBe('UNDO_TOO_LATE')
    expect(code(settled, LEADER, 'undo', after(settled, LATER - lastAt(settled)))).toBe('UNDO_TOO_LATE')
  })

  it('is for the person who decided; another party is not even told that there is something', () => {
    expect(code(settled, husband, 'undo', after(settled, SOON))).toBe('NOT_ALLOWED')
    expect(code(settled, RESIDENT, 'undo', after(settled, SOON))).toBe('NOT_ALLOWED')
    expect(code(settled, SUPPLIER, 'undo', after(settled, SOON))).toBe(code(review, SUPPLIER, 'undo', after(settled, SOON)))
  })

  it('happens once, and its repetition answers the same', () => {
    const undone = act(settled, LEADER, { type: 'undo' }, { ...after(settled, SOON), commandId: 'tap' })
    expect(ask(undone, LEADER, { type: 'undo' }, { ...after(settled, SOON), commandId: 'tap' })).toEqual({ events: [] })
    expect(code(undone, LEADER, 'undo', after(settled, SOON))).toBe('WRONG_STATE')
  })

  it('is only for decisions, and only for the newest event', () => {
    expect(code(review, LEADER, 'undo', after(review, SOON))).toBe('WRONG_STATE')
    expect(code(withSupplier, LEADER, 'undo', after(withSupplier, SOON))).toBe('WRONG_STATE')
    const paid = act(settled, LEADER, reasonable(settled.state, 'payRefund'), after(settled, UNDO_WINDOW))
    expect(code(paid, LEADER, 'undo', after(paid, 1))).toBe('WRONG_STATE')
  })
})

it('nothing is paid before it took effect', () => {
  const { settled } = examples()
  expect(code(settled, LEADER, 'payRefund', after(settled, UNDO_WINDOW - 1))).toBe('NOT_YET')
  expect(code(settled, husband, 'payRefund', after(settled, UNDO_WINDOW - 1))).toBe('NOT_YET')
  expect(code(settled, LEADER, 'payRefund', after(settled, UNDO_WINDOW))).toBe('accepted')
})

describe('what another party does on what it sees counts, and the pending decision falls', () => {
  it('the resident withdraws', () => {
    const { settled } = examples()
    const c = act(settled, RESIDENT, { type: 'withdraw', words: '' }, { ...after(settled, SOON), seen: 1 })
    expect(c.state).toMatchObject({ decision: 'withdrawn', money: 'none', amount: 0, recovery: 'none' })
    expect(storyFor(c.state, c.events, 'resident', LATER).map(l => l.says)).toEqual(['您撤销了', '您反映：坏了、烂了，想退 ¥12.60'])
    expect(storyFor(c.state, c.events, 'leader', LATER).map(l => l.says)).toEqual(['邻居撤销了', '您同意了，退 ¥12.60（没有生效）', '邻居反映：坏了、烂了，想退 ¥12.60'])
    expect(code(c, LEADER, 'undo', { ...after(c, 1), seen: 2 })).toBe('CASE_CHANGED')
  })

  it('the supplier answers', () => {
    const rejected = act(withSupplier, LEADER, reasonable(withSupplier.state, 'reject'))
    const c = act(rejected, SUPPLIER, reasonable(rejected.state, 'grantAsAsked'), { ...after(rejected, SOON), seen: 2 })
    expect(c.state).toMatchObject({ decision: 'agreed', rejection: null, money: 'due', recovery: 'admitted' })
  })

  it('one pending decision makes another fall, and can be taken back itself', () => {
    const settled = act(withSupplier, LEADER, { type: 'settle' })
    const offered = act(settled, SUPPLIER, reasonable(settled.state, 'offer'), { ...after(settled, SOON), seen: 2 })
    expect(view(offered, LEADER, lastAt(offered)).stage).toBe('waitingSupplier')
    expect(act(offered, SUPPLIER, { type: 'undo' }, after(offered, SOON)).state).toStrictEqual(withSupplier.state)
  })

  it('a moment later it is in effect, and stops whoever has not seen it', () => {
    const { settled } = examples()
    expect(ask(settled, RESIDENT, { type: 'withdraw', words: '' }, { ...after(settled, UNDO_WINDOW), seen: 1 })).toMatchObject({ refusal: { code: 'CASE_CHANGED' } })
  })

  it('a screen opened while it was pending does not know of it', () => {
    const { offered } = examples()
    const { version } = view(offered, RESIDENT, lastAt(offered) + SOON)
    expect(ask(offered, RESIDENT, { type: 'withdraw', words: '' }, { ...after(offered, UNDO_WINDOW), seen: version })).toMatchObject({ refusal: { code: 'CASE_CHANGED' } })
  })
})

it('a finished case keeps its line until that is in effect: taking it back must find it free', () => {
  const { noted } = examples()
  expect(openKeyOf(noted.state, lastAt(noted) + SOON)).toBe(openKeyOf(filedCase().state, 0))
  expect(openKeyOf(noted.state, lastAt(noted) + UNDO_WINDOW)).toMatch(/^done:/)
})

it('what was stored before there was anything to take back counts at once', () => {
  const old = examples().paid.events.map(event => { const stored = { ...event }; if ('effectiveAt' in stored) delete stored.effectiveAt; return stored })
  const settled = replay(old.slice(0, 2))
  expect(effectiveAtOf(old[1] as CaseEvent)).toBe(old[1]?.at)
  for (const party of TOLD) expect(view(settled, actorOf(party), lastAt(settled))).toMatchObject({ stage: 'refunding', takesEffect: null })
  expect(settled.state.moneySince).toBe(lastAt(settled))
  expect(code(settled, LEADER, 'undo', after(settled, 1))).toBe('WRONG_STATE')
  expect(code(settled, LEADER, 'payRefund', after(settled, 1))).toBe('accepted')
  // A stored projection of that time has no such field at all.
  const { pending: _none, ...projection } = settled.state
  expect(act({ ...settled, state: projection }, LEADER, reasonable(projection, 'payRefund')).state.money).toBe('paid')
})

describe('in whatever people try', () => {
  it('a decision that is not in effect is no part of what anybody else is answered, whatever is asked', () => {
    fc.assert(fc.property(someHistory, fc.constantFrom(...PARTIES), fc.nat(2 * UNDO_WINDOW), ({ end }, party, ms) => {
      const now = lastAt(end) + ms
      const pending = pendingAt(end.state, now)
      if (!pending || pending.by.party === party) return
      // One that fell by this one would be in effect by now without it: that is another story.
      const before = end.events.slice(0, -1)
      if (pendingAt(replay(before).state, now)) return
      if (before.some((_event, seq) => inEffect(before, seq, now) && !inEffect(end.events, seq, now))) return
      // But for the number: it also counts an earlier decision that fell by this one.
      const unnumbered = (c: Case) => everythingOf(c, party, now).map(part => (typeof part === 'object' && 'version' in part ? { ...part, version: 0 } : part))
      expect(unnumbered(end)).toEqual(unnumbered(replay(before)))
    }), { numRuns: 300 })
  })

  it('a case is what it would be had those decisions never been given that did not take effect', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const counted = end.events.filter((event, seq) => event.type !== 'DecisionUndone' && inEffect(end.events, seq, LATER))
      const without = replay(counted)
      // But for what was pending once and has been in effect for long.
      const over = (c: Case) => ({ ...c.state, pending: pendingAt(c.state, LATER) })
      expect(over(without)).toStrictEqual(over(end))
      for (const party of TOLD) {
        // Theirs alone are the lines about what they took back themselves.
        const others = (c: Case) => storyFor(c.state, c.events, party, LATER).filter(line => !line.says.endsWith('（没有生效）') && !line.says.includes('撤回了'))
        expect(others(end)).toEqual(others(without))
      }
    }), { numRuns: 300 })
  })

  it('a decision counts from the moment it says, unless something came before', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      for (const [seq, event] of end.events.entries()) {
        const next = end.events[seq + 1]
        const fell = next !== undefined && next.at < effectiveAtOf(event) && effectiveAtOf(event) > event.at
        expect(inEffect(end.events, seq, LATER)).toBe(!fell)
        if (next === undefined && effectiveAtOf(event) > event.at) expect(inEffect(end.events, seq, effectiveAtOf(event) - 1)).toBe(false)
      }
    }), { numRuns: 150 })
  })

  it('only the newest event is ever undone, within its time, by who gave it', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      for (const [seq, event] of end.events.entries()) {
        if (event.type !== 'DecisionUndone') continue
        const undone = end.events[event.of]
        expect([event.of, undone?.by]).toEqual([seq - 1, event.by])
        expect(event.at).toBeLessThan(undone ? effectiveAtOf(undone) : 0)
      }
    }), { numRuns: 150 })
  })
})

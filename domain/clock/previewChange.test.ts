import fc from 'fast-check'
import { act, FILED_AT, filedCase, HOUR, LEADER } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { changedClocks, clocksOf, type KeepsTime } from './communityClocks'
import { previewChange } from './previewChange'
import { USUAL_HOURS } from './serviceHours'
import { CHANGEABLE } from './changeable'
import { CLOCK_NAMES, type Allowance, type ClockRule } from './rules'
import { promisesOf } from './standing'

const always = (hours: number): Allowance => ({ within: hours * HOUR, of: 'always' })
const community: KeepsTime = { serviceHours: USUAL_HOURS }
const after = (rules: ClockRule[], now: number, of: KeepsTime = community) => ({ policies: changedClocks(of, { rules }, now) })
const preview = (c: Parameters<typeof previewChange>[0], rules: ClockRule[], now: number) => previewChange(c, clocksOf(community), after(rules, now), now)
const open = filedCase()
const review = (hours: number): ClockRule => ({ clock: 'review', allows: always(hours) })

it('a review in twelve hours: earlier, by how much, and nothing else', () => {
  expect(preview([open], [review(12)], FILED_AT + HOUR)).toEqual({
    looked: 1, touched: 1, earlier: 1, atOnce: 0, later: 0, unknown: 0, toDesk: 0,
    // It was filed on a Saturday at 10:20; half a day later nobody answers, so it is kept before ten.
    most: [{ caseId: open.state.id, clock: 'review', party: 'leader', from: FILED_AT, was: FILED_AT + 24 * HOUR, will: FILED_AT + 11 * HOUR + 40 * 60_000 }],
  })
})

it('shorter than what went by already: due at once, never before the change', () => {
  const now = FILED_AT + 3 * HOUR
  expect(preview([open], [review(2)], now)).toMatchObject({ earlier: 0, atOnce: 1, later: 0, most: [{ will: now }] })
})

it('longer: later; what is due already does not move, and what is over neither', () => {
  expect(preview([open], [{ clock: 'review', allows: always(48), escalateAfter: always(48) }], FILED_AT + HOUR)).toMatchObject({ later: 1, earlier: 0, touched: 1 })
  expect(preview([open], [{ clock: 'review', allows: always(48), escalateAfter: always(48) }], FILED_AT + 25 * HOUR)).toMatchObject({ later: 0, earlier: 0, atOnce: 0, touched: 0, most: [] })
  const settled = act(open, LEADER, { type: 'settle' }, { at: FILED_AT + HOUR })
  expect(preview([settled], [review(2)], FILED_AT + 2 * HOUR)).toMatchObject({ touched: 0 })
})

it('other hours move what is counted by them, as other times do', () => {
  const now = FILED_AT + HOUR
  const week = USUAL_HOURS.map((day, i) => (i === 6 ? [{ from: 9 * 60, to: 10 * 60 }] : day)) as typeof USUAL_HOURS
  const hours = { policies: changedClocks(community, { open: { week } }, now) }
  // It was filed on a Saturday at 10:20; on Sunday nobody answers at that time any more.
  const said = previewChange([open], clocksOf(community), hours, now)
  const moved = { was: FILED_AT + 24 * HOUR, will: FILED_AT + 23 * HOUR + 40 * 60_000 }
  expect(said).toMatchObject({ looked: 1, touched: 1, earlier: 2, later: 0, most: [{ clock: 'review', ...moved }, { clock: 'update', ...moved }] })
  expect(promisesOf(open, hours, now).find(d => d.clock === 'review')?.dueAt).toBe(said.most[0]?.will)
})

it('the same as before moves nothing', () => {
  expect(preview([open], [], FILED_AT + HOUR)).toMatchObject({ touched: 0, earlier: 0, atOnce: 0, later: 0, most: [] })
})

it('where the desk would take over at once, it says so', () => {
  const served = { ...open, state: { ...open.state, desk: true } }
  const alone = { ...open, state: { ...open.state, desk: false } }
  const rules: ClockRule[] = [{ clock: 'review', allows: always(2), escalateAfter: always(2) }]
  expect([preview([served], rules, FILED_AT + 3 * HOUR).toDesk, preview([served], rules, FILED_AT + HOUR).toDesk, preview([alone], rules, FILED_AT + 3 * HOUR).toDesk]).toEqual([1, 0, 0])
})

const someRules = fc.array(fc.tuple(fc.constantFrom(...CLOCK_NAMES.filter(c => typeof CHANGEABLE[c] !== 'string')), fc.integer({ min: 1, max: 100 })).map(([clock, hours]): ClockRule => ({ clock, allows: always(hours) })), { maxLength: 5 })

it('what is saved then does exactly that; what was over, or due before, stays as it was, whatever happened and whatever is changed', () => {
  let moved = 0
  fc.assert(fc.property(someHistory, someRules, someRules, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), ({ end: c }, first, second, early, more) => {
    const last = c.events.at(-1)?.at ?? FILED_AT
    const changed: KeepsTime = { ...community, clocks: changedClocks(community, { rules: first }, FILED_AT + early * HOUR) }
    const now = Math.max(last, FILED_AT + early * HOUR) + more * HOUR + 1
    const [before, then] = [clocksOf(changed), after(second, now, changed)]
    const said = previewChange([c], before, then, now)
    const [was, is] = [promisesOf(c, before, now), promisesOf(c, then, now)]
    expect(is.map(d => [d.clock, d.from, d.endedAt])).toEqual(was.map(d => [d.clock, d.from, d.endedAt]))
    const movedNow = is.flatMap((d, i) => (d.dueAt !== was[i]?.dueAt ? [{ d, was: was[i]?.dueAt ?? 0 }] : []))
    expect(said.earlier + said.atOnce + said.later).toBe(movedNow.length)
    expect(said.later).toBe(movedNow.filter(m => (m.d.dueAt ?? 0) > m.was).length)
    for (const m of movedNow) {
      expect([m.d.endedAt, m.was > now, (m.d.dueAt ?? 0) >= now]).toEqual([null, true, true])
      moved += 1
    }
    for (const m of said.most) expect(is.find(d => d.clock === m.clock && d.from === m.from)?.dueAt).toBe(m.will)
    // What ended with the offer itself may stand in a newer version; when it was due does not change with it.
    for (const [i, d] of was.entries()) if (d.endedAt !== null || (d.dueAt !== null && d.dueAt <= now)) expect(is[i]).toEqual({ ...d, version: d.endedAt === null ? is[i]?.version : d.version })
  }), { numRuns: 250 })
  expect(moved).toBeGreaterThan(20)
})

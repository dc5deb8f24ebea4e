import fc from 'fast-check'
import type { Case } from '../case/case'
import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { examples, FILED_AT, HOUR, known, lastAt, LEADER } from '../case/exampleCase'
import { agendaOf, type ClockAct } from './agenda'
import { CLOCK, clockEvent } from './byClock'
import { deadlinesOf } from './deadlines'
import type { Clocks } from './due'
import type { ClockRule } from './rules'
import { USUAL_HOURS, type ServiceHours } from './serviceHours'
import { shanghai, shanghaiMidnight } from './shanghai'
import { promisesOf } from './standing'

const MINUTE = HOUR / 60
const { evidenceAsked, offered, review } = examples()
const clocks = (rules: readonly ClockRule[], more: { from?: number; week?: ServiceHours } = {}): Clocks => ({
  policies: [{ version: 0, from: 0, rules: [], open: { week: more.week ?? USUAL_HOURS } }, ...(rules.length > 0 ? [{ version: 1, from: more.from ?? 1, rules, open: { week: more.week ?? USUAL_HOURS } }] : [])],
})
const hours = (n: number) => ({ within: n * HOUR, of: 'always' as const })
const done = (c: Case, act: ClockAct, now: number): Case => {
  const event: CaseEvent | null = clockEvent(act, now)
  if (!event) throw new Error(`${act.does} leaves no event`)
  return replay([...c.events, event])
}
const next = (c: Case, by: Clocks, now: number) => agendaOf(c, by, now)[0]

describe('a change of policy', () => {
  const asked = known(evidenceAsked)
  const told = lastAt(asked)
  const first = next(asked, clocks([]), told)
  if (!first) throw new Error('nothing to do')
  const reminded = done(asked, first, first.at)

  it('gives a reminder for the new end, though one was given for the old one', () => {
    const longer = clocks([{ clock: 'evidence', allows: hours(144), remindBefore: [24 * HOUR] }], { from: first.at + HOUR })
    expect(next(reminded, longer, first.at + 2 * HOUR)).toMatchObject({ does: 'remind', nth: 1, at: expect.any(Number) })
    expect(next(reminded, longer, first.at + 2 * HOUR)?.at).toBeGreaterThan(told + 100 * HOUR)
  })

  it('gives none that was to come before the last', () => {
    const more = clocks([{ clock: 'evidence', allows: hours(48), remindBefore: [36 * HOUR, 24 * HOUR, 4 * HOUR] }], { from: first.at + HOUR })
    expect(agendaOf(reminded, more, first.at + 2 * HOUR).filter(a => a.does === 'remind')).toHaveLength(1)
  })

  it('never takes time from a resident who was told how much there is', () => {
    const shorter = clocks([{ clock: 'evidence', allows: hours(24), remindBefore: [4 * HOUR] }], { from: told + HOUR })
    const dueUnder = (by: Clocks) => promisesOf(asked, by, told + 2 * HOUR).find(p => p.clock === 'evidence' && p.endedAt === null)?.dueAt
    expect(dueUnder(shorter)).toBe(dueUnder(clocks([])))
  })
})

it('a case that is complex is so in lists and in its promises', () => {
  const complex = clocks([{ clock: 'offer', priority: 'complex', allows: hours(30) }])
  const c = known(offered)
  const inLists = deadlinesOf({ ...c.state, clocks: complex }).find(d => d.clock === 'offer')?.dueAt
  expect(inLists).toBeDefined()
  expect(promisesOf(c, complex, lastAt(c)).find(p => p.clock === 'offer')?.dueAt).toBe(inLists)
})

it('nobody is nudged while nobody answers, however many times it was', () => {
  const workdays = clocks([], { week: USUAL_HOURS.map((day, i) => (i < 5 ? day : [])) as ServiceHours })
  let c = review
  for (let n = 0; n < 40; n++) {
    const nudge = agendaOf(c, workdays, lastAt(c)).find(a => a.does === 'nudge' && a.clock === 'respond')
    if (!nudge) throw new Error(`no nudge after ${n}`)
    const at = shanghai(nudge.at)
    expect([at.day() % 6 === 0, at.hour() >= 8 && at.hour() <= 22]).toEqual([false, true])
    c = done(c, nudge, nudge.at)
  }
})

it('what was missed in the night comes in the morning, once', () => {
  const night = shanghaiMidnight(FILED_AT) + 27 * HOUR
  const [nudge, ...others] = agendaOf(review, clocks([]), night).filter(a => a.does === 'nudge' && a.clock === 'respond')
  expect([shanghai(nudge?.at ?? 0).hour(), others]).toEqual([8, []])
})

it('hours that a promise can never be kept in are unknown, and stop nothing', () => {
  const never = clocks([{ clock: 'resolve', allows: { within: 5000 * HOUR, of: 'serviceHours' } }], { week: [[{ from: 600, to: 660 }], [], [], [], [], [], []] })
  expect(promisesOf(review, never, FILED_AT).find(p => p.clock === 'resolve')).toMatchObject({ standing: 'unknown', dueAt: null })
  expect(agendaOf(review, never, FILED_AT).some(a => a.does === 'nudge')).toBe(true)
})

describe('a case of the night, with a desk', () => {
  const night = shanghaiMidnight(FILED_AT) + 23 * HOUR
  const filedAtNight = (more: object): Case => replay(review.events.map(e => (e.type === 'Filed' ? { ...e, at: night, desk: true, ...more } : e)))
  const taken = (c: Case) => agendaOf(c, clocks([]), night).find(a => a.does === 'escalate' && a.clock === 'respond')?.at
  it('is not taken from the leader before its first word is due, nor in the first minutes of the morning', () => {
    const courier = filedAtNight({ class: 'logistics', reason: 'lost' })
    expect(promisesOf(courier, clocks([]), night).find(p => p.clock === 'respond')?.dueAt).toBe(night + 9 * HOUR + 300_000)
    expect(taken(courier)).toBe(night + 10 * HOUR)
  })

  it('a danger goes to the desk as soon as its word is late', () => {
    expect(taken(filedAtNight({ class: 'hazard', reason: 'unwell' }))).toBe(night + 9 * HOUR + 300_000)
  })
})

describe('silence that says yes', () => {
  const { settled } = examples()
  const says = (yes: boolean): Case => replay(settled.events.map(e => (e.type === 'Filed' ? { ...e, desk: true, ...(yes ? { silenceAdmits: true as const } : {}) } : e)))
  const ofRecovery = (c: Case, at: number) => agendaOf(c, clocks([]), at).filter(a => a.clock === 'recovery')

  it('nobody is told that nobody answered, and whoever is silent hears of it in the evening before', () => {
    const yes = says(true)
    // Once it can no longer be taken back.
    const at = lastAt(yes) + HOUR
    const dueAt = promisesOf(yes, clocks([]), at).find(p => p.clock === 'recovery')?.dueAt ?? 0
    const [said, ...others] = ofRecovery(yes, at)
    expect([said?.does, others]).toEqual(['remind', []])
    expect(dueAt - (said?.at ?? 0)).toBeGreaterThanOrEqual(12 * HOUR)
    if (!said) throw new Error('nothing is said')
    expect(ofRecovery(done(yes, said, said.at), said.at)).toMatchObject([{ does: 'admit', at: dueAt }])
    expect(ofRecovery(says(false), at).map(a => a.does)).toEqual(['escalate'])
  })
})

it('what the leader gave their word for is not taken over before its time is over', () => {
  const deskReview: Case = replay(review.events.map(e => (e.type === 'Filed' ? { ...e, desk: true } : e)))
  const at = lastAt(deskReview) + HOUR
  for (const hoursLong of [3, 30]) {
    const until = at + hoursLong * HOUR
    const promised = replay([...deskReview.events, { type: 'Promised', v: 1, at, by: LEADER, command: 'word', until }])
    const [taken] = agendaOf(promised, clocks([]), at).filter(a => a.does === 'escalate' && a.clock === 'review')
    expect(taken).toMatchObject({ takes: true })
    expect(taken?.at).toBeGreaterThanOrEqual(until)
    if (hoursLong > 24) expect(taken?.at).toBe(until)
    else expect(taken?.at).toBeGreaterThan(until)
  }
})

describe('what was late when the desk took it', () => {
  const late = clocks([{ clock: 'respond', allows: { within: 5 * MINUTE, of: 'serviceHours' }, nudgeEvery: 30 * MINUTE, escalateAfter: { within: HOUR, of: 'always' } }])
  const nudges = (c: Case, now: number) => agendaOf(c, late, now).filter(a => a.does === 'nudge' && a.clock === 'respond').map(a => a.at - FILED_AT)
  const nudgedAt = (c: Case, minutes: number) => {
    const act = agendaOf(c, late, FILED_AT + minutes * MINUTE).find(a => a.does === 'nudge')
    if (!act) throw new Error('nobody is nudged')
    return done(c, act, FILED_AT + minutes * MINUTE)
  }
  const takenAt = (c: Case, minutes: number): Case => replay([...c.events, { v: 1, at: FILED_AT + minutes * MINUTE, by: CLOCK, command: 'clock:taken', type: 'Escalated', clock: 'respond', since: FILED_AT, takes: true }])

  it('it hears of in the message that gives it to them, and again half an hour after that', () => {
    expect(nudges(review, FILED_AT)).toEqual([5 * MINUTE])
    const chased = nudgedAt(nudgedAt(review, 5), 35)
    expect(nudges(chased, FILED_AT + 60 * MINUTE)).toEqual([65 * MINUTE])
    expect(nudges(takenAt(chased, 60), FILED_AT + 60 * MINUTE)).toEqual([90 * MINUTE])
    // Nobody had been nudged before.
    expect(nudges(takenAt(review, 60), FILED_AT + 60 * MINUTE)).toEqual([90 * MINUTE])
    expect(nudges(nudgedAt(takenAt(review, 60), 90), FILED_AT + 91 * MINUTE)).toEqual([120 * MINUTE])
  })

  it('what came to it in time is nudged when it is due', () => {
    expect(nudges(takenAt(review, 4), FILED_AT + 4 * MINUTE)).toEqual([5 * MINUTE])
  })
})

describe('before a wait for the resident ends by itself', () => {
  const weekdays = USUAL_HOURS.map((day, i) => (i < 5 ? day : [])) as ServiceHours
  const later = (by: number): Case => replay(known(evidenceAsked).events.map(e => ({ ...e, at: e.at + by })))
  const remindersOf = (c: Case, by: Clocks) => agendaOf(c, by, lastAt(c)).filter(a => a.does === 'remind' && a.clock === 'evidence').map(a => a.at)
  const dueOf = (c: Case, by: Clocks) => promisesOf(c, by, lastAt(c)).find(p => p.clock === 'evidence' && p.endedAt === null)?.dueAt ?? 0

  it('they are reminded at least once after they were told, by day, and in time: whenever that was, over weekends and days of rest', () => {
    fc.assert(fc.property(fc.integer({ min: -250 * 24 * 60, max: 30 * 24 * 60 }), fc.constantFrom(USUAL_HOURS, weekdays, USUAL_HOURS.map((day, i) => (i < 6 ? [] : day)) as ServiceHours), fc.boolean(), (minutes, week, rests) => {
      const c = later(minutes * 60_000)
      const by: Clocks = { policies: [{ version: 0, from: 0, rules: [], open: { week, ...(rests ? { holiday: [] } : {}) } }] }
      const reminded = remindersOf(c, by)
      expect(reminded.length).toBeGreaterThan(0)
      for (const at of reminded) {
        expect([at > lastAt(c), at <= dueOf(c, by) - HOUR, shanghai(at).hour() >= 8 && at - shanghaiMidnight(at) <= 21 * HOUR]).toEqual([true, true, true])
      }
    }))
  })

  it('asked on a Friday evening, with nobody there at the weekend, they are reminded on Sunday', () => {
    const friday = shanghaiMidnight(FILED_AT) + (6 - (shanghai(FILED_AT).day() + 1) % 7) * 24 * HOUR
    expect(shanghai(friday).day()).toBe(5)
    const c = later(friday + 21.5 * HOUR - lastAt(known(evidenceAsked)))
    const by = clocks([], { week: weekdays })
    expect(shanghai(dueOf(c, by)).format('dddd HH:mm')).toBe('Monday 08:00')
    expect(remindersOf(c, by).map(at => shanghai(at).format('dddd HH:mm'))).toEqual(['Sunday 08:00', 'Sunday 21:00'])
  })
})

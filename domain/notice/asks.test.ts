import fc from 'fast-check'
import type { Case } from '../case/case'
import { replay } from '../case/evolve'
import { act, filedCase, FILED_AT, HOUR, lastAt, LEADER, OPERATOR, RESIDENT, SYSTEM } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { effectiveAtOf } from '../case/effect'
import { dueFor } from '../clock/deadlines'
import type { ClockName } from '../clock/rules'
import type { ServiceHours } from '../clock/serviceHours'
import { askedUntil, bodyAbove, bodyUntil, takesHistory, type Stands } from './asks'
import { owedFor, untilNow } from './owed'

/** What the newest event of a case asks of the leader. */
function asked(c: ReturnType<typeof filedCase>) {
  const event = c.events.at(-1)
  const asks = event && owedFor(c, event).find(o => o.to === 'leader')?.asks
  if (!asks) throw new Error('the leader is asked for nothing')
  return asks
}

it('the body kept apart with the time put back is the body, whatever happened', () => {
  let looked = 0
  fc.assert(fc.property(someHistory, ({ end }) => {
    for (const [seq, event] of end.events.entries()) {
      const c = replay(end.events.slice(0, seq + 1))
      for (const { body, asks, to } of owedFor(c, event)) {
        if (!asks) {
          expect(body).not.toMatch(/请在.+前(处理|先回一声)/u)
          continue
        }
        looked += 1
        expect(asks.body).not.toMatch(/请在.+前|已经晚了|请马上看|说好的时间已经过了/u)
        // What a reminder to a neighbour says of silence comes after the time.
        if (event.type === 'Reminded') continue
        const at = effectiveAtOf(event)
        expect(bodyUntil(asks, untilNow({ ...c, state: { ...c.state, toTell: null, told: [{ upTo: at, at }] } }, event, to, at), at)).toBe(body)
      }
    }
  }), { numRuns: 150 })
  expect(looked).toBeGreaterThan(100)
})

it('what is asked is said with its time as it is, and with none while nobody waits for it', () => {
  const filed = filedCase()
  const asks = asked(filed)
  const at = lastAt(filed)
  const until = (c: typeof filed, as: 'leader' | 'operator' = 'leader') => askedUntil(asks, { as }, c, at + 3 * HOUR).due?.dueAt ?? null
  expect(until(filed)).toBe(dueFor(filed.state, 'leader')?.dueAt)
  // The neighbour is waited for: then for the leader, who has until later.
  const paused = act(filed, LEADER, { type: 'askEvidence', missing: ['whole'], words: '' })
  expect(until(paused)).toBeNull()
  const promised = replay([...filed.events, { v: 1, at: at + HOUR, by: LEADER, command: 'p', type: 'Promised', until: at + 30 * HOUR }])
  expect(until({ ...filed, ...promised })).toBe(at + 30 * HOUR)
  // Handed over, it is another's; decided, nobody's.
  expect(until(act(filed, OPERATOR, { type: 'reassign', to: 'operator', words: '由我们来' }))).toBeNull()
  expect(until(act(filed, LEADER, { type: 'settle' }))).toBeNull()
  expect(until(act(filed, RESIDENT, { type: 'withdraw', words: '' }))).toBeNull()
})

it('a resident who reads that something is asked of them has their time from then on', () => {
  const c = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['whole'], words: '' })
  const untold = { ...c.state, toTell: lastAt(c), told: [] }
  const asks = { clock: 'evidence' as const }
  const now = lastAt(c) + 10 * HOUR
  expect(askedUntil(asks, { as: 'resident' }, { state: untold }, now).due?.dueAt).toBe(dueFor({ ...untold, toTell: null, told: [{ upTo: now, at: now }] }, 'resident')?.dueAt)
  // Known since earlier, they have no more for looking again.
  const told = { ...untold, toTell: null, told: [{ upTo: lastAt(c), at: lastAt(c) + HOUR }] }
  expect(askedUntil(asks, { as: 'resident' }, { state: told }, now).due?.dueAt).toBe(dueFor(told, 'resident')?.dueAt)
})

it('what a neighbour typed ends its own sentence', () => {
  const until = (clock: ClockName, dueAt: number, atOnce = false) => ({ due: { clock, dueAt }, atOnce })
  const ten = Date.UTC(2026, 10, 14, 2)
  expect(bodyUntil({ body: '草莓。快点！' }, until('review', Date.UTC(2026, 10, 14, 13)), ten)).toBe('草莓。快点！请在今晚9点前处理')
  expect(bodyUntil({ body: '草莓' }, until('review', ten - 2 * HOUR), ten)).toBe('草莓，已经晚了 2 小时，请尽快处理')
  expect(bodyUntil({ body: '草莓' }, until('respond', ten - 5 * 60_000), ten)).toBe('草莓，已经晚了 5 分钟，请先回一声')
  expect(bodyUntil({ body: '草莓' }, until('offer', ten - 2 * HOUR), ten)).toBe('草莓，说好的时间已经过了，请尽快处理')
  expect(bodyUntil({ body: '草莓。快点！' }, { due: null, atOnce: true }, ten)).toBe('草莓。快点！请马上看')
  expect(bodyUntil({ body: '草莓' }, until('respond', ten - 5 * 60_000, true), ten)).toBe('草莓，已经晚了 5 分钟，请马上看')
  expect(bodyUntil({ body: '草莓' }, { due: null, atOnce: false }, ten)).toBe('草莓')
})

describe('a word that is due before the decision', () => {
  const filed = filedCase()
  const asks = asked(filed)
  const [at, due] = [lastAt(filed), dueFor(filed.state, 'leader')?.dueAt ?? NaN]
  const word = { word: 'respond' as const, wordDueAt: at + 5 * 60_000 }
  const seen = (c: Stands, kind: 'toHandle' | 'reminder' = 'toHandle', as: 'leader' | 'supplier' = 'leader') => askedUntil(asks, { as, kind }, c, at + 60_000).due

  it('is what a to-do names, and above the time stands that it is one; then the decision', () => {
    expect(asks).toMatchObject({ clock: 'review', body: expect.not.stringMatching(/请/u) as string })
    expect(seen({ ...filed, ...word })).toEqual({ clock: 'respond', dueAt: word.wordDueAt })
    expect(seen({ ...filed, word: null, wordDueAt: null })).toMatchObject({ clock: 'review', dueAt: due })
    // Stored before there was such a thing.
    expect(seen(filed)).toMatchObject({ clock: 'review', dueAt: due })
    expect(bodyAbove(asks, { due: { clock: 'respond', dueAt: 1 }, atOnce: false })).toBe(`${asks.body}，请先回一声`)
    expect(bodyAbove(asks, { due: { clock: 'review', dueAt: 1 }, atOnce: false })).toBe(asks.body)
  })

  it('is not what a reminder of something else is about, nor that the neighbour is to be told', () => {
    expect(seen({ ...filed, ...word }, 'reminder')).toMatchObject({ clock: 'review' })
    expect(seen({ ...filed, ...word, word: 'tell' })).toMatchObject({ clock: 'review' })
  })
})

describe('a reminder is about its own promise', () => {
  const answered = act(filedCase(), LEADER, { type: 'note', words: '看到了', internal: false })
  const reminder = (clock: 'resolve' | 'update' | 'respond', c = answered, late = false): Case => replay([...c.events, { v: 1, at: lastAt(c) + 30 * 60_000, by: SYSTEM, command: `clock:${clock}`, type: 'Reminded', clock, since: FILED_AT, nth: 0, party: late ? 'operator' : 'leader', late }])
  const said = (c: Case) => owedFor(c, c.events.at(-1)!).map(o => [o.title, o.body.replace(/^【.+】顺丰冷链/u, ''), o.data['time3'], o.asks?.clock])

  it.each([
    ['resolve', ['快到说好办完的时间了', '，请在今天中午12点20分前办完', '2026-11-14 12:20', 'resolve']],
    ['update', ['该给邻居回个话了', '，请在明天上午11点20分前给邻居回个话', '2026-11-15 11:20', 'update']],
  ] as const)('%s, though the decision is due at another time', (clock, words) => {
    expect(said(reminder(clock))).toEqual([words])
  })

  it('and says that it is late where it is', () => {
    const danger = filedCase({ reason: 'hazard', claim: { measure: 'none' } })
    expect(said(reminder('respond', danger, true))).toEqual([['有人等您回应', '，已经晚了 25 分钟，请马上看', '2026-11-14 10:25', 'respond']])
  })

  it('in the inbox by the history, and by nothing once somebody else has it', () => {
    const c = reminder('resolve')
    const asks = owedFor(c, c.events.at(-1)!)[0]?.asks
    if (!asks) throw new Error('nothing is asked')
    const now = lastAt(c) + 60_000
    const seen = (one: Case) => askedUntil(asks, { as: 'leader', kind: 'reminder' }, one, now).due
    expect(takesHistory({ asks, kind: 'reminder' })).toBe(true)
    expect(seen(c)).toMatchObject({ clock: 'resolve', dueAt: FILED_AT + 2 * HOUR })
    expect(seen(act(c, LEADER, { type: 'forward', words: '' }))).toBeNull()
  })
})

describe('a danger', () => {
  const closed = { policies: [{ version: 1, from: 0, rules: [], open: { week: [[], [], [], [{ from: 480, to: 1320 }], [], [], []] as ServiceHours } }] }
  const danger = filedCase({ reason: 'hazard', claim: { measure: 'none' } })
  const bodies = (c: Case) => owedFor(c, c.events[0]!).filter(o => o.to === 'operator').map(o => [o.body, o.data['time3']])

  it('is to be looked at now, whatever the clock says, and WeChat is given a time that is no matter of days', () => {
    expect(bodies(danger)).toEqual([[expect.stringMatching(/，请马上看$/u), '2026-11-14 10:25']])
    // Saturday: nobody answers before Thursday.
    const later = { ...danger, state: { ...danger.state, clocks: closed } }
    expect(dueFor(later.state, 'operator')?.dueAt).toBeGreaterThan(FILED_AT + 100 * HOUR)
    expect(bodies(later)).toEqual([[expect.stringMatching(/，请马上看$/u), '2026-11-14 10:20']])
    expect(owedFor(later, later.events[0]!).some(o => o.body.includes('请在'))).toBe(false)
    const asks = owedFor(later, later.events[0]!).find(o => o.to === 'operator')?.asks
    if (!asks) throw new Error('nothing is asked')
    expect(askedUntil(asks, { as: 'operator', kind: 'toHandle' }, later, FILED_AT)).toEqual({ due: null, atOnce: true })
    expect(bodyAbove(asks, { due: null, atOnce: true })).toMatch(/，请马上看$/u)
    // Done, nobody is asked to look.
    const done = act(danger, OPERATOR, { type: 'settle' })
    expect(askedUntil(asks, { as: 'operator', kind: 'toHandle' }, done, lastAt(done))).toEqual({ due: null, atOnce: false })
  })
})

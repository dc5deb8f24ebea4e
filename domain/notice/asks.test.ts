import fc from 'fast-check'
import { evolve, replay } from '../case/evolve'
import { act, filedCase, HOUR, lastAt, LEADER, OPERATOR, RESIDENT } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { effectiveAtOf } from '../case/effect'
import { dueFor } from '../clock/deadlines'
import { askedUntil, bodyUntil } from './asks'
import { owedFor } from './owed'

/** What the newest event of a case asks of the leader. */
function asked(c: ReturnType<typeof filedCase>) {
  const event = c.events.at(-1)
  const asks = event && owedFor(c.state, event).find(o => o.to === 'leader')?.asks
  if (!asks) throw new Error('the leader is asked for nothing')
  return asks
}

it('the body kept apart with the time put back is the body, whatever happened', () => {
  let looked = 0
  fc.assert(fc.property(someHistory, ({ end }) => {
    let state = null
    for (const event of end.events) {
      state = evolve(state, event)
      for (const { body, asks, to } of owedFor(state, event)) {
        if (!asks) {
          expect(body).not.toMatch(/请在.+前处理/u)
          continue
        }
        looked += 1
        expect(asks.body).not.toMatch(/请在.+前处理|说好的时间已经过了/u)
        // What a reminder to a neighbour says of silence comes after the time.
        if (event.type === 'Reminded') continue
        const at = effectiveAtOf(event)
        expect(bodyUntil(asks, dueFor({ ...state, toTell: null, told: [{ upTo: at, at }] }, to)?.dueAt ?? null, at)).toBe(body)
      }
    }
  }), { numRuns: 150 })
  expect(looked).toBeGreaterThan(100)
})

it('what is asked is said with its time as it is, and with none while nobody waits for it', () => {
  const filed = filedCase()
  const asks = asked(filed)
  const at = lastAt(filed)
  const until = (c: typeof filed, as: 'leader' | 'operator' = 'leader') => askedUntil(asks, as, c.state, at + 3 * HOUR)
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
  expect(askedUntil(asks, 'resident', untold, now)).toBe(dueFor({ ...untold, toTell: null, told: [{ upTo: now, at: now }] }, 'resident')?.dueAt)
  // Known since earlier, they have no more for looking again.
  const told = { ...untold, toTell: null, told: [{ upTo: lastAt(c), at: lastAt(c) + HOUR }] }
  expect(askedUntil(asks, 'resident', told, now)).toBe(dueFor(told, 'resident')?.dueAt)
})

it('what a neighbour typed ends its own sentence', () => {
  expect(bodyUntil({ body: '草莓。快点！' }, Date.UTC(2026, 10, 14, 13), Date.UTC(2026, 10, 14, 2))).toBe('草莓。快点！请在今晚9点前处理')
  expect(bodyUntil({ body: '草莓' }, 1, Date.UTC(2026, 10, 14, 2))).toBe('草莓，说好的时间已经过了，请尽快处理')
})

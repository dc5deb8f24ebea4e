import fc from 'fast-check'
import { agendaOf } from '../clock/agenda'
import { deadlinesOf, whyNoDue } from '../clock/deadlines'
import { promisesOf } from '../clock/standing'
import { FROM_TOLD } from '../clock/promisedNow'
import { allowedCommands } from './allowed'
import { appealUntil } from './appeal'
import type { Case } from './case'
import { canMoveUntil, canReopen } from './close'
import { act, after, examples, FILED_AT, filedCase, HOUR, lastAt, LATER, LEADER, notArrived, RESIDENT, SYSTEM, toldByCopy } from './exampleCase'
import { someHistory } from './exampleHistories'
import { cameToKnow, knownSince, wasNotTold } from './knows'

const MINUTE = 60_000
const clocks = { policies: [] }
const asked = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['clearer'], words: '看不清' }, { at: FILED_AT + HOUR })
const told = toldByCopy(asked)
const tell = (c: Case, hours: number) => act(c, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + hours * HOUR })
const promise = (c: Case, clock: string, hours: number) => promisesOf(c, clocks, FILED_AT + hours * HOUR).filter(p => p.clock === clock)
const opened = (c: Case, later: number) => {
  const event = cameToKnow(c.state, 'opened', lastAt(c) + later, lastAt(c) + later)
  return event ? after(c, { events: [event] }) : c
}
const isSaid = (c: Case, notice = 'notice-1') => wasNotTold(c.state, notice, lastAt(c) + HOUR) !== null

describe('a copy that told them, and did not arrive', () => {
  const untold = notArrived(told, 'notice-1', 3 * HOUR)

  it('told nobody: what waits for them stands still again from its beginning, and ends in nothing', () => {
    expect(deadlinesOf(told.state)).toMatchObject([{ clock: 'evidence', dueAt: FILED_AT + 50 * HOUR }])
    expect([untold.state.toTell, knownSince(untold.state, FILED_AT + HOUR)]).toEqual([FILED_AT + HOUR, null])
    expect([deadlinesOf(untold.state), whyNoDue(untold.state, 'resident')]).toEqual([[], 'notTold'])
    expect(promise(untold, 'evidence', 70)).toMatchObject([{ standing: 'paused', pausedBy: 'notTold', pauses: [{ from: FILED_AT + HOUR, to: null }] }])
    expect(agendaOf(untold, clocks, FILED_AT + 70 * HOUR).filter(a => a.does === 'lapse' || a.clock === 'evidence')).toEqual([])
    expect(allowedCommands(untold.state, SYSTEM, LATER)).toEqual([])
  })

  it('can be told by hand, and then their whole time runs', () => {
    expect([told, untold].map(c => allowedCommands(c.state, LEADER, LATER).includes('tell'))).toEqual([false, true])
    const again = tell(untold, 9)
    expect(deadlinesOf(again.state)).toMatchObject([{ clock: 'evidence', dueAt: FILED_AT + 57 * HOUR }])
    expect(promise(again, 'evidence', 30)).toMatchObject([{ standing: 'running', dueAt: FILED_AT + 57 * HOUR }])
  })

  it('gives whoever has to tell them the time for it from when that was known, and takes back nothing that was kept', () => {
    expect(promise(untold, 'tell', 6)).toMatchObject([{ standing: 'kept' }, { standing: 'running', from: FILED_AT + 5 * HOUR, dueAt: FILED_AT + 29 * HOUR }])
  })

  it('is said once, and of that copy alone', () => {
    expect([isSaid(told), isSaid(told, 'another'), isSaid(untold), isSaid(tell(untold, 9)), isSaid(asked)]).toEqual([true, false, false, false, false])
  })

  it('changes nothing for who opened the case, or did something, in between', () => {
    const looked = opened(told, MINUTE)
    expect(looked.events.at(-1)).toMatchObject({ type: 'Told', how: 'opened' })
    expect([isSaid(looked), opened(looked, MINUTE)]).toEqual([false, looked])
    expect(isSaid(act(told, RESIDENT, { type: 'addEvidence', photos: ['photo-3'], voices: [], words: '这张清楚' }))).toBe(false)
    // What they know of by having opened it runs as it did.
    expect(deadlinesOf(looked.state)).toEqual(deadlinesOf(told.state))
  })

  it('leaves what came since to be told, from when it came', () => {
    const news = act(told, LEADER, { type: 'note', words: '问过供货商了', internal: false }, { at: FILED_AT + 4 * HOUR })
    const neither = notArrived(news)
    expect([neither.state.toTell, knownSince(neither.state, FILED_AT + HOUR)]).toEqual([FILED_AT + 4 * HOUR, null])
    expect(promise(neither, 'tell', 5)).toMatchObject([{ standing: 'kept' }, { standing: 'running', from: FILED_AT + 4 * HOUR }])
  })

  it('is no copy that WeChat says arrived', () => {
    const event = cameToKnow(asked.state, 'wechat', LATER, FILED_AT + 2 * HOUR)
    if (!event) throw new Error('nothing to tell')
    expect(isSaid(after(asked, { events: [event] }), '')).toBe(false)
  })
})

describe('two copies', () => {
  const news = (c: Case) => act(c, LEADER, { type: 'note', words: '问过供货商了', internal: false }, { at: lastAt(c) + HOUR })
  const both = toldByCopy(news(told), 'notice-2')

  it('of which one did not arrive: they know by the other, from when that came', () => {
    const first = notArrived(both, 'notice-1')
    expect([first.state.toTell, knownSince(first.state, FILED_AT + HOUR)]).toEqual([null, FILED_AT + 4 * HOUR])
    expect(deadlinesOf(first.state)).toMatchObject([{ clock: 'evidence', dueAt: FILED_AT + 52 * HOUR }])
    expect(promise(first, 'evidence', 6)).toMatchObject([{ standing: 'running', dueAt: FILED_AT + 52 * HOUR }])
    const second = notArrived(both, 'notice-2')
    expect([second.state.toTell, knownSince(second.state, FILED_AT + HOUR)]).toEqual([FILED_AT + 3 * HOUR, FILED_AT + 2 * HOUR])
  })

  it('of which none arrived: the same in whatever order that is said', () => {
    const { updatedAt: _one, ...forth } = notArrived(notArrived(both, 'notice-1'), 'notice-2').state
    const { updatedAt: _other, ...back } = notArrived(notArrived(both, 'notice-2'), 'notice-1').state
    expect(forth).toEqual(back)
    expect([forth.toTell, forth.told]).toEqual([FILED_AT + 3 * HOUR, []])
  })
})

describe('an offer that ends', () => {
  const at = FILED_AT + HOUR
  const offered = act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, until: FILED_AT + 5 * HOUR }, { remedy: 'refund', refund: 200 }], words: '' }, { at })
  const ends = (c: Case) => c.state.offer?.options.map(o => (o.until === undefined ? null : Math.round((o.until - FILED_AT) / MINUTE) / 60))
  const late = toldByCopy(offered, 'notice-1', 9 * HOUR)

  it('ends as it did before, and begins anew when they are told', () => {
    expect([ends(late), ends(notArrived(late))]).toEqual([[14, null], [5, null]])
    expect(ends(tell(notArrived(late), 20))).toEqual([24, null])
  })

  it('begins anew from the copy that arrived', () => {
    const again = toldByCopy(act(late, LEADER, { type: 'note', words: '还在', internal: false }), 'notice-2')
    expect(ends(again)).toEqual([14, null])
    expect(ends(notArrived(again, 'notice-1'))).toEqual([16, null])
  })

  it('is not touched where it was made since', () => {
    const declined = act(late, LEADER, { type: 'decline', words: '', onBehalf: { channel: 'phone', words: '说太少', photos: [] } })
    const other = act(declined, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 400, until: FILED_AT + 40 * HOUR }], words: '' })
    const untold = notArrived(other)
    expect([untold.events.at(-1)?.type, ends(untold)]).toEqual(['NotTold', [40]])
  })
})

describe('what came of it meanwhile', () => {
  it('a wait that ended stays ended, is news, and can be taken up for as long as they do not know of it', () => {
    const lapsed = act(toldByCopy(asked), SYSTEM, { type: 'lapse' }, { at: FILED_AT + 51 * HOUR })
    const untold = notArrived(lapsed)
    expect([untold.state.decision, untold.state.toTell, knownSince(untold.state, FILED_AT + HOUR)]).toEqual(['lapsed', FILED_AT + 51 * HOUR, null])
    expect([canReopen(untold.state, LATER), canMoveUntil(untold.state)]).toEqual([true, null])
    expect(act(untold, RESIDENT, { type: 'reopen', words: '刚看到' }).state.decision).toBe('evidence')
  })

  it('a refusal can be appealed as if nobody had told them', () => {
    const refused = toldByCopy(examples().rejected)
    const now = lastAt(refused) + 30 * 24 * HOUR
    expect(appealUntil(refused.state, now)).toBeLessThan(now)
    expect(appealUntil(notArrived(refused).state, now)).toBeGreaterThan(now)
  })
})

describe('always', () => {
  it('told and not told is as before', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const copy = toldByCopy(end, 'the copy')
      const again = notArrived(copy, 'the copy')
      if (copy === end) return expect(again).toBe(end)
      expect(again.state).toEqual({ ...end.state, told: end.state.told ?? [], pending: null })
      const now = lastAt(again) + HOUR
      const waits = (c: Case) => promisesOf(c, clocks, now).filter(p => p.endedAt === null && FROM_TOLD.includes(p.clock))
      expect(waits(again)).toEqual(waits(end))
      // What ended stays as it ended.
      const over = (c: Case) => promisesOf(c, clocks, now).filter(p => p.endedAt !== null)
      expect(over(again)).toEqual(over(copy))
      expect(wasNotTold(again.state, 'the copy', now)).toBeNull()
    }), { numRuns: 300 })
  })

  it('whoever was told otherwise since is told', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const copy = opened(toldByCopy(end, 'the copy'), MINUTE)
      expect([wasNotTold(copy.state, 'the copy', LATER), copy.state.toTell ?? null]).toEqual([null, null])
    }), { numRuns: 100 })
  })
})

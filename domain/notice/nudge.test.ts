import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { filedCase, HOUR, lastAt, SYSTEM } from '../case/exampleCase'
import { nudge, nudgedBy, overtaken, recounted, type NudgedAs } from './nudge'
import { owedFor } from './owed'

const nudged = (danger: boolean) => {
  const filed = filedCase(danger ? { reason: 'hazard', claim: { measure: 'none' } } : {}, {})
  const event: CaseEvent = { v: 1, at: lastAt(filed) + HOUR, by: SYSTEM, command: 'clock:respond', type: 'Reminded', clock: 'respond', since: filed.state.filedAt, nth: 0, party: 'leader', late: true }
  const c = replay([...filed.events, event])
  return { together: nudgedBy(c.state, event), alone: owedFor(c, event).map(o => [o.to, o.kind, o.urgent]) }
}

it('what is late is said for all together; a danger by itself, and it breaks through', () => {
  expect(nudged(false)).toEqual({ together: 'leader', alone: [] })
  expect(nudged(true)).toEqual({ together: null, alone: [['leader', 'reminder', true]] })
})

const line = filedCase().state.line
const waits = (as: NudgedAs, personId: string, at: number) => ({ ...nudge(as, personId, line, { total: 3, communityId: null, places: [] }, at), readAt: null })

it('of nudges that waited for a person the newest in each role stands in for the others', () => {
  const others = [waits('leader', 'p', 4 * HOUR), waits('supplier', 'p', HOUR), waits('leader', 'q', HOUR)]
  const old = [waits('leader', 'p', HOUR), waits('leader', 'p', 3 * HOUR)]
  const oneCase = { _id: 'c:3:leader:p', at: 0 }
  for (const order of [[...old, ...others, oneCase], [oneCase, ...others, ...old].reverse(), [...others, ...old]]) expect(overtaken(order)).toEqual(new Set(old.map(n => n._id)))
})

it('one that waited says how many are late now, and goods of those, and keeps the rest', () => {
  const before = waits('leader', 'p', HOUR)
  const now = recounted(before, 12, '小番茄')
  expect(now).toEqual({ ...before, title: '有 12 件到时间了，等您处理', body: '小番茄 等。都处理完就不再提醒', data: { ...before.data, thing1: '有 12 件到时间了，等您处理', character_string2: '12', thing4: '小番茄' } })
  expect(recounted(before, 1, '小番茄').body).toBe('小番茄。都处理完就不再提醒')
  expect(recounted(before, 3, line.title)).toEqual(before)
})

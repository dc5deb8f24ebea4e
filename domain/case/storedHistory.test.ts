import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Party } from './case'
import type { CaseEventType } from './events'
import { replay } from './evolve'
import { LAST_EVENT } from './exampleCase'
import { seenOf, type StoredAt } from './exampleStored'

/**
 * Histories as they once stood in the database, with what the code of that day made of them. Never written anew: what was stored stays stored. A new kind
 * of event, or a new shape of one, adds a history at the end, as JSON, with what people see of it now.
 */
const stored = JSON.parse(readFileSync(path.join(__dirname, 'storedHistory.json'), 'utf8')) as StoredAt[]
const all = stored.flatMap(({ when, histories }) => histories.map(h => [`${h.name} (${when})`, h] as const))

it.each(all)('%s: people see today what they saw then', (_name, { events, seen: { deadlines: _then, ...seen } }) => {
  // Until when they had is no part of it: it is counted anew whenever a policy changes [spec: case].
  expect(seenOf(replay(events), Object.keys(seen.story) as Party[])).toEqual(seen)
})

it('every event that there is stands here as it is stored', () => {
  const there = new Set(all.flatMap(([, { events }]) => events.filter(e => e.v === 1).map(e => e.type)))
  expect((Object.keys(LAST_EVENT) as CaseEventType[]).filter(type => !there.has(type))).toEqual([])
})

it('some are from before there were remedies, a desk, and carriers that bear it', () => {
  const [old] = stored
  const text = JSON.stringify(old?.histories.map(h => h.events))
  for (const later of ['remedy":"exchange', '"desk"', '"recoverFrom"', '"heldBy"', '"hiddenFrom"', '"criterionWords"', '"operator"']) expect(text).not.toContain(later)
  for (const type of ['Settled', 'Offered', 'Rejected', 'Promised', 'EvidenceAsked', 'EvidenceAdded', 'SupplierGranted', 'DecisionUndone', 'RefundPaid', 'TakenOver']) expect(text).toContain(`"type":"${type}"`)
})

import { clockRulesTrouble } from '../../domain/clock/checkClockRules'
import { changedClocks, clocksOf } from '../../domain/clock/communityClocks'
import { previewChange } from '../../domain/clock/previewChange'
import { openTimesOf } from '../../domain/clock/serviceHours'
import { Refused, refuse } from '../../domain/contract/refusal'
import { leads, sidesOf } from '../../domain/people/relation'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import { lookedAt } from '../lib/caseMoney'
import { caseOf, notHiddenFrom, type CaseDocument } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { one, page, readTogether, total } from '../lib/oneRequest'
import { readToEdit } from '../lib/standards'

/** Cases whose history is read; what is due first comes first. A history is some 10 KB. */
const MOST_LOOKED_AT = 100

type Read = Pick<CaseDocument, '_id' | 'state' | 'events' | 'version'>

/** What other times or hours would do to the open cases that the caller may see. Reads only: checked as saving would. */
export const previewClocks: UseCase<'previewClocks'> = async (caller, { communityId, rules, hours }, now) => {
  const { community, person } = await readToEdit(caller, communityId, {})
  if (hours && !leads(person, communityId)) refuse('LEADER_ONLY', '这一步只有团长本人能做')
  const trouble = rules && clockRulesTrouble(rules)
  if (trouble) throw new Refused(trouble)
  const open = { communityId, open: true, ...notHiddenFrom(person._id, sidesOf(person)) }
  const found = await readTogether(one('communities', { _id: communityId }), {
    first: page<Read>('cases', open, { sort: { holderDueAt: 1 }, limit: MOST_LOOKED_AT, fields: { state: true, events: true, version: true } }), all: total('cases', open),
  })
  if (!found) throw new Error(`community ${communityId} is missing`)
  const before = clocksOf(community)
  const cases = found.first.map(c => lookedAt(caseOf(c as CaseDocument), { desk: hasDesk(community), supplierGone: false, clocks: before }))
  const { most, ...counted } = previewChange(cases, before, { ...before, policies: changedClocks(community, { ...(rules ? { rules } : {}), ...(hours ? { open: openTimesOf(hours) } : {}) }, now) }, now)
  const lines = new Map(found.first.map(c => [c.state.id, c.state.line]))
  return { ...counted, rest: Math.max(0, found.all - cases.length), most: most.map(m => ({ ...m, title: lines.get(m.caseId)?.title ?? '', joinNumber: lines.get(m.caseId)?.joinNumber ?? '' })) }
}

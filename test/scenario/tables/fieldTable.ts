import type { Case } from '../../../domain/case/case'
import { replay } from '../../../domain/case/evolve'
import type { CaseEvent } from '../../../domain/case/events'
import { caseView, type CaseView } from '../../../domain/people/caseView'
import { gatheredView } from '../../../domain/people/gathered'
import { householdView } from '../../../domain/people/householdView'
import { operatorView } from '../../../domain/people/operatorView'
import { relationsTo, viewerOf } from '../../../domain/people/relation'
import { EVERY_WHO, PEOPLE, personOf, type Who } from './people'
import { lookedAt, stateCases, type StateName } from './states'

/** What must not get to everybody, put wherever anybody wrote anything. */
export const SECRET = { phone: '13912345678', internal: '只给处理的人看', waybill: 'SF9999888877', reference: '转账单号20261122', split: '内部分摊的说法' }

/** The cases of the tables with the secrets in their words. */
export function tellingCases(): Record<StateName, Case> {
  const telling = (e: CaseEvent): CaseEvent => {
    switch (e.type) {
      case 'Filed': return { ...e, words: `${e.words} 王秀珍 ${SECRET.phone} 9号楼1504室`, voices: [{ id: 'voice-secret', seconds: 9 }], logistics: { carrier: '顺丰', waybill: SECRET.waybill } }
      case 'Settled': return { ...e, freight: 30, compensation: 50 }
      case 'Noted': return { ...e, words: SECRET.internal, internal: true }
      case 'ReturnSent': return { ...e, waybill: SECRET.waybill, photos: ['photo-waybill'] }
      case 'RefundPaid': return { ...e, reference: SECRET.reference }
      case 'LiabilitySplit': return { ...e, words: SECRET.split, shares: { supplier: 860, carrier: 0, leader: 77, seller: 0, goodwill: 403 } }
      default: return 'words' in e ? { ...e, words: `${e.words} 王秀珍 ${SECRET.phone} 9号楼1504室` } : e
    }
  }
  const noted = (events: readonly CaseEvent[]): CaseEvent[] => {
    const last = events.at(-1)
    // While a decision can be taken back nothing is noted.
    if (!last || 'effectiveAt' in last) return [...events]
    const step = { v: 1 as const, at: last.at, by: { party: 'leader' as const, personId: PEOPLE.leader.personId } }
    return [
      ...events, { ...step, type: 'Noted', command: 'a note', words: SECRET.internal, internal: true },
      { ...step, type: 'Planned', command: 'a plan', steps: [{ what: `打电话 ${SECRET.phone}`, party: 'leader', by: last.at + 3600_000 }] },
      ...(last.type === 'RefundPaid' ? [{ ...step, by: { party: 'resident' as const, personId: PEOPLE.resident.personId }, type: 'Rated' as const, command: 'a rating', speed: 5, result: 4, attitude: 5, words: `谢谢 ${SECRET.phone}` }] : []),
    ]
  }
  return Object.fromEntries(Object.entries(stateCases()).map(([name, { events }]) => [name, replay(noted(events).map(telling))])) as Record<StateName, Case>
}

/** The case as this person sees it by the rules; null: it does not exist for them. */
export function viewFor(who: Who, example: Case): CaseView | null {
  const person = personOf(who)
  const c = { ...example, state: { ...example.state, desk: true } }
  const now = lookedAt(c)
  const [party] = relationsTo(c.state, person)
  const as = (p: 'resident' | 'leader') => viewerOf(person, p, c.state.communityId)
  if (party) return (party === 'operator' ? operatorView : caseView)(c, viewerOf(person, party, c.state.communityId), now)
  if (who === 'helperLeader') return gatheredView(c, as('leader'), now)
  return who === 'household' && c.state.residentId !== null ? householdView(c, as('resident'), now) : null
}

export type Views = Record<Who, Partial<Record<StateName, CaseView | null>>>

export function viewsByRules(): Views {
  const cases = Object.entries(tellingCases()) as [StateName, Case][]
  return Object.fromEntries(EVERY_WHO.map(who => [who, Object.fromEntries(cases.map(([state, c]) => [state, viewFor(who, c)]))])) as Views
}

/** What is about the one who looks, and differs by them; `noDue` goes as soon as the household looks. */
const OWN: readonly string[] = ['noDue', 'as', 'version', 'mayDo', 'limit', 'myDue', 'takesEffect', 'byHousehold', 'gathered', 'excluded', 'needsAnother']

type Sight = 'seen' | 'partly' | 'never' | 'own' | '–'

/** Against what the leader sees: all of it wherever there is any, some of it or otherwise worded, nothing in any state. */
function sightOf(field: string, mine: Views[Who], leaders: Views[Who]): Sight {
  if (OWN.includes(field)) return 'own'
  const pairs = (Object.keys(leaders) as StateName[]).flatMap(state => {
    const [own, full] = [mine[state], leaders[state]]
    // What may yet be taken back is a matter of who decided, not of what anybody may know.
    return state !== 'deciding' && own && full ? [[valueOf(own, field), valueOf(full, field)] as const] : []
  })
  const there = pairs.filter(([own, full]) => full !== null || own !== null)
  if (there.length === 0) return '–'
  if (there.every(([own]) => own === null)) return 'never'
  return there.every(([own, full]) => own === full) ? 'seen' : 'partly'
}

/** As bytes, without when exactly; null where there is nothing. */
function valueOf(view: CaseView, field: string): string | null {
  // What colleagues are called is theirs; how late something is by now hangs on when one looks.
  const value = field === 'rejection' && view.rejection ? { ...view.rejection, byName: null }
    : field === 'promises' ? view.promises.map(p => ({ ...p, late: p.late > 0 })) : (view as unknown as Record<string, unknown>)[field]
  if (value === null || value === undefined || value === '' || value === false || value === 0 || (Array.isArray(value) && value.length === 0)) return null
  return JSON.stringify(value)
}

/** The table as it stands in docs/fields.md. */
export function fieldsDocument(views: Views = viewsByRules()): string {
  const sees = (who: Who) => Object.values(views[who]).some(view => view !== null && view !== undefined)
  const who = EVERY_WHO.filter(sees)
  const fields = [...new Set(who.flatMap(w => Object.values(views[w]).flatMap(view => Object.keys(view ?? {}))))].sort()
  return [
    '# Who sees what of a case', '',
    'Written by `npm run permissions` from the rules of the domain; do not edit. `test/scenario/fields.test.ts` fails where this file is not what the rules give, and',
    'makes the same table once more from what the real `showCase` answers.', '',
    'Against what the leader sees, over the states of [permissions.md](permissions.md): **seen**, all of it; **partly**, some of it, masked, or in other words; **never**, nothing in any',
    'state; own: it is about the one who looks; –: none of these states has any.', '',
    `The case does not exist for: ${EVERY_WHO.filter(w => !sees(w)).map(w => PEOPLE[w].is).join('; ')}.`, '',
    `| field | ${who.map(w => PEOPLE[w].is).join(' | ')} |`, `|---|${who.map(() => '---').join('|')}|`,
    ...fields.map(field => `| ${field} | ${who.map(w => sightOf(field, views[w], views.leader)).join(' | ')} |`), '',
  ].join('\n')
}

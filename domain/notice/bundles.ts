import { countedFields, FIELDS, LONGEST_THING } from './fields'
import { isToAct, kindOfTemplate, type Told } from './kinds'
import type { Notice } from './notice'
import { lateIn } from './nudge'
import { listPage } from './pages'
import { earliestDue } from './withDue'

/** One message: the notice whose copy is sent, and those that go with it. */
export interface Bundle { lead: Notice; others: Notice[] }

/**
 * After a message of a kind, what comes next of that kind is gathered for this long at most and goes as one: in a pick-up rush the first filing is told at once and the
 * next forty in a few messages. Of a to-do half of its time, where that is less: see `heldAtMost`. Longer would be no news, shorter would spend their consents. ms
 */
export const GATHERED_FOR = 600_000

/** Said in one message at most: each is looked at once more before. What is left goes with the next. */
export const MOST_IN_ONE = 500

/** Whose messages are about many households' cases. A resident's are about their own money, and told case by case. */
const OF_MANY: readonly Told[] = ['leader', 'supplier', 'operator']

/**
 * Which copies of one person go as one message, in the order in which they go: dangers first and each by itself; a resident's by case; the others' by role and
 * template, since one consent is for one message of one template. What is about no case goes by itself. The same notices give the same bundles in
 * whatever order they come, so that two couriers claim the same lead.
 */
export function bundlesOf(copies: readonly Notice[]): Bundle[] {
  const groups = new Map<string, Notice[]>()
  for (const copy of [...copies].sort(byTime)) groups.set(groupOf(copy), [...groups.get(groupOf(copy)) ?? [], copy])
  return [...groups.values()].map(group => bundleOf(group.slice(0, MOST_IN_ONE))).sort((a, b) => Number(isUrgent(b.lead)) - Number(isUrgent(a.lead)) || byTime(a.lead, b.lead))
}

function groupOf(notice: Notice): string {
  const { _id, as, caseId, template } = notice
  if (isUrgent(notice) || caseId === '') return _id
  return OF_MANY.includes(as) ? `${as} ${template ?? ''}` : `${as} ${caseId}`
}

/** A resident hears where their case stands now, by the newest of what weighs most; the others by the one that waited longest. */
function bundleOf(group: Notice[]): Bundle {
  const lead = group.some(n => !OF_MANY.includes(n.as)) ? group.reduce((best, n) => (weightOf(n) >= weightOf(best) ? n : best)) : group[0]
  if (!lead) throw new Error('a bundle of nothing')
  return { lead, others: group.filter(n => n !== lead) }
}

/** What goes instead where a template cannot: what is left of the bundle by others, said by what weighs most of it. null: nothing is */
export function withoutTemplate({ lead, others }: Bundle): Bundle | null {
  const left = others.filter(n => n.template !== lead.template)
  return left.length === 0 ? null : bundleOf(left)
}

/** A word in passing does not stand in for what was decided. */
function weightOf({ kind, template }: Notice): number {
  const is = kind ?? template
  return is === 'result' || is === 'refund' || is === 'toHandle' ? 2 : is === 'reminder' ? 1 : 0
}

/** When a bundle may go, where it has to wait for others to go with: null for at once. `sent`: what went to this person before, `copyAt` when. ms */
export function gatheredUntil({ lead }: Bundle, sent: readonly Pick<Notice, 'as' | 'template' | 'urgent' | 'caseId' | 'copyAt'>[], now: number, gatheredFor = GATHERED_FOR): number | null {
  if (isUrgent(lead) || lead.caseId === '' || !OF_MANY.includes(lead.as)) return null
  const last = Math.max(...sent.filter(n => n.as === lead.as && n.template === lead.template && n.caseId !== '' && !isUrgent(n)).map(n => n.copyAt ?? 0), 0)
  return last + gatheredFor > now ? last + gatheredFor : null
}

/**
 * How long something may be kept back to go with others: a to-do until half of its time is over, for the other half is theirs to do it. What was over before it came up
 * leaves no half. ms
 * @param by when the first breaks of what whom it is for has to keep there, where that is known
 */
export function heldAtMost({ at, kind, template }: Pick<Notice, 'at' | 'kind' | 'template'>, by: number | null): number {
  if (by === null || by <= at || !isToAct(kind ?? kindOfTemplate(template))) return Infinity
  return at + Math.floor((by - at) / 2)
}

export function isUrgent({ urgent }: Pick<Notice, 'urgent'>): boolean {
  return urgent === true
}

/** How many cases a bundle speaks of: several events of one are one. */
export function casesIn({ lead, others }: Bundle): number {
  return new Set([lead, ...others].map(n => n.caseId)).size
}

/** How many cases its message counts: those of a nudge stand in the nudge. */
export function countedIn(bundle: Bundle): number {
  return lateIn(bundle.lead) ?? casesIn(bundle)
}

/** What WeChat is asked to say, and where it leads: the one notice's own words, or how many there are and the list that holds them. */
export function messageOf(bundle: Bundle): Pick<Notice, 'data' | 'page'> {
  const { lead, others } = bundle
  const all = [lead, ...others]
  if (lead.caseId === '' || lead.as === 'resident') return { data: lead.data, page: lead.page }
  const count = casesIn(bundle)
  if (count === 1) {
    const inOrder = [...all].sort(byTime)
    const newest = inOrder.at(-1) ?? lead
    return { data: { ...ofOneCase(inOrder.map(n => n.data), newest), ...earliestDue(all) }, page: newest.page }
  }
  return { data: { ...countedFields(lead.template ?? 'progress', lead.about?.goods ?? '', all.map(n => n.title), all.map(n => n.data), count), ...earliestDue(all) }, page: listPage(lead.as, all.map(n => n.about)) }
}

/** What waits for somebody on one case, the newest last: all of it where there is room, else the newest. */
function ofOneCase(all: readonly Record<string, string>[], { template, data }: Notice): Record<string, string> {
  const field = template !== null && isToAct(kindOfTemplate(template)) ? Object.entries(FIELDS[template]).find(([, meaning]) => meaning === 'title')?.[0] : undefined
  if (field === undefined) return data
  const titles = [...new Set(all.map(one => one[field] ?? ''))].join('；')
  return titles.length <= LONGEST_THING ? { ...data, [field]: titles } : data
}

/** The oldest first; what happened in the same instant by its id, so that everybody sorts it alike. */
function byTime(a: Notice, b: Notice): number {
  return a.at - b.at || (a._id < b._id ? -1 : a._id > b._id ? 1 : 0)
}

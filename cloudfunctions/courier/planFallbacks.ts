import type { Case } from '../../domain/case/case'
import { fallsBack, NOT_TAKEN, aboutOf, type Fallback, type FallbackMark, type Place, type Way } from '../../domain/notice/fallback/fallback'
import { isUrgent } from '../../domain/notice/fallback/urgent'
import { warningOf } from '../../domain/notice/hazard'
import { kindOfTemplate } from '../../domain/notice/kinds'
import type { Notice } from '../../domain/notice/notice'
import { isWanted, type NoticeSettings } from '../../domain/notice/settings'
import { isHiddenFromSomebody } from '../../domain/people/relation'
import type { CaseDocument } from '../lib/cases'
import { _, db, insertOnce, updateOne } from '../lib/database'
import { settingsOf } from '../lib/noticeSettings'
import type { SupplierDocument } from '../lib/supplier'
import type { WarningDocument } from '../lib/warnings'
import { byIds } from './byIds'
import { contactsOf } from './channels/contacts'
import type { RobotDocument } from './channels/robots'
import { dangersFirst } from './dangersFirst'
import { quietFor } from './quietFor'

/** Notices looked at in one run; the rest waits a minute. */
const MOST = 200

/**
 * Gives each notice whose copy WeChat did not take an entry for every other way that reaches who it is for. The entries' ids are made of what they are for,
 * and the notice is marked last: whoever does it again, after a crash or at the same time, plans nothing twice. @returns how many were planned
 */
export async function planFallbacks(now: number): Promise<number> {
  const notices = await dangersFirst<Notice>(MOST, async only => (await db.collection('notices').where(_.or(owing(only))).limit(MOST).get()).data as Notice[])
  const meant = notices.filter(n => fallsBack(n.copyError))
  const known = await readAbout(meant, now)
  let planned = 0
  for (const notice of notices) {
    const entries = meant.includes(notice) ? workedOut(notice, known, now) : []
    try {
      for (const entry of entries ?? []) if (await insertOnce<Fallback>('fallbacks', entry)) planned += 1
      const mark: FallbackMark = entries === null ? 'broken' : entries.length > 0 ? 'given' : 'none'
      await updateOne('notices', { _id: notice._id, fallback: 'waits' }, { fallback: mark })
    } catch (error) {
      // The cloud's trouble: it waits as it is, and the others have their turn.
      console.error(`other ways of notice ${notice._id}`, error)
    }
  }
  return planned
}

/**
 * What WeChat did not take. Of a danger also what it perhaps took, and what it did not take at the first try, though it is tried again: there a second message is
 * better than none in time.
 */
function owing(only: { urgent?: true }): Record<string, unknown>[] {
  const waits = { fallback: 'waits', ...only }
  return [{ ...waits, copy: _.in([...NOT_TAKEN]) }, { ...waits, urgent: true, copy: 'unknown' }, { ...waits, urgent: true, copy: 'due', tries: _.gt(0) }]
}

/** Null where it cannot be worked out, now or later: set aside, so that however many of them there are keep nobody waiting. */
function workedOut(notice: Notice, known: Known, now: number): Fallback[] | null {
  try {
    return entriesFor(notice, known, now)
  } catch (error) {
    console.error(`other ways of notice ${notice._id}`, error)
    return null
  }
}

/** What decides where the notices go. */
interface Known {
  cases: Map<string, CaseDocument>
  warnings: Map<string, WarningDocument>
  suppliers: Map<string, SupplierDocument>
  robots: Map<string, RobotDocument>
  contacts: Awaited<ReturnType<typeof contactsOf>>
  settings: (personId: string) => NoticeSettings
  quiet: (notice: Notice) => number | null
}

async function readAbout(notices: readonly Notice[], now: number): Promise<Known> {
  const people = [...new Set(notices.map(n => n.personId))]
  const [cases, warnings, contacts, settings] = await Promise.all([
    byIds<CaseDocument>('cases', notices.map(n => n.caseId)), byIds<WarningDocument>('warnings', notices.flatMap(n => (n.caseId === '' ? warningOf(n._id) ?? [] : []))), contactsOf(people), settingsOf(people),
  ])
  const suppliers = await byIds<SupplierDocument>('suppliers', [...warnings.values()].flatMap(w => w.supplierIds))
  const places = notices.flatMap(n => placesOf(n, { cases, warnings, suppliers }))
  const [robots, quiet] = await Promise.all([byIds<RobotDocument>('robots', places), quietFor(notices, settings, now)])
  return { cases, warnings, suppliers, contacts, settings, robots, quiet }
}

/** The groups in which those work whom a notice is for. A nudge knows its own: where it counted what is late. */
function placesOf(notice: Notice, { cases, warnings, suppliers }: Pick<Known, 'cases' | 'warnings' | 'suppliers'>): Place[] {
  if (notice.places) return [...notice.places]
  const about = cases.get(notice.caseId)
  if (notice.as === 'leader') return about ? [`community:${about.communityId}`] : []
  if (notice.as !== 'supplier') return []
  if (about) return about.supplierId === null ? [] : [`supplier:${about.supplierId}`]
  const warned = warnings.get(warningOf(notice._id) ?? '')?.supplierIds ?? []
  return warned.filter(id => suppliers.get(id)?.people.includes(notice.personId)).map((id): Place => `supplier:${id}`)
}

function entriesFor(notice: Notice, known: Known, now: number): Fallback[] {
  const document = known.cases.get(notice.caseId)
  const { personId, as, kind, template } = notice
  const pressing = isUrgent(notice, document && { state: document.state, events: document.events } satisfies Pick<Case, 'state' | 'events'>)
  const settings = known.settings(personId)
  // A danger is told whatever was chosen, and at night; the rest waits for their morning.
  const wants = (way: Way) => notice.urgent === true || isWanted(settings, as, kind ?? kindOfTemplate(template), way, pressing)
  const at = notice.urgent === true ? now : known.quiet(notice) ?? now
  const entry = (way: Way, to: string, about: string): Fallback => ({ _id: `${way}:${to}:${about}`, way, to, noticeId: notice._id, ...(notice.urgent === true ? { urgent: true } : {}), state: 'due', at, why: '', tries: 0, attempts: [], batch: '' })
  const contacts = known.contacts.get(personId)
  const places = placesOf(notice, known).filter(place => known.robots.get(place)?.key != null && known.robots.get(place)?.goneAt === null)
  return [
    // A group is told once, however many of its people were to be told.
    ...places.filter(() => wants('robot') && !(document && isHiddenFromSomebody(document.state))).map(place => entry('robot', place, aboutOf(notice))),
    ...(['email', 'sms'] as const).filter(way => contacts?.[way] && wants(way)).map(way => entry(way, personId, notice._id)),
  ]
}

import { creditsLeft, type Entry } from '../../domain/notice/creditsLeft'
import { _, db, findById, insertOnce, updateOne } from './database'
import { page, type Beside } from './oneRequest'
import { stoppedTemplates } from './stoppedTemplates'

/**
 * Our own ledger of consents: WeChat tells nobody how many are left [wechat: no API tells the remaining quota]. One document per person and
 * template, so that a line and the number it changes are one write.
 */
interface CreditDocument {
  /** `person:template` */
  _id: string
  personId: string
  templateId: string
  /** Messages that may still be sent. */
  left: number
  /**
   * Accepts that the phone told of, less those that WeChat told of. Each accept comes both ways, in any order, and either way may lose it: what counts is
   * the larger of the two numbers, so one that the other way is already ahead by changes nothing.
   */
  ahead: number
  /** The latest lines. */
  entries: Entry[]
  /** When the newest accept was given that either of the two told of. ms; 0 for never */
  grantedAt: number
  /** Since when WeChat has said that none is left. ms; 0 for never */
  emptiedAt: number
}

/** Longer than any retry lasts. */
const REMEMBERED = 100

/** Far more than there are templates. */
const MOST = 100

/** Two writers at once are settled by looking again; more than that is no race. */
const LOOKS = 5

/** Messages that may still be sent to a person, per template id. */
export async function creditsOf(personId: string, now: number): Promise<Record<string, number>> {
  const [{ data }, stopped] = await Promise.all([db.collection('credits').where({ personId }).limit(MOST).get(), stoppedTemplates(now)])
  return creditsIn(data as CreditDocument[], stopped)
}

/** The same, to be read beside something else; see `creditsIn`. */
export function creditsBeside(personId: string): Beside<CreditDocument[]> {
  return page('credits', { personId }, { limit: MOST })
}

/** What was allowed of a template that WeChat has stopped stays in the ledger, and brings nobody a message meanwhile. */
export function creditsIn(documents: readonly CreditDocument[], stopped: ReadonlySet<string>): Record<string, number> {
  return Object.fromEntries(documents.map(c => [c.templateId, stopped.has(c.templateId) ? 0 : c.left]))
}

/**
 * One accept that the phone told of; the same ask again changes nothing. WeChat says by the second when none was left: what comes after its word is given after it,
 * be it in that second; one too many is found out by the next message, one too few leaves somebody untold.
 */
export async function acceptedOnPhone(personId: string, templateId: string, askId: string, now: number): Promise<void> {
  const entry: Entry = { id: `ask:${askId}`, kind: 'asked', at: now }
  await write(personId, templateId, entry, { left: 1, ahead: 1, grantedAt: now }, [
    [{ ahead: _.not(_.lt(0)), emptiedAt: _.not(_.gt(now)) }, { left: _.inc(1), ahead: _.inc(1), grantedAt: _.max(now) }],
    [{ ahead: _.lt(0), emptiedAt: _.not(_.gt(now)) }, { ahead: _.inc(1), grantedAt: _.max(now) }],
  ], known => ({ ahead: known.ahead + 1, grantedAt: Math.max(known.grantedAt, known.emptiedAt + 1) }), known => ({ ...entry, at: known.emptiedAt + 1 }))
}

/** One accept that WeChat told of. What is older than its word that none is left adds none, and what the phone told of it since is taken back. `at`: when it was given, ms */
export async function acceptedSaysWechat(personId: string, templateId: string, pushId: string, at: number): Promise<void> {
  const entry: Entry = { id: `push:${pushId}`, kind: 'pushed', at }
  await write(personId, templateId, entry, { left: 1, ahead: -1, grantedAt: at }, [
    [{ ahead: _.not(_.gt(0)), emptiedAt: _.not(_.gt(at)) }, { left: _.inc(1), ahead: _.inc(-1), grantedAt: _.max(at) }],
    [{ ahead: _.gt(0), emptiedAt: _.not(_.gt(at)) }, { ahead: _.inc(-1), grantedAt: _.max(at) }],
  ], known => ({ ahead: known.ahead - 1, grantedAt: Math.max(known.grantedAt, at) }))
}

/** WeChat says that none is left, as of `at`; what was given later stays, whichever of the two is heard of first. `why` makes it count once. */
export async function emptyCredits(personId: string, templateId: string, why: string, at: number): Promise<void> {
  const entry: Entry = { id: `empty:${why}`, kind: 'emptied', at }
  await write(personId, templateId, entry, { left: 0, emptiedAt: at }, [
    [{ grantedAt: _.not(_.gt(at)) }, { left: 0, emptiedAt: _.max(at) }],
  ], known => ({ emptiedAt: Math.max(known.emptiedAt, at) }))
}

/** Takes one before a message is sent. `attempt` makes it count once. @returns false when none is left */
export async function takeCredit(personId: string, templateId: string, attempt: string, now: number): Promise<boolean> {
  const entry: Entry = { id: `send:${attempt}`, kind: 'sent', at: now }
  return updateOne('credits', { ...withoutLine(personId, templateId, entry), left: _.gt(0) }, { left: _.inc(-1), ...line(entry) })
}

/** Gives one back that WeChat did not use; not where it has said since that none is left. `takenAt`: ms */
export async function returnCredit(personId: string, templateId: string, attempt: string, takenAt: number): Promise<void> {
  const entry: Entry = { id: `back:${attempt}`, kind: 'returned', at: takenAt }
  await updateOne('credits', { ...withoutLine(personId, templateId, entry), emptiedAt: _.not(_.gt(takenAt)) }, { left: _.inc(1), ...line(entry) })
}

type First = Partial<Pick<CreditDocument, 'left' | 'ahead' | 'grantedAt' | 'emptiedAt'>>

/**
 * Writes a line and what it changes, by the first of the ways whose condition holds. Where none does, something newer was heard of before this: what is left is
 * worked out anew from all lines, with what `late` changes and the line as `as` puts it.
 */
async function write(personId: string, templateId: string, entry: Entry, first: First, ways: [condition: object, change: object][], late: (known: CreditDocument) => First, as: (known: CreditDocument) => Entry = () => entry): Promise<void> {
  const query = withoutLine(personId, templateId, entry)
  const { _id } = query
  for (let look = 0; look < LOOKS; look++) {
    for (const [condition, change] of ways) if (await updateOne('credits', { ...query, ...condition }, { ...change, ...line(entry) })) return
    const known = await findById<CreditDocument>('credits', _id)
    if (known?.entries.some(e => e.id === entry.id)) return
    if (known && await writeLate(known, as(known), late(known))) return
    if (!known && await insertOnce<CreditDocument>('credits', { _id, personId, templateId, left: 0, ahead: 0, grantedAt: 0, emptiedAt: 0, entries: [entry], ...first })) return
  }
  throw new Error(`credits ${_id}: ${entry.id} found no quiet moment`)
}

/** Guarded by everything that lines change. */
async function writeLate({ personId, templateId, left, ahead, grantedAt, emptiedAt, entries }: CreditDocument, entry: Entry, change: First): Promise<boolean> {
  const query = { ...withoutLine(personId, templateId, entry), left, ahead, grantedAt, emptiedAt }
  return updateOne('credits', query, { ...change, left: creditsLeft([...entries, entry], change.ahead ?? ahead), ...line(entry) })
}

function withoutLine(personId: string, templateId: string, { id }: Entry): { _id: string; 'entries.id': object } {
  return { _id: `${personId}:${templateId}`, 'entries.id': _.nin([id]) }
}

function line(entry: Entry): object {
  return { entries: _.push({ each: [entry], slice: -REMEMBERED }) }
}

import { entered, type Entry, type Ledger } from '../../domain/notice/ledger'
import { _, db, findById, insertOnce, updateOne } from './database'
import { page, type Beside } from './oneRequest'

/**
 * Our own ledger of consents: WeChat tells nobody how many are left [wechat: no API tells the remaining quota]. One document per person and
 * template, so that a line and the number it changes are one write.
 */
interface CreditDocument extends Ledger {
  /** `person:template` */
  _id: string
  personId: string
  templateId: string
  /** How often it was written: two at once are told apart by it. Missing in those written before there was one. */
  version?: number
}

/** Far more than there are templates. */
const MOST = 100

/** Two writers at once are settled by looking again; more than that is no race. */
const LOOKS = 10

/** Messages that may still be sent to a person, per template id. */
export async function creditsOf(personId: string): Promise<Record<string, number>> {
  const { data } = await db.collection('credits').where({ personId }).limit(MOST).get()
  return creditsIn(data as CreditDocument[])
}

/** The same, to be read beside something else; see `creditsIn`. */
export function creditsBeside(personId: string): Beside<CreditDocument[]> {
  return page('credits', { personId }, { limit: MOST })
}

export function creditsIn(documents: readonly CreditDocument[]): Record<string, number> {
  return Object.fromEntries(documents.map(c => [c.templateId, Math.max(0, c.left)]))
}

/** One accept that the phone told of; the same ask again changes nothing. */
export async function acceptedOnPhone(personId: string, templateId: string, askId: string, now: number): Promise<void> {
  await write(personId, templateId, { id: `ask:${askId}`, kind: 'asked', at: now })
}

/** One accept that WeChat told of. `at`: when it was given, ms */
export async function acceptedSaysWechat(personId: string, templateId: string, pushId: string, at: number): Promise<void> {
  await write(personId, templateId, { id: `push:${pushId}`, kind: 'pushed', at })
}

/** WeChat says that none is left, as of `at`; what was given later stays. `why` makes it count once. */
export async function emptyCredits(personId: string, templateId: string, why: string, at: number): Promise<void> {
  await write(personId, templateId, { id: `empty:${why}`, kind: 'emptied', at })
}

/** Takes one before a message is sent. `attempt` makes it count once. @returns false when none is left */
export async function takeCredit(personId: string, templateId: string, attempt: string, now: number): Promise<boolean> {
  const entry: Entry = { id: `send:${attempt}`, kind: 'sent', at: now }
  const query = { _id: `${personId}:${templateId}`, 'entries.id': _.nin([entry.id]), left: _.gt(0) }
  return updateOne('credits', query, { left: _.inc(-1), entries: _.push({ each: [entry] }), version: _.inc(1) })
}

/** Gives one back that WeChat did not use; not where it has said since that none is left. `takenAt`: ms */
export async function returnCredit(personId: string, templateId: string, attempt: string, takenAt: number): Promise<void> {
  await write(personId, templateId, { id: `back:${attempt}`, kind: 'returned', at: takenAt })
}

/** Writes a line and the number that it changes, as one. */
async function write(personId: string, templateId: string, entry: Entry): Promise<void> {
  const _id = `${personId}:${templateId}`
  for (let look = 0; look < LOOKS; look++) {
    const known = await findById<CreditDocument>('credits', _id)
    if (known?.entries.some(e => e.id === entry.id)) return
    const { left, entries } = entered(known ?? { left: 0, entries: [] }, entry)
    const written = known
      ? await updateOne('credits', { _id, version: known.version ?? _.not(_.gt(0)) }, { left, entries: _.set(entries), version: _.inc(1) })
      : await insertOnce<CreditDocument>('credits', { _id, personId, templateId, left, entries, version: 1 })
    if (written) return
  }
  throw new Error(`credits ${_id}: ${entry.id} found no quiet moment`)
}

import { _, db, insertOnce, updateOne } from './database'
import { page, type Beside } from './oneRequest'

/** Our own ledger of consents: WeChat tells nobody how many are left [wechat: no API tells the remaining quota]. */
interface CreditDocument {
  /** `person:template` */
  _id: string
  personId: string
  templateId: string
  left: number
  /** The last asks that were counted, so that a repeated call counts once. */
  asks: string[]
}

/** Longer than any retry lasts. */
const ASKS_REMEMBERED = 50

/** Far more than there are templates. */
const MOST = 100

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
  return Object.fromEntries(documents.map(c => [c.templateId, c.left]))
}

/** One consent more; the same ask again changes nothing. */
export async function addCredit(personId: string, templateId: string, askId: string): Promise<void> {
  const _id = `${personId}:${templateId}`
  const first = { _id, personId, templateId, left: 1, asks: [askId] }
  if (await insertOnce('credits', first)) return
  await updateOne('credits', { _id, asks: _.nin([askId]) }, { left: _.inc(1), asks: _.push({ each: [askId], slice: -ASKS_REMEMBERED }) })
}

/** Takes one before a message is sent. @returns false when none is left */
export async function takeCredit(personId: string, templateId: string): Promise<boolean> {
  return updateOne('credits', { _id: `${personId}:${templateId}`, left: _.gt(0) }, { left: _.inc(-1) })
}

/** Gives one back that WeChat did not use. */
export async function returnCredit(personId: string, templateId: string): Promise<void> {
  await updateOne('credits', { _id: `${personId}:${templateId}` }, { left: _.inc(1) })
}

/** WeChat says none is left (43101): it knows better than our ledger. */
export async function zeroCredits(personId: string, templateId: string): Promise<void> {
  await updateOne('credits', { _id: `${personId}:${templateId}` }, { left: 0 })
}

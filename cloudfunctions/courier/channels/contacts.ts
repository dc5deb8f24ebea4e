import { db, findById, updateOne, _ } from '../../lib/database'
import { tell } from '../../lib/tell'

export type ContactWay = 'email' | 'sms'

/** What somebody has shown to be theirs, by a code that was sent there. */
interface Contact { address: string; since: number }

/** A code under way. */
export interface PendingCode {
  address: string
  /** Of the code, with whose it is. */
  hash: string
  until: number
  guesses: number
}

/** How somebody is reached beside WeChat. Only they themselves see it. */
export interface ContactsDocument {
  /** The person's id. */
  _id: string
  email: Contact | null
  sms: Contact | null
  pending: Partial<Record<ContactWay, PendingCode | null>>
  /** What the service said is no address any more, and when; until another is confirmed, or it is put away. */
  gone?: Partial<Record<ContactWay, { address: string; at: number } | null>>
}

/** @returns null where there is none that was confirmed */
export async function confirmedContact(personId: string, way: ContactWay): Promise<string | null> {
  return (await findById<ContactsDocument>('contacts', personId))?.[way]?.address ?? null
}

/** Of these people, who has confirmed which. */
export async function contactsOf(personIds: readonly string[]): Promise<Map<string, ContactsDocument>> {
  if (personIds.length === 0) return new Map()
  const { data } = await db.collection('contacts').where({ _id: _.in([...personIds]) }).limit(personIds.length).get()
  return new Map((data as ContactsDocument[]).map(c => [c._id, c]))
}

/**
 * The service says that nothing arrives there: it is not used any more, and whose it is is told. That first, under an id made of what is gone: who dies in between
 * leaves an address that is found out about again, and nobody who does not know.
 */
export async function dropContact(personId: string, way: ContactWay, address: string, code: string, now: number): Promise<void> {
  const known = (await findById<ContactsDocument>('contacts', personId))?.[way]
  if (known?.address !== address) return
  const what = way === 'email' ? '邮箱' : '手机号'
  await tell({ _id: `contactGone:${way}:${known.since}:${personId}`, personId, as: 'leader', title: `您填的${what}收不到`, body: `对方说没有这个${what}（${code}），先不往那里发了。要用请重新填一次`, page: 'packages/channels/index', at: now })
  await updateOne('contacts', { _id: personId, [`${way}.address`]: address, [`${way}.since`]: known.since }, { [way]: _.set(null), [`gone.${way}`]: _.set({ address, at: now }) })
}

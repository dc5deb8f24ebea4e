import type { ChannelsPage, ContactView } from '../../../domain/contract/calls'
import type { Fallback } from '../../../domain/notice/fallback/fallback'
import { maskEmail, maskPhone } from '../../../domain/notice/fallback/maskContact'
import { keyEnd } from '../../../domain/notice/fallback/robotKey'
import { _, db, findById } from '../../lib/database'
import type { ContactsDocument, ContactWay } from './contacts'
import type { OwnPlace } from './ownPlace'
import type { RobotDocument } from './robots'
import { mailWorks } from './sendMail'
import { smsWorks } from './sendSms'

/** Entries looked at, and messages shown of them. */
const MOST_ENTRIES = 200
const MOST_SHOWN = 10

/** Where what WeChat does not take goes, for who set it up. No key, no address leaves the cloud whole. */
export async function channelsPage(personId: string, place: Pick<OwnPlace, 'id' | 'name'> | null, now: number): Promise<ChannelsPage> {
  const [robot, contacts, { data }] = await Promise.all([
    place && findById<RobotDocument>('robots', place.id), findById<ContactsDocument>('contacts', personId),
    db.collection('fallbacks').where({ to: _.in([personId, ...(place ? [place.id] : [])]) }).orderBy('at', 'desc').limit(MOST_ENTRIES).get(),
  ])
  return {
    robot: place && { placeName: place.name, keyEnd: robot?.key ? keyEnd(robot.key) : null, gone: robot?.key != null && robot.goneAt !== null },
    email: contactView(contacts, 'email', now), sms: contactView(contacts, 'sms', now), latest: messagesOf(data as Fallback[]),
  }
}

function contactView(contacts: ContactsDocument | null, way: ContactWay, now: number): ContactView {
  const mask = way === 'email' ? maskEmail : maskPhone
  const pending = contacts?.pending[way]
  return {
    works: way === 'email' ? mailWorks : smsWorks, address: contacts?.[way] ? mask(contacts[way].address) : null,
    pending: pending && pending.until > now ? { address: mask(pending.address), until: pending.until } : null, gone: contacts?.gone?.[way] ? mask(contacts.gone[way].address) : null,
  }
}

/** One line for all that went in one message. What ended without being sent stands for itself. */
function messagesOf(entries: readonly Fallback[]): ChannelsPage['latest'] {
  const lines = new Map<string, ChannelsPage['latest'][number]>()
  for (const { _id, way, at, state, why, batch } of entries) {
    if (state === 'none') continue
    const key = `${batch === '' ? _id : batch}:${state}`
    const line = lines.get(key)
    lines.set(key, line ? { ...line, count: line.count + 1 } : { way, at, count: 1, state, why })
  }
  return [...lines.values()].slice(0, MOST_SHOWN)
}

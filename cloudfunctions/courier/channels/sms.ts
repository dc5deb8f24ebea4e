import { urgentParameters } from '../../../domain/notice/fallback/sms'
import type { Channel } from './channel'
import { confirmedContact, dropContact } from './contacts'
import { sendSms, smsWorks } from './sendSms'

/** A text message: that there is something urgent, and nothing of it. */
export const sms: Channel = {
  async addressOf(to) {
    const secret = smsWorks ? await confirmedContact(to, 'sms') : null
    return secret === null ? null : { secret, name: '' }
  },
  async turn() { return null },
  send: ({ secret }, items, batch, now) => sendSms(secret, 'urgent', urgentParameters(items, now), batch),
  lostAddress: (to, { secret }, code, now) => dropContact(to, 'sms', secret, code, now),
}

import { mailFor } from '../../../domain/notice/fallback/mail'
import type { Channel } from './channel'
import { confirmedContact, dropContact } from './contacts'
import { mailWorks, sendMail } from './sendMail'

/** A mailbox: one mail for all that is due. */
export const email: Channel = {
  async addressOf(to) {
    const secret = mailWorks ? await confirmedContact(to, 'email') : null
    return secret === null ? null : { secret, name: '' }
  },
  async turn() { return null },
  send: ({ secret }, items, batch, now) => sendMail(secret, mailFor(items, now), batch),
  lostAddress: (to, { secret }, code, now) => dropContact(to, 'email', secret, code, now),
}

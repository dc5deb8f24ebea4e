import { randomInt, randomUUID } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import { CODE_LIVES } from '../../domain/notice/fallback/code'
import { codeMail } from '../../domain/notice/fallback/mail'
import { CODE_DIGITS } from '../../domain/notice/fallback/sms'
import { _, insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'
import { codeHash } from './channels/codeHash'
import { giveCodeBack, takeCode } from './channels/codeTries'
import type { ContactsDocument, PendingCode } from './channels/contacts'
import { someoneAtWork } from './channels/ownPlace'
import { mailWorks, sendMail } from './channels/sendMail'
import { sendSms, smsWorks } from './channels/sendSms'

/** Sends a code to an address. The newest is the only one that counts; what was confirmed before stays until another is. */
export const askCode: UseCase<'askCode'> = async (caller, { way, address }, now) => {
  const { personId } = caller
  await someoneAtWork(caller)
  if (!(way === 'email' ? mailWorks : smsWorks)) refuse('NOT_SET_UP', way === 'email' ? '这里还没有开通邮件' : '这里还没有开通短信', 'way')
  await takeCode(personId, address, now)
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  const pending: PendingCode = { address, hash: codeHash(personId, way, address, code), until: now + CODE_LIVES, guesses: 0 }
  const document: ContactsDocument = { _id: personId, email: null, sms: null, pending: { [way]: pending } }
  if (!(await insertOnce('contacts', document))) await updateOne('contacts', { _id: personId }, { [`pending.${way}`]: _.set(pending) })
  const answer = way === 'email' ? await sendMail(address, codeMail(code, CODE_LIVES / 60_000), randomUUID()) : await sendSms(address, 'code', [code], randomUUID())
  if (answer.taken || answer.means === 'lost') return channelsPage(personId, null, now)
  if (answer.means === 'later') await giveCodeBack(personId, address, now)
  await updateOne('contacts', { _id: personId }, { [`pending.${way}`]: _.set(null) })
  return refuse('CODE_NOT_SENT', answer.means === 'later' ? `验证码没发出去，请过一会儿再试（${answer.code}）` : `${way === 'email' ? '这个邮箱' : '这个手机号'}收不了，请看看有没有写错（${answer.code}）`, 'address')
}

import type { Mail } from '../../../domain/notice/fallback/mail'
import type { ChannelAnswer } from './channel'

/** Where mails are handed in, with the account: `smtps://name:password@host`. No such service where it is no such address. */
const SMTP_URL = process.env['SMTP_URL'] ?? ''
/** Who they come from. */
const MAIL_FROM = process.env['MAIL_FROM'] ?? ''

/** A server answers each step within seconds; whoever waits longer holds up others. ms */
const PATIENCE = 6_000

export const mailWorks = /^smtps?:\/\/./.test(SMTP_URL) && /^[^\s@<>]+@[^\s@<>]+$/.test(MAIL_FROM)

/**
 * Hands one mail in, once. Never throws. The connection itself is used, and not the package's transport, because only so is it known whether anything was
 * sent before it broke: until the message is begun, nothing was; after that, only an answer says.
 */
export async function sendMail(to: string, mail: Mail, id: string): Promise<ChannelAnswer> {
  if (!mailWorks) return { taken: false, means: 'failed', code: 'notSetUp' }
  // Loaded when the first mail is sent: most runs of the courier send none.
  const [{ default: SMTPConnection }, { default: MailComposer }, { parseConnectionUrl }] = await Promise.all([import('nodemailer/lib/smtp-connection'), import('nodemailer/lib/mail-composer'), import('nodemailer/lib/shared')])
  const { auth, ...server } = parseConnectionUrl(SMTP_URL)
  const connection = new SMTPConnection({ ...server, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE, dnsTimeout: PATIENCE })
  let began = false
  try {
    const message = await new MailComposer({ from: { name: '团后', address: MAIL_FROM }, to: { name: '', address: to }, ...mail, messageId: `<${id}@tuanhou>`, headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true }).compile().build()
    await new Promise<void>((done, failed) => {
      connection.once('error', failed)
      connection.connect(error => { if (error) failed(error); else done() })
    })
    if (auth) await new Promise<void>((done, failed) => connection.login(auth, error => { if (error) failed(error); else done() }))
    began = true
    await new Promise<void>((done, failed) => {
      connection.once('error', failed)
      connection.send({ from: MAIL_FROM, to: [to] }, message, error => { if (error) failed(error); else done() })
    })
    connection.quit()
    return { taken: true }
  } catch (error) {
    connection.close()
    return meaningOf(error, began)
  }
}

/** That the server does not want to, whoever it is for: for lack of rights, or for what it thinks of the sender [RFC 3463: x.7.x security or policy status]. */
const POLICY = /^5\d\d[ -]5\.7\./

/** An answer with a number is the server's own [SMTP: 4xx later, 5xx never]; without one nobody knows, once the message may have been under way. */
export function meaningOf(error: unknown, began: boolean): ChannelAnswer {
  const { responseCode, response, code, command } = error as { responseCode?: unknown; response?: unknown; code?: unknown; command?: unknown }
  if (typeof responseCode === 'number' && responseCode >= 400) {
    const says = String(responseCode)
    if (code === 'EAUTH' || responseCode < 500) return { taken: false, means: 'later', code: says }
    // The mailbox itself is refused, and neither this mail nor who sends it.
    const isGone = command === 'RCPT TO' && (responseCode === 550 || responseCode === 553) && !POLICY.test(String(response))
    return { taken: false, means: isGone ? 'gone' : 'failed', code: says }
  }
  if (code === 'EENVELOPE') return { taken: false, means: 'failed', code }
  return { taken: false, means: began ? 'lost' : 'later', code: typeof code === 'string' ? code : 'unknown' }
}

import { meaningOf } from './sendMail'

/** As nodemailer's connection throws what a server answers. */
const answered = (response: string, command: string) => Object.assign(new Error(response), { code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response, command })

it.each([
  ['550 5.1.1 no such user', 'RCPT TO', 'gone'], ['550 Mailbox not found', 'RCPT TO', 'gone'], ['553 mailbox name not allowed', 'RCPT TO', 'gone'],
  // A server that does not relay for us says nothing of anybody's mailbox.
  ['550 5.7.1 relaying denied', 'RCPT TO', 'failed'], ['550-5.7.26 sender is not authenticated', 'RCPT TO', 'failed'], ['550 5.1.1 no such user', 'DATA', 'failed'], ['452 4.2.2 mailbox full', 'RCPT TO', 'later'],
])('%s to %s: %s', (response, command, means) => {
  expect(meaningOf(answered(response, command), true)).toEqual({ taken: false, means, code: response.slice(0, 3) })
})

import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Deliveries } from './deliveries'
import { Robots } from './robot'
import { takeSms, type SmsAccount } from './sms'

/** Services that functions call outside the cloud, on this machine: WeCom's group robots, Tencent's text messages, a mail server. */
export interface Outside {
  /** Where each is; in the service's own way. */
  readonly robotUrl: string
  readonly smsUrl: string
  readonly smtpUrl: string
  readonly smsAccount: SmsAccount
  readonly robots: Robots
  readonly deliveries: Deliveries
  /** Mailboxes that the mail server knows nothing of. */
  readonly noMailboxes: Set<string>
  stop(): Promise<void>
}

/** What a mail server says. */
export interface MailAnswer { code: number; says: string }

const MOST_BYTES = 1024 * 1024
const ROBOT_PATH = '/cgi-bin/webhook/send'

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += (part as Buffer).length
    if (bytes > MOST_BYTES) throw new Error('the body is too large')
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Starts them all on ports that are free. `log` is told of what goes wrong in them; `now` is their clock, ms. */
export const startOutside = async ({ log = (line: string) => { process.stderr.write(`${line}\n`) }, now = Date.now }: { log?: (line: string) => void; now?: () => number } = {}): Promise<Outside> => {
  const deliveries = new Deliveries()
  const noMailboxes = new Set<string>()
  const robots = new Robots(deliveries, now)
  const smsAccount: SmsAccount = { secretId: `AKID${randomBytes(16).toString('hex')}`, secretKey: randomBytes(16).toString('hex'), appId: '1400000000', templates: ['1110001', '1110002'] }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://outside')
    const body = await bodyOf(request)
    const key = url.searchParams.get('key') ?? ''
    if (url.pathname === ROBOT_PATH) robots.noteAsked(key)
    const said = url.pathname === ROBOT_PATH
      ? await deliveries.answer('robot', () => robots.take(key, JSON.parse(body)))
      : await deliveries.answer('sms', () => takeSms(smsAccount, deliveries, request.headers, body, now()))
    if (said === null) return void request.socket.destroy()
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(said))
  }
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`outside: ${String(error)}`)
      response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))

  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, disableReverseLookup: true, size: MOST_BYTES, onAuth: ({ username }, _session, done) => done(null, { user: username ?? '' }),
    onRcptTo: ({ address }, _session, done) => done(noMailboxes.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        const take = async (): Promise<MailAnswer> => {
          const { subject, text, messageId } = await PostalMime.parse(Buffer.concat(parts))
          deliveries.add({ service: 'mail', to, id: messageId?.replace(/[<>]/g, '') ?? '', title: subject ?? '', text: text ?? '', at: now() })
          return { code: 250, says: 'taken' }
        }
        deliveries.answer('mail', take).then((said) => {
          // No answer: the stream is never said to be over, and the connection breaks.
          if (said === null) return sockets.forEach((socket) => socket.destroy())
          if (said.code < 400) done(null, said.says)
          else done(Object.assign(new Error(said.says), { responseCode: said.code }))
        }).catch((error: unknown) => { log(`outside: ${String(error)}`) })
      })
    },
  })
  smtp.on('error', (error: Error) => { log(`outside: ${error.message}`) })
  const sockets = new Set<Socket>()
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', () => done()))

  const port = (address: AddressInfo | string | null): number => (address as AddressInfo).port
  const base = `http://127.0.0.1:${port(http.address())}`
  return {
    robotUrl: `${base}${ROBOT_PATH}`, smsUrl: `${base}/`, smtpUrl: `smtp://127.0.0.1:${port(smtp.server.address())}`, smsAccount, robots, deliveries, noMailboxes,
    async stop() {
      http.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await Promise.all([new Promise((done) => http.close(done)), new Promise<void>((done) => smtp.close(() => done()))])
    },
  }
}

import { createPublicKey, generateKeyPairSync, randomUUID, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../errors'

/** What the console gives for custom sign-in, and node-sdk's `init({credentials})` takes to make tickets. */
export interface CustomLoginKey { private_key_id: string; private_key: string; env_id: string }

/** [doc: custom sign-in, customUserId] */
const UID = /^[\w+.:@-]{4,32}$/

/** [here] A ticket that was not made with this environment's key, or is over. */
const badTicket = (message: string) => new CloudError('INVALID_CUSTOM_LOGIN_TICKET', message, 400)

const readPart = (part: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (error) {
    throw badTicket(`the ticket is not a token: ${(error as Error).message}`)
  }
  throw badTicket('the ticket is not a token')
}

/** The key of custom sign-in: drawn when it is first asked for, kept in the data directory for its owner only. */
export class CustomLogin {
  readonly #file: string
  readonly #envId: string
  readonly #now: () => number

  constructor(directory: string, envId: string, now: () => number) {
    this.#file = join(directory, 'custom-login-key.json')
    this.#envId = envId
    this.#now = now
  }

  #known(): CustomLoginKey | undefined {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as CustomLoginKey
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return undefined
    }
  }

  /** The key, as the file that the console would offer for download. */
  key(): CustomLoginKey {
    const known = this.#known()
    if (known) return known
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } })
    const key: CustomLoginKey = { private_key_id: randomUUID(), private_key: privateKey, env_id: this.#envId }
    writeFileSync(this.#file, JSON.stringify(key), { mode: 0o600, flag: 'wx' })
    return key
  }

  /**
   * Reads a ticket of node-sdk 3.18.3's `auth().createTicket`: `<key id>/@@/<JWT, RS256>`, times in milliseconds.
   * @returns the uid it names
   * @throws INVALID_CUSTOM_LOGIN_TICKET
   */
  uidOf(ticket: unknown): string {
    const [id, token] = typeof ticket === 'string' ? ticket.split('/@@/') : []
    const key = this.#known()
    if (!key || id !== key.private_key_id || token === undefined) throw badTicket('the ticket was not made with the key of this environment')
    const [head, body, signature, more] = token.split('.')
    if (head === undefined || body === undefined || signature === undefined || more !== undefined) throw badTicket('the ticket is not a token')
    if (readPart(head)['alg'] !== 'RS256' || !verify('sha256', Buffer.from(`${head}.${body}`), createPublicKey(key.private_key), Buffer.from(signature, 'base64url'))) throw badTicket('the signature of the ticket is wrong')
    const { uid, env, exp } = readPart(body)
    if (env !== this.#envId) throw badTicket('the ticket is for another environment')
    if (typeof exp !== 'number' || exp <= this.#now()) throw badTicket('the ticket has expired')
    if (typeof uid !== 'string' || !UID.test(uid)) throw badTicket('the uid of a ticket is 4 to 32 letters, digits and _ - + . : @')
    return uid
  }
}

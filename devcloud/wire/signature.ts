import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { CloudError } from '../errors'

/** The key pair that an SDK must sign with. */
export interface Credentials { secretId: string; secretKey: string }

/** A request's parameters: from a form, bytes are signed as they are; everything else as trimmed text. */
export type SignedParameters = Record<string, unknown>

/** [doc] The signature is missing or wrong. */
const refused = (message: string) => new CloudError('SIGN_PARAM_INVALID', message, 401)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** As @cloudbase/signature-nodejs `camSafeUrlEncode`. */
const encode = (text: string) => encodeURIComponent(text)
  .replace(/!/g, '%21').replace(/'/g, '%27').replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\*/g, '%2A')

const HEADER = /^TC3-HMAC-SHA256 Credential=([^/,]+)\/([\d-]+)\/(\w+)\/tc3_request,(?: SignedParams=([^,]*),)? SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

const plainText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').trim()

const payloadHash = (parameters: SignedParameters, signed: readonly string[]): string => {
  const byName = new Map(Object.entries(parameters).map(([name, value]) => [encode(name.toLowerCase().trim()), value]))
  const hash = createHash('sha256')
  for (const name of signed) {
    const value = byName.get(name)
    hash.update(`&${name}=`)
    hash.update(Buffer.isBuffer(value) ? value : plainText(value))
    hash.update('\r\n')
  }
  return hash.digest('hex')
}

const canonicalHeaders = (request: IncomingMessage, names: readonly string[]): string => names.map((name) => {
  const sent = request.headers[name]
  const value = Array.isArray(sent) ? sent.join(',') : sent ?? ''
  // A form's boundary is drawn after signing.
  const text = name === 'content-type' && value.startsWith('multipart/form-data') ? 'multipart/form-data' : value
  return `${name}:${name === 'content-type' ? text : text.trim().toLowerCase()}\n`
}).join('')

/**
 * Checks a request of the SDK: TC3-HMAC-SHA256 as @cloudbase/signature-nodejs 2.x makes it (`Signer.tc3sign`). Its age is not
 * checked: a function under test may live in another time, and nothing on this machine could have listened.
 * @throws SIGN_PARAM_INVALID
 */
export const checkSignature = (request: IncomingMessage, parameters: SignedParameters, { secretId, secretKey }: Credentials): void => {
  const parts = HEADER.exec(request.headers.authorization ?? '')
  if (!parts) throw refused('the request is not signed')
  const [, id, date, service, params, headers, signature] = parts as unknown as [string, string, string, string, string | undefined, string, string]
  if (id !== secretId) throw refused('unknown secret id')
  const signedHeaders = headers.split(';')
  if (!signedHeaders.includes('host')) throw refused('the host is not signed')
  const signedParams = (params ?? '').split(';').filter((name) => name !== '')
  const [path, query] = (request.url ?? '').split('?') as [string, string | undefined]
  const canonical = [
    (request.method ?? '').toLowerCase(), `//${request.headers.host ?? ''}${path}`, query ?? '',
    canonicalHeaders(request, signedHeaders), headers, payloadHash(parameters, signedParams),
  ].join('\n')
  const timestamp = String(request.headers['x-timestamp'] ?? '')
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${sha256(canonical)}`
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  const expected = createHmac('sha256', key).update(toSign).digest()
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw refused('the signature does not match')
  // Whatever is acted upon must have been signed; only what is empty may be missing.
  const unsigned = Object.keys(parameters).find((name) => {
    const value = parameters[name]
    const empty = Buffer.isBuffer(value) ? false : plainText(value) === ''
    return !empty && !signedParams.includes(encode(name.toLowerCase().trim()))
  })
  if (unsigned !== undefined) throw refused(`the parameter ${unsigned} is not signed`)
}

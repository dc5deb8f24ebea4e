import { createHash, createHmac } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Key pair, as the variables name it. */
export interface SigningKey { secretId: string; secretKey: string }

/**
 * The headers of `POST /admin` with a JSON body, signed as the SDK signs: for bodies that no SDK would send.
 * @param names which parameters are signed; of a body that is no object, none
 */
export const signedHeaders = (host: string, body: string, { secretId, secretKey }: SigningKey): Record<string, string> => {
  let parameters: Record<string, unknown> = {}
  try {
    parameters = { ...JSON.parse(body) as Record<string, unknown> }
  } catch (error) {
    // What is not JSON has no parameters that could be signed.
    if (!(error instanceof SyntaxError)) throw error
  }
  const names = Object.keys(parameters).map((name) => name.toLowerCase()).filter((name) => /^\w+$/.test(name)).sort()
  const byName = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]))
  const payload = sha256(names.map((name) => {
    const value = byName.get(name)
    return `&${name}=${(typeof value === 'string' ? value : JSON.stringify(value)).trim()}\r\n`
  }).join(''))
  const date = '2030-01-01'
  const timestamp = '1893456000'
  const canonical = `post\n//${host}/admin\n\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${payload}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/tcb/tc3_request\n${sha256(canonical)}`
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'tcb'), 'tc3_request')
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return {
    host, 'content-type': 'application/json', 'x-timestamp': timestamp,
    authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${date}/tcb/tc3_request, SignedParams=${names.join(';')}, SignedHeaders=content-type;host, Signature=${signature}`,
  }
}

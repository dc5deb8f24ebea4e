import { createHash, createHmac } from 'node:crypto'

/** What a request to Tencent Cloud is signed with. */
export interface CloudKey { id: string; key: string }

/**
 * The headers of a signed POST to Tencent Cloud's API 3.0 [Tencent Cloud: 签名方法 v3, TC3-HMAC-SHA256]. By hand, because the SDK brings 40 packages, half a
 * megabyte and a dependency without a version for what are three hashes; tests check it the way Tencent does.
 * @param at seconds since 1970
 */
export function signTc3({ url, service, action, version, region, body, at }: { url: URL; service: string; action: string; version: string; region: string; body: string; at: number }, { id, key }: CloudKey): Record<string, string> {
  const type = 'application/json; charset=utf-8'
  const signedHeaders = 'content-type;host'
  const canonical = ['POST', '/', '', `content-type:${type}\nhost:${url.host}\n`, signedHeaders, sha256(body)].join('\n')
  const date = new Date(at * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const signing = hmac(hmac(hmac(`TC3${key}`, date), service), 'tc3_request')
  const signature = hmac(signing, ['TC3-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')).toString('hex')
  return {
    'content-type': type, 'x-tc-action': action, 'x-tc-version': version, 'x-tc-region': region, 'x-tc-timestamp': String(at),
    authorization: `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

import { encode } from 'uqr'
import { squarePng } from './png'
import { refusal, type WechatAnswer } from './refusals'

/** A picture in place of WeChat's JSON. */
export interface CodeAnswer { picture: Buffer; contentType: string }

/** Digits, English letters and these [wx: getUnlimited, scene]. */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/
const VERSIONS = ['release', 'trial', 'develop']

/**
 * `wxacode.getUnlimited`, with the parameters' names in snake case as they go over the wire. A real one is a round code that only WeChat reads;
 * this is a QR code with the page and its scene in it, for any camera.
 */
export const drawUnlimitedCode = ({ scene, page = '', width = 430, env_version: version = 'release' }: Record<string, unknown>): CodeAnswer | WechatAnswer => {
  if (typeof scene !== 'string' || !SCENE.test(scene)) return refusal(40169)
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return refusal(41030)
  if (typeof version !== 'string' || !VERSIONS.includes(version)) return refusal(40097, 'env_version')
  if (typeof width !== 'number' || width < 280 || width > 1280) return refusal(40097, 'width')
  const { data, size } = encode(`${page}?scene=${encodeURIComponent(scene)}`, { border: 4 })
  return { picture: squarePng((row, column) => data[row]?.[column] === true, size, Math.max(1, Math.floor(width / size))), contentType: 'image/png' }
}

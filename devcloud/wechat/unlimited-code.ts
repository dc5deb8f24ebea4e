import { encode } from 'uqr'
import { squarePng } from './png'

/** WeChat's answer: a picture, or what it refused. Source of the codes: WeChat's `wxacode.getUnlimited`. */
export type CodeAnswer = { picture: Buffer; contentType: string } | { errcode: number; errmsg: string }

/** Digits, English letters and these [wx: getUnlimited, scene]. */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/
const VERSIONS = ['release', 'trial', 'develop']

/**
 * `wxacode.getUnlimited`, with the parameters' names in snake case as they go over the wire. A real one is a round code that only WeChat reads;
 * this is a QR code with the page and its scene in it, for any camera.
 */
export const drawUnlimitedCode = ({ scene, page = '', width = 430, env_version: version = 'release' }: Record<string, unknown>): CodeAnswer => {
  if (typeof scene !== 'string' || !SCENE.test(scene)) return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' }
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return { errcode: 41030, errmsg: 'invalid page' }
  if (typeof version !== 'string' || !VERSIONS.includes(version)) return { errcode: 40097, errmsg: 'invalid args: env_version' }
  if (typeof width !== 'number' || width < 280 || width > 1280) return { errcode: 40097, errmsg: 'invalid args: width' }
  const { data, size } = encode(`${page}?scene=${encodeURIComponent(scene)}`, { border: 4 })
  return { picture: squarePng((row, column) => data[row]?.[column] === true, size, Math.max(1, Math.floor(width / size))), contentType: 'image/png' }
}

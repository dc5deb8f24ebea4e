import type { ChannelAnswer } from './channel'
import { postJson } from './postJson'
import { noTurnsLeft } from './robots'

/** WeCom's own address [WeCom: 群机器人, path 91770]; another one for tests and one's own machine. */
const ROBOT_URL = process.env['ROBOT_URL'] ?? 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'

/** What WeCom does not take for its words: too long, or empty [WeCom: 40058 invalid parameter, 45002 content too long, 44004 empty content]. */
export const BAD_WORDS = ['40058', '45002', '44004']
/** Nothing was sent; after a while it may be [WeCom: -1 busy, 45009 too often, 45011 too many at once]. */
const LATER = ['-1', '45009', '45011']
/** The key is nobody's, or its robot was taken out of the group [WeCom: 93000 invalid webhook url]. */
const GONE = ['93000']

/** Asks WeCom to have a robot say something, once. */
export async function askRobot(key: string, content: string, now: number): Promise<ChannelAnswer> {
  const url = new URL(ROBOT_URL)
  url.searchParams.set('key', key)
  const posted = await postJson(url, JSON.stringify({ msgtype: 'text', text: { content } }), {})
  if (posted.status === null) return { taken: false, means: posted.begun ? 'lost' : 'later', code: posted.code }
  const errcode: unknown = (posted.json as { errcode?: unknown } | null)?.errcode
  if (typeof errcode !== 'number') return { taken: false, means: posted.status >= 400 && posted.status < 500 ? 'failed' : 'lost', code: `HTTP ${posted.status}` }
  if (errcode === 0) return { taken: true }
  const code = String(errcode)
  if (code === '45009') await noTurnsLeft(key, now)
  return { taken: false, means: GONE.includes(code) ? 'gone' : LATER.includes(code) ? 'later' : 'failed', code }
}

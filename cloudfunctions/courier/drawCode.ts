import { refuse } from '../../domain/contract/refusal'
import { errCodeOf, miniprogramState, openapi } from './wechat'

/** What a code has room for [wechat: getUnlimited, scene]. Characters. */
const LONGEST_SCENE = 32
/** Large enough to be printed on a crate. Pixels. */
const WIDTH = 860

const VERSIONS: Record<string, string> = { developer: 'develop', trial: 'trial', formal: 'release' }

/**
 * A mini-program code, drawn by WeChat. It works for good and there may be any number of them.
 * Refuses with CODE_NOT_YET while the page is not in the release (41030), CODE_TOO_MANY when the day's calls are used up (45009).
 */
export async function drawCode(page: string, scene: string): Promise<{ bytes: Buffer; type: 'png' | 'jpg' }> {
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene) || scene.length > LONGEST_SCENE) throw new Error(`a code has no room for the scene ${scene}`)
  try {
    const drawn = await openapi.wxacode.getUnlimited({ scene, page, width: WIDTH, checkPath: miniprogramState === 'formal', envVersion: VERSIONS[miniprogramState] ?? 'release' }) as { buffer: Buffer; contentType: string }
    return { bytes: drawn.buffer, type: drawn.contentType.includes('png') ? 'png' : 'jpg' }
  } catch (error) {
    switch (errCodeOf(error)) {
      case 41030: return refuse('CODE_NOT_YET', '小程序还没发布新版，发布以后才能做码；先把卡片发到群里，一样能用')
      case 45009: return refuse('CODE_TOO_MANY', '今天做码的次数用完了，明天再来；先把卡片发到群里，一样能用')
      default: throw error
    }
  }
}

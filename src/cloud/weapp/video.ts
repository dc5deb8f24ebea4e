import Taro from '@tarojs/taro'
import type { Filmed } from '../platformType'
import { isCancelled } from './isCancelled'
import { privacyTrouble } from './privacy'

/** WeChat's camera or album, made smaller by WeChat. */
export async function chooseVideo(longest: number): Promise<Filmed | null> {
  try {
    const chosen = await Taro.chooseMedia({ count: 1, mediaType: ['video'], sourceType: ['camera', 'album'], maxDuration: longest / 1000, sizeType: ['compressed'], camera: 'back' })
    const film = chosen.tempFiles[0]
    if (!film) return null
    return { path: film.tempFilePath, ending: /\.mov$/i.test(film.tempFilePath) ? '.mov' : '.mp4', ms: film.duration > 0 ? film.duration * 1000 : null, bytes: film.size }
  } catch (trouble) {
    if (isCancelled(trouble)) return null
    throw privacyTrouble(trouble, '打不开相机和相册')
  }
}

/** WeChat's own player [wechat: previewMedia, base library ≥ 2.12.0]. */
export async function showVideo(src: string): Promise<void> {
  await Taro.previewMedia({ sources: [{ url: src, type: 'video' }] })
}

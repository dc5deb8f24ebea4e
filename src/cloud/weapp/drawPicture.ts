import Taro from '@tarojs/taro'
import { CallFailed } from '../callFailed'
import type { Brush } from '../platformType'
import { privacyTrouble } from './privacy'

/** @returns a local path of a PNG that `paint` made, on WeChat's Canvas 2D */
export async function drawPicture(width: number, height: number, paint: (brush: Brush) => void): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  paint(canvas.getContext('2d') as unknown as Brush)
  const written = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'png', destWidth: width, destHeight: height })
  return written.tempFilePath
}

/** Asks for the album the first time; a no is told with the way to change it. */
export async function savePicture(path: string): Promise<void> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
  } catch (trouble) {
    if (/auth|deny|denied/i.test((trouble as { errMsg?: string }).errMsg ?? '')) throw new CallFailed({ code: 'ALBUM_REFUSED', message: '没有允许存到相册。点图片看大图，长按也能存、能发。', again: false })
    throw privacyTrouble(trouble, '图存不了')
  }
}

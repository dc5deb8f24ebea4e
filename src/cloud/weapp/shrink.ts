import Taro from '@tarojs/taro'
import { drawAsJpeg } from './drawAsJpeg'

/** The longest side that is worth sending: enough to judge a strawberry by. */
const LONGEST_SIDE = 1600
/** What getImageInfo may call a JPEG; anything else is drawn anew, because compressing keeps its kind. */
const JPEG = ['jpeg', 'jpg']

/** Has WeChat write the photo anew: upright, at most 1600 px, and without the metadata a camera adds. */
export async function shrink(path: string): Promise<string> {
  const first = await compress(path, await Taro.getImageInfo({ src: path }))
  const info = await Taro.getImageInfo({ src: first })
  // The size read before is the stored one, sideways for a turned phone; what came out is upright and tells the truth.
  const path2 = Math.max(info.width, info.height) > LONGEST_SIDE ? await compress(first, info) : first
  return info.type === undefined || JPEG.includes(info.type) ? path2 : drawAsJpeg(path2, LONGEST_SIDE)
}

async function compress(src: string, { width, height }: { width: number; height: number }): Promise<string> {
  const size = Math.max(width, height) <= LONGEST_SIDE ? {} : width >= height ? { compressedWidth: LONGEST_SIDE } : { compressedHeight: LONGEST_SIDE }
  return (await Taro.compressImage({ src, quality: 80, ...size })).tempFilePath
}

import Taro from '@tarojs/taro'

/** A screenshot or another picture that is no JPEG, drawn on white and written as one. */
export async function drawAsJpeg(path: string, longestSide: number): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width: w, height: h })
  const picture = canvas.createImage() as { src: string; onload: () => void; onerror: (why: unknown) => void }
  await new Promise<void>((resolve, reject) => {
    picture.onload = resolve
    picture.onerror = reject
    picture.src = path
  })
  const brush = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  // A transparent picture would turn black as a JPEG.
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, w, h)
  brush.drawImage(picture as unknown as CanvasImageSource, 0, 0, w, h)
  const written = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'jpg', quality: 0.8, destWidth: w, destHeight: h })
  return written.tempFilePath
}

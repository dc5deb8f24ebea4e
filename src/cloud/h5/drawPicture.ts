import type { Brush } from '../platformType'

/** @returns the address of a PNG that `paint` made */
export async function drawPicture(width: number, height: number, paint: (brush: Brush) => void): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser cannot draw')
  paint(brush)
  const png = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!png) throw new Error('this browser cannot write a PNG')
  return URL.createObjectURL(png)
}

/** A browser has no album: it goes where downloads go. */
export function savePicture(path: string): Promise<void> {
  const link = document.createElement('a')
  link.href = path
  link.download = '售后进展.png'
  link.click()
  return Promise.resolve()
}

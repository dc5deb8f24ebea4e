/** The longest side that is worth sending: enough to judge a strawberry by. */
const LONGEST_SIDE = 1600

/** Draws the picture anew: upright, at most 1600 px, and without the metadata a camera adds. */
export async function shrink(path: string): Promise<string> {
  const original = await (await fetch(path)).blob()
  const picture = await createImageBitmap(original, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser cannot draw')
  // A transparent picture would turn black as a JPEG.
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const jpeg = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.8))
  if (!jpeg) throw new Error('this browser cannot write a JPEG')
  return URL.createObjectURL(jpeg)
}

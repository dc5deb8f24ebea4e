import type { Page } from 'playwright-core'

/** A file as a person picks it from an album. */
export interface Picture { name: string; mimeType: string; buffer: Buffer }

/** Draws a JPEG of a phone camera's shape, with words on it so that no two are alike. */
export async function drawPhoto(page: Page, words: string): Promise<Picture> {
  const base64 = await page.evaluate(text => {
    const canvas = document.createElement('canvas')
    canvas.width = 2000
    canvas.height = 1500
    const brush = canvas.getContext('2d')
    if (!brush) throw new Error('no canvas')
    const light = brush.createLinearGradient(0, 0, 2000, 1500)
    light.addColorStop(0, '#c0392b')
    light.addColorStop(1, '#5b1a14')
    brush.fillStyle = light
    brush.fillRect(0, 0, 2000, 1500)
    brush.fillStyle = '#fff'
    brush.font = '160px sans-serif'
    brush.fillText(text, 200, 800)
    return canvas.toDataURL('image/jpeg', 0.9).replace(/^data:image\/jpeg;base64,/, '')
  }, words)
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

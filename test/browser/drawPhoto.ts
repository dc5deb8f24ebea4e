import type { Page } from 'playwright-core'

/** A file as a person picks it from an album. */
export interface Picture { name: string; mimeType: string; buffer: Buffer }

/** Draws a photo of a phone camera's shape: a box of what the words name (strawberries, if they name nothing known), some of it rotten. The words, in a corner, make it unlike all others. */
export async function drawPhoto(page: Page, words: string): Promise<Picture> {
  const base64 = await page.evaluate(text => {
    const canvas = document.createElement('canvas')
    canvas.width = 2000
    canvas.height = 1500
    const brush = canvas.getContext('2d')
    if (!brush) throw new Error('no canvas')
    const random = (() => { let seed = [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2147483647; return () => (seed = seed * 48271 % 2147483647) / 2147483647 })()
    brush.fillStyle = '#d9c3a0'
    brush.fillRect(0, 0, 2000, 1500)
    const berries = !/橙|青|颂/.test(text)
    const [light, deep] = /橙/.test(text) ? ['#ffc163', '#d96500'] : /青/.test(text) ? ['#a8d08a', '#3f7d35'] : /颂/.test(text) ? ['#f0c586', '#a8682a'] : ['#ff6a5c', '#b3161c']
    // A box of what was bought, some of it gone soft and brown.
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 5; column++) {
        const [x, y, size] = [220 + column * 390 + random() * 60, 210 + row * 360 + random() * 50, 150 + random() * 30]
        const rotten = random() < 0.35
        const skin = brush.createRadialGradient(x - 50, y - 60, 20, x, y, size * 1.3)
        skin.addColorStop(0, rotten ? '#b5654a' : light)
        skin.addColorStop(1, rotten ? '#4d241b' : deep)
        brush.fillStyle = skin
        brush.beginPath()
        if (berries) {
          brush.moveTo(x, y + size * 1.15)
          brush.bezierCurveTo(x - size * 1.5, y + size * 0.1, x - size, y - size * 1.1, x, y - size * 0.75)
          brush.bezierCurveTo(x + size, y - size * 1.1, x + size * 1.5, y + size * 0.1, x, y + size * 1.15)
        } else {
          brush.arc(x, y, size, 0, 7)
        }
        brush.fill()
        brush.fillStyle = '#f3d27a'
        for (let seed = 0; seed < 14 && berries && !rotten; seed++) brush.fillRect(x + (random() - 0.5) * size * 1.3, y + (random() - 0.45) * size * 1.2, 8, 14)
        brush.fillStyle = '#3d7d3a'
        for (let leaf = -2; leaf <= 2 && berries; leaf++) {
          brush.beginPath()
          brush.ellipse(x + leaf * 38, y - size * 0.78, 20, 58, leaf * 0.5, 0, 7)
          brush.fill()
        }
        if (!rotten) continue
        brush.fillStyle = 'rgba(226, 220, 205, .8)'
        for (let mould = 0; mould < 8; mould++) {
          brush.beginPath()
          brush.arc(x + (random() - 0.5) * size, y + (random() - 0.3) * size, 12 + random() * 22, 0, 7)
          brush.fill()
        }
      }
    }
    brush.fillStyle = '#fff'
    brush.font = '44px sans-serif'
    brush.fillText(text, 40, 1470)
    return canvas.toDataURL('image/jpeg', 0.9).replace(/^data:image\/jpeg;base64,/, '')
  }, words)
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

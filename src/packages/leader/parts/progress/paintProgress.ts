import { progressWords } from '../../../../../domain/orders/progress'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Progress } from '../../../../../domain/contract/calls'
import type { Brush } from '../../../../cloud/platformType'

/** Twice what a phone shows it at, so that it stays sharp in the chat. px */
export const WIDTH = 750
const EDGE = 56
const HEAD = 300
const ROW = 150
const FOOT = 110
/** More do not fit a picture that is read in a chat; the rest are counted in the whole. */
const MOST_PRODUCTS = 6

/** How tall the picture of this progress is. px */
export function heightOf({ products }: Progress): number {
  return HEAD + Math.min(products.length, MOST_PRODUCTS) * ROW + FOOT
}

/** Paints how far a group-buy's after-sales are: counts and times, never a name. Colours are paper's, whatever theme the phone has. */
export function paintProgress(brush: Brush, progress: Progress): void {
  const words = (text: string, size: number, y: number, colour: string, bold = false) => {
    brush.font = `${bold ? 'bold ' : ''}${size}px sans-serif`
    brush.fillStyle = colour
    brush.fillText(fitted(brush, text), EDGE, y)
  }
  brush.textBaseline = 'top'
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, WIDTH, heightOf(progress))
  brush.fillStyle = '#1a7f53'
  brush.fillRect(0, 0, WIDTH, 12)
  words(progress.title, 40, 52, '#1f1d1a', true)
  words(`${progress.communityName} · 售后进展`, 28, 112, '#67615a')
  words(progressWords(progress.whole, progress.at), 34, 172, '#16734a', true)
  bar(brush, 236, progress.whole)
  for (const [i, product] of progress.products.slice(0, MOST_PRODUCTS).entries()) {
    const y = HEAD + i * ROW
    words(product.title, 32, y, '#1f1d1a', true)
    words(progressWords(product, progress.at), 28, y + 48, '#67615a')
    bar(brush, y + 100, product)
  }
  words(`${spoken(progress.at, progress.at)}的情况，以小程序里为准`, 24, heightOf(progress) - 64, '#67615a')
}

/** How much of it is done, as a length. */
function bar(brush: Brush, y: number, { reported, settled, offered }: { reported: number; settled: number; offered: number }): void {
  const whole = WIDTH - 2 * EDGE
  brush.fillStyle = '#e7e1d8'
  brush.fillRect(EDGE, y, whole, 16)
  if (reported === 0) return
  brush.fillStyle = '#f2b866'
  brush.fillRect(EDGE, y, Math.round(whole * (settled + offered) / reported), 16)
  brush.fillStyle = '#1a7f53'
  brush.fillRect(EDGE, y, Math.round(whole * settled / reported), 16)
}

/** As much as the width takes. */
function fitted(brush: Brush, text: string): string {
  const most = WIDTH - 2 * EDGE
  if (brush.measureText(text).width <= most) return text
  let letters = [...text]
  while (letters.length > 1 && brush.measureText(`${letters.join('')}…`).width > most) letters = letters.slice(0, -1)
  return `${letters.join('')}…`
}

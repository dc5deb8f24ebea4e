import type { ProgressCounts } from '../../../../../domain/orders/progress'
import { progressWords } from '../../../../../domain/orders/progressWords'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { Progress } from '../../../../../domain/contract/calls'
import type { Brush } from '../../../../cloud/platformType'

/** Twice what a phone shows it at, so that it stays sharp in the chat. px */
export const WIDTH = 750
const EDGE = 56
const FOOT = 110
/** The sentences, for all and for each product: size and from line to line. px */
const WHOLE = { size: 34, line: 46 }
const EACH = { size: 28, line: 40 }
/** More do not fit a picture that is read in a chat; the rest are counted in the whole. */
const MOST_PRODUCTS = 6

/** How tall the picture of this progress is. px */
export function heightOf(progress: Progress): number {
  return planOf(progress).height
}

interface Plan {
  lines: string[]
  products: (Progress['products'][number] & { y: number; lines: string[] })[]
  height: number
}

/** What stands where: as tall as the sentences are long, since until when has to be readable to its end. */
function planOf({ whole, products, at }: Progress): Plan {
  const lines = wrapped(progressWords(whole, at), WHOLE.size)
  let y = 172 + lines.length * WHOLE.line + 82
  const placed = products.slice(0, MOST_PRODUCTS).map(product => {
    const place = { ...product, y, lines: wrapped(progressWords(product, at), EACH.size) }
    y += 48 + place.lines.length * EACH.line + 62
    return place
  })
  return { lines, products: placed, height: y + FOOT }
}

/** Paints how far a group-buy's after-sales are: counts and times, never a name. Colours are paper's, whatever theme the phone has. */
export function paintProgress(brush: Brush, progress: Progress): void {
  const plan = planOf(progress)
  const words = (text: string, size: number, y: number, colour: string, bold = false) => {
    brush.font = `${bold ? 'bold ' : ''}${size}px sans-serif`
    brush.fillStyle = colour
    brush.fillText(fitted(brush, text), EDGE, y)
  }
  brush.textBaseline = 'top'
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, WIDTH, plan.height)
  brush.fillStyle = '#1a7f53'
  brush.fillRect(0, 0, WIDTH, 12)
  words(progress.title, 40, 52, '#1f1d1a', true)
  words(`${progress.communityName} · 售后进展`, 28, 112, '#67615a')
  for (const [i, line] of plan.lines.entries()) words(line, WHOLE.size, 172 + i * WHOLE.line, '#16734a', true)
  bar(brush, 172 + plan.lines.length * WHOLE.line + 18, progress.whole)
  for (const product of plan.products) {
    words(product.title, 32, product.y, '#1f1d1a', true)
    for (const [i, line] of product.lines.entries()) words(line, EACH.size, product.y + 48 + i * EACH.line, '#67615a')
    bar(brush, product.y + 48 + product.lines.length * EACH.line + 12, product)
  }
  words(`${spoken(progress.at, progress.at)}的情况，以小程序里为准`, 24, plan.height - 64, '#67615a')
}

/** How much of it is done, as a length: dark where nothing more is owed, pale where money is, amber where a proposal lies with the neighbour. */
function bar(brush: Brush, y: number, { reported, decided, unpaid, offered }: ProgressCounts): void {
  const whole = WIDTH - 2 * EDGE
  brush.fillStyle = '#e7e1d8'
  brush.fillRect(EDGE, y, whole, 16)
  if (reported === 0) return
  const parts: [string, number][] = [['#f2b866', decided + offered], ['#93cdb0', decided], ['#1a7f53', decided - unpaid]]
  for (const [colour, households] of parts) {
    brush.fillStyle = colour
    brush.fillRect(EDGE, y, Math.round(whole * households / reported), 16)
  }
}

/**
 * The sentence in lines that fit the paper, broken after a comma where one is near. By counting, because the paper's height is asked for before
 * there is a brush to measure with: a Chinese letter is as wide as it is tall, a digit at most 0.7 of it in any sans-serif.
 */
function wrapped(text: string, size: number): string[] {
  const most = WIDTH - 2 * EDGE
  const wide = (words: string) => [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 0.7 : 1) * size, 0)
  const lines: string[] = []
  let line = ''
  for (const part of text.split(/(?<=，)/)) {
    if (line !== '' && wide(line + part) > most) {
      lines.push(line)
      line = ''
    }
    for (const letter of part) {
      if (wide(line + letter) > most) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return [...lines, line]
}

/** As much as the width takes. */
function fitted(brush: Brush, text: string): string {
  const most = WIDTH - 2 * EDGE
  if (brush.measureText(text).width <= most) return text
  let letters = [...text]
  while (letters.length > 1 && brush.measureText(`${letters.join('')}…`).width > most) letters = letters.slice(0, -1)
  return `${letters.join('')}…`
}

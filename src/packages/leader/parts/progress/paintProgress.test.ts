import type { Progress } from '../../../../../domain/contract/calls'
import { heightOf, paintProgress, WIDTH } from './paintProgress'

const AT = Date.UTC(2026, 10, 21, 10, 20)
const counts = { reported: 23, decided: 20, refunded: 6, unpaid: 14, offered: 0, waiting: 3, until: [{ at: AT + 3 * 3600_000, households: 2 }, { at: AT + 21 * 3600_000, households: 1 }] }
const PROGRESS: Progress = { title: '11.21 草莓大团', communityName: '梧桐苑', leaderName: '陈姐', leaderPhone: '13800000000', whole: counts, products: [{ title: '【丹东99草莓】顺丰冷链'.repeat(6), spec: '2斤/盒', ...counts }], at: AT }

/** Remembers what was painted; a Chinese letter is as wide as its size, any other 0.6 of it. */
function paper() {
  const texts: { text: string; end: number; y: number }[] = []
  const rects: { x: number; y: number; width: number; height: number }[] = []
  const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 0.6 : 1) * size(), 0)
  const size = () => Number(/(\d+)px/.exec(brush.font)?.[1] ?? 0)
  const brush = {
    fillStyle: '', font: '', textBaseline: 'top' as const,
    measureText: (text: string) => ({ width: wide(text) }) as TextMetrics,
    fillText: (text: string, x: number, y: number) => { texts.push({ text, end: x + wide(text), y }) },
    fillRect: (x: number, y: number, width: number, height: number) => { rects.push({ x, y, width, height }) },
  }
  return { brush, texts, rects }
}

test('tells how many, how far and until when; nothing is wider than the paper, nobody is named', () => {
  const { brush, texts, rects } = paper()
  paintProgress(brush, PROGRESS)
  const said = texts.map(t => t.text)
  // The whole sentence, for all and for the product: until when can be read to its end.
  expect(said.join('').split('23户反映，20户已定，6户已退，其余2户今晚9点20分前，1户明天下午3点20分前处理')).toHaveLength(3)
  expect(said).toContain('11.21 草莓大团')
  for (const { end, y } of texts) expect([end <= WIDTH, y < heightOf(PROGRESS)]).toEqual([true, true])
  for (const { x, y, width, height } of rects) expect([x + width <= WIDTH, y + height <= heightOf(PROGRESS)]).toEqual([true, true])
  for (const secret of ['陈姐', '13800000000']) expect(said.join()).not.toContain(secret)
})

test('the bar is as long as what is decided, and what is paid of it darker', () => {
  const { brush, rects } = paper()
  paintProgress(brush, { ...PROGRESS, products: [] })
  const lengths = rects.filter(r => r.height === 16).map(r => r.width)
  expect(lengths).toEqual([638, Math.round(638 * 20 / 23), Math.round(638 * 20 / 23), Math.round(638 * 6 / 23)])
})

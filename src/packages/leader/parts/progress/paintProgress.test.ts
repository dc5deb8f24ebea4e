import type { Progress } from '../../../../../domain/contract/calls'
import { heightOf, paintProgress, WIDTH } from './paintProgress'

const AT = Date.UTC(2026, 10, 21, 10, 20)
const counts = { reported: 23, settled: 20, offered: 0, waiting: 3, until: AT + 3 * 3600_000 }
const PROGRESS: Progress = { title: '11.21 草莓大团', communityName: '梧桐苑', leaderName: '陈姐', leaderPhone: '13800000000', whole: counts, products: [{ title: '【丹东99草莓】顺丰冷链'.repeat(6), spec: '2斤/盒', ...counts }], at: AT }

/** Remembers what was painted; every letter is as wide as its size. */
function paper() {
  const texts: { text: string; end: number }[] = []
  const rects: { x: number; y: number; width: number; height: number }[] = []
  const size = () => Number(/(\d+)px/.exec(brush.font)?.[1] ?? 0)
  const brush = {
    fillStyle: '', font: '', textBaseline: 'top' as const,
    measureText: (text: string) => ({ width: [...text].length * size() }) as TextMetrics,
    fillText: (text: string, x: number) => { texts.push({ text, end: x + [...text].length * size() }) },
    fillRect: (x: number, y: number, width: number, height: number) => { rects.push({ x, y, width, height }) },
  }
  return { brush, texts, rects }
}

test('tells how many, how far and until when; nothing is wider than the paper, nobody is named', () => {
  const { brush, texts, rects } = paper()
  paintProgress(brush, PROGRESS)
  const said = texts.map(t => t.text)
  expect(said).toContain('23户反映，20户已处理，其余今晚9点20…')
  expect(said).toContain('11.21 草莓大团')
  for (const { end } of texts) expect(end).toBeLessThanOrEqual(WIDTH)
  for (const { x, y, width, height } of rects) expect([x + width <= WIDTH, y + height <= heightOf(PROGRESS)]).toEqual([true, true])
  for (const secret of ['陈姐', '13800000000']) expect(said.join()).not.toContain(secret)
})

test('the bar is as long as what is done', () => {
  const { brush, rects } = paper()
  paintProgress(brush, { ...PROGRESS, products: [] })
  const lengths = rects.filter(r => r.height === 16).map(r => r.width)
  expect(lengths).toEqual([638, Math.round(638 * 20 / 23), Math.round(638 * 20 / 23)])
})

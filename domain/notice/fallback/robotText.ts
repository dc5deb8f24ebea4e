import { before } from '../../clock/shanghai'
import { saying } from '../nudge'
import { casesTold, type Told } from './told'

/** Bytes of UTF-8 in a text message [wechat: WeCom group robot, text]. */
export const LONGEST_TEXT = 2048
/** Letters of a product's title or a group-buy's. */
const LONGEST_TITLE = 30
const WHERE = '在小程序「团后」里打开'

/**
 * What a robot says into a group for all of these: how many, of which goods, until when. No household, nobody's words, no money: strangers read along.
 * Plain text, because WeChat shows a group its robot's markdown as nothing. What does not fit is counted.
 * @param place whose group it is: a community or a supplier
 */
export function robotText(told: readonly Told[], place: string, now: number): string {
  const lines = groups(told.filter(t => !t.nudge))
  const head = `【${short(place)}】${counting(casesTold(told), casesTold(told.filter(t => t.nudge)), lines.length > 0)}`
  for (let shown = lines.length; shown > 0; shown--) {
    const left = lines.slice(shown)
    const text = [head, ...lines.slice(0, shown).map(line => said(line, now)), ...(left.length === 0 ? [] : [`还有 ${left.length} 样 ${left.reduce((sum, l) => sum + l.count, 0)} 件`]), WHERE].join('\n')
    if (bytesOf(text) <= LONGEST_TEXT) return text
  }
  return [head, WHERE].join('\n')
}

/** @param late how many of all are over their time, as far as a nudge is among what is told @param more whether anything else is */
function counting(all: number, late: number, more: boolean): string {
  if (!more) return saying(late)
  const over = late === 0 ? '' : late === all ? '，都到时间了' : `，其中 ${late} 件到时间了`
  return `有 ${all} 件要处理${over}`
}

/** The same with nothing that anybody wrote, for where WeCom did not take it. */
export function plainText(count: number): string {
  return `有 ${count} 件要处理\n${WHERE}`
}

interface Line { goods: string; groupBuy: string; hazard: boolean; urgent: boolean; dueAt: number | null; count: number }

/** One line for what is of the same goods; a danger first, then what is due first. */
function groups(told: readonly Told[]): Line[] {
  const lines = new Map<string, Line>()
  const counted = new Set<string>()
  for (const { cases, goods, groupBuy, hazard, urgent, dueAt } of told) {
    const key = JSON.stringify([goods, groupBuy, hazard])
    const line = lines.get(key) ?? { goods, groupBuy, hazard, urgent, dueAt, count: 0 }
    lines.set(key, { ...line, urgent: line.urgent || urgent, dueAt: earlier(line.dueAt, dueAt), count: line.count + new Set(cases.filter(id => !counted.has(id))).size })
    for (const id of cases) counted.add(id)
  }
  return [...lines.values()].sort((a, b) => Number(b.hazard) - Number(a.hazard) || Number(b.urgent) - Number(a.urgent) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.count - a.count)
}

function said({ goods, groupBuy, hazard, dueAt, count }: Line, now: number): string {
  const what = `${hazard ? '⚠ 安全问题：' : ''}${short(goods)}${groupBuy === '' ? '' : `（${short(groupBuy)}）`} ${count} 件`
  return dueAt === null ? what : dueAt <= now ? `${what}，已经过了说好的时间` : `${what}，${count > 1 ? '最早' : ''}${before(dueAt, now)}`
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}

/** On one line, by whole letters; what is left out shows as …. Angle brackets and @ would call people in a group. */
function short(title: string): string {
  const letters = [...title.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').replace(/[<>@]/g, '').trim()]
  return letters.length <= LONGEST_TITLE ? letters.join('') : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

import { CLASSES } from '../case/reasons'
import type { Bounds } from './changeable'
import { sameLine } from './checkClockRules'
import { hoursChangeWords } from './hoursWords'
import { CLOCKS, ruleFor, type Allowance, type ClockName, type ClockPolicy, type ClockRule, type Priority } from './rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = { usual: '一般的', complex: '麻烦一点的', urgent: '急的' }

/** 5 分钟, 24 小时, 3 天: two days are said as days, one as hours, as people do. */
export function spanWords(ms: number): string {
  if (ms % DAY === 0 && ms > DAY) return `${ms / DAY} 天`
  if (ms % HOUR === 0) return `${ms / HOUR} 小时`
  return ms > HOUR ? `${Math.floor(ms / HOUR)} 小时 ${Math.round(ms % HOUR / MINUTE)} 分钟` : `${Math.round(ms / MINUTE)} 分钟`
}

export function allowanceWords(allows: Allowance): string {
  if ('today' in allows) return '当天'
  if ('workingDays' in allows) return `${allows.workingDays} 个工作日`
  return allows.of === 'serviceHours' ? `有人管的 ${spanWords(allows.within)}` : spanWords(allows.within)
}

/** 3 天; 15 天，或 15 个工作日 where they may be chosen: working days count as days. */
export function longestWords({ most, kinds }: Bounds): string {
  return kinds.includes('workingDays') ? `${spanWords(most)}，或 ${allowanceWords({ workingDays: most / DAY })}` : spanWords(most)
}

/** What a promise is called where it is not the resident who reads it: 邻居补材料. */
export function clockName(clock: ClockName): string {
  return CLOCKS[clock].replace('您', '邻居')
}

/** Which cases a line is about: 快递、运输, 急的; '' for all. */
export function aboutWords({ class: of, priority }: Pick<ClockRule, 'class' | 'priority'>): string {
  return [...(of ? [CLASSES[of].says] : []), ...(priority ? [PRIORITY_WORDS[priority]] : [])].join('，')
}

/** What the desk takes over where it is late; of the others it hears [domain/clock/agenda, escalation]. */
const TAKEN: readonly ClockName[] = ['respond', 'review']

/** A line in words, with what else happens: 24 小时，提前 4 小时提醒，到时间还没办就转给平台. */
export function clockRuleWords({ clock, allows, remindBefore = [], nudgeEvery, escalateAfter }: ClockRule): string {
  return [
    allowanceWords(allows), ...(remindBefore.length > 0 ? [`提前 ${remindBefore.map(spanWords).join('、')}提醒`] : []), ...(nudgeEvery !== undefined ? [`过了时间每 ${spanWords(nudgeEvery)}催一次`] : []),
    ...(escalateAfter ? [`${allowanceWords(escalateAfter) === allowanceWords(allows) ? '到时间' : `过了 ${allowanceWords(escalateAfter)}`}还没办就${TAKEN.includes(clock) ? '转给' : '告诉'}平台`] : []),
  ].join('，')
}

/** The line as it holds, with what it leaves out. */
export function wholeLine(line: ClockRule): ClockRule {
  return { ...ruleFor([], line.clock, line.class ?? 'quality', line.priority ?? 'usual'), ...line }
}

/** What somebody changed, a sentence each: 团长看：24 小时 → 12 小时; 有人管的时间，周日：8:00–22:00 → 休息. */
export function changeWords(before: Pick<ClockPolicy, 'rules' | 'open'>, after: Pick<ClockPolicy, 'rules' | 'open'>): string[] {
  const lines = [...after.rules, ...before.rules.filter(b => !after.rules.some(a => sameLine(a, b)))]
  const changed = lines.flatMap(line => {
    const [was, is] = [before.rules, after.rules].map(rules => rules.find(r => sameLine(r, line)))
    const words = [was, is].map(rule => (rule ? clockRuleWords(wholeLine(rule)) : '照平常'))
    return words[0] === words[1] ? [] : [`${clockName(line.clock)}${aboutWords(line) === '' ? '' : `（${aboutWords(line)}）`}：${words.join(' → ')}`]
  })
  return [...changed, ...hoursChangeWords(before.open, after.open).map(words => `有人管的时间，${words}`)]
}

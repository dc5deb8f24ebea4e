import { CLASS_CODES } from '../case/reasons'
import { refusal, type Refusal } from '../contract/refusal'
import { CHANGEABLE, FURTHEST_AHEAD, kindOf, lengthOfAllowance, LEAST_AHEAD, MOST_CLOCK_RULES, MOST_REMINDERS, REMINDED_BEFORE_END, SHORTEST_NUDGE, type Bounds } from './changeable'
import { PRIORITIES, ruleFor, type ClockRule } from './rules'

const MINUTE = 60_000

/** What is wrong with the lines that a community wants to keep, or null. Each field is named by its place in the list. */
export function clockRulesTrouble(rules: readonly ClockRule[]): Refusal | null {
  if (rules.length > MOST_CLOCK_RULES) return refusal('TOO_MANY_RULES', `最多另定 ${MOST_CLOCK_RULES} 条`, 'rules')
  for (const [i, rule] of rules.entries()) {
    const field = `rules.${i}`
    if (rules.slice(0, i).some(earlier => sameLine(earlier, rule))) return refusal('SAME_LINE_TWICE', '同一样时间定了两次', field)
    const trouble = ofLine(rule, field)
    if (trouble) return trouble
  }
  return null
}

/** Whether two lines are about the same. */
export function sameLine(a: Pick<ClockRule, 'clock' | 'class' | 'priority'>, b: Pick<ClockRule, 'clock' | 'class' | 'priority'>): boolean {
  return a.clock === b.clock && a.class === b.class && a.priority === b.priority
}

function ofLine(rule: ClockRule, field: string): Refusal | null {
  const bounds = CHANGEABLE[rule.clock]
  if (typeof bounds === 'string') return refusal('NOT_CHANGEABLE', bounds, `${field}.clock`)
  // A danger is urgent from the beginning.
  if (rule.class === 'hazard' && rule.priority !== undefined && rule.priority !== 'urgent') return refusal('NEVER_TRUE', '安全问题都是急的，这一条永远用不上', `${field}.priority`)
  return ofAmounts(rule, bounds, field) ?? asItWorks(rule, field)
}

function ofAmounts({ allows, remindBefore = [], nudgeEvery, escalateAfter }: ClockRule, bounds: Bounds, field: string): Refusal | null {
  if (!bounds.kinds.includes(kindOf(allows))) return refusal('OTHER_MEASURE', '这样时间不能这样算', `${field}.allows`)
  const whole = (ms: number) => Number.isSafeInteger(ms) && ms > 0 && ms % MINUTE === 0
  const amount = lengthOfAllowance(allows)
  if (!whole(amount)) return refusal('NOT_MINUTES', '时间要是整分钟', `${field}.allows`)
  if (amount < bounds.least) return refusal('TOO_SHORT', `太短了：${bounds.leastWords}`, `${field}.allows`)
  if (amount > bounds.most) return refusal('TOO_LONG', `太长了：${bounds.mostWords}`, `${field}.allows`)
  if (remindBefore.length > MOST_REMINDERS) return refusal('TOO_MANY_REMINDERS', `一件最多提醒 ${MOST_REMINDERS} 次`, `${field}.remindBefore`)
  for (const [i, before] of remindBefore.entries()) {
    if (!whole(before)) return refusal('NOT_MINUTES', '时间要是整分钟', `${field}.remindBefore.${i}`)
    if (i > 0 && before >= (remindBefore[i - 1] ?? 0)) return refusal('REMINDERS_OUT_OF_ORDER', '提醒要从早到晚，各在各的时候', `${field}.remindBefore.${i}`)
  }
  if (nudgeEvery !== undefined && !whole(nudgeEvery)) return refusal('NOT_MINUTES', '时间要是整分钟', `${field}.nudgeEvery`)
  if (nudgeEvery !== undefined && nudgeEvery < SHORTEST_NUDGE) return refusal('NUDGES_TOO_OFTEN', '催得太勤了，至少隔 30 分钟', `${field}.nudgeEvery`)
  if (nudgeEvery !== undefined && nudgeEvery > FURTHEST_AHEAD) return refusal('TOO_LONG', '太长了：最多隔两周催一次', `${field}.nudgeEvery`)
  if (escalateAfter === undefined) return null
  if (kindOf(escalateAfter) !== 'always') return refusal('OTHER_MEASURE', '多久以后归平台，按钟点算', `${field}.escalateAfter`)
  if (!whole(lengthOfAllowance(escalateAfter))) return refusal('NOT_MINUTES', '时间要是整分钟', `${field}.escalateAfter`)
  return lengthOfAllowance(escalateAfter) > FURTHEST_AHEAD ? refusal('TOO_LONG', '太长了：最多两周就要告诉平台', `${field}.escalateAfter`) : null
}

/** What a line leaves out is as usual: together they have to make sense for every case that it holds for. */
function asItWorks(own: ClockRule, field: string): Refusal | null {
  for (const caseClass of own.class ? [own.class] : CLASS_CODES) {
    for (const priority of own.priority ? [own.priority] : PRIORITIES) {
      if (caseClass === 'hazard' && priority !== 'urgent') continue
      const usual = ruleFor([], own.clock, caseClass, priority)
      const rule = ruleFor([own], own.clock, caseClass, priority)
      // There it does not hold: the usual line says more about such a case.
      if (rule === usual) continue
      const amount = lengthOfAllowance(rule.allows)
      if (caseClass === 'hazard' && amount > lengthOfAllowance(usual.allows)) return refusal('DANGER_SLOWER', '安全问题只能更快，不能更慢', `${field}.allows`)
      if (rule.escalateAfter && !usual.escalateAfter) return refusal('NOT_CHANGEABLE', '这一步到了时间不归平台', `${field}.escalateAfter`)
      if (rule.escalateAfter && lengthOfAllowance(rule.escalateAfter) < amount) return refusal('DESK_TOO_EARLY', '还没到时间就归平台了，归平台要更晚', `${field}.escalateAfter`)
      const early = (rule.remindBefore ?? []).findIndex(before => before >= amount)
      if (early >= 0) return refusal('REMINDED_TOO_EARLY', '提醒得比开始还早，请提醒得晚一点', `${field}.remindBefore${own.remindBefore ? `.${early}` : ''}`)
      if (REMINDED_BEFORE_END.includes(rule.clock) && !(rule.remindBefore ?? []).some(before => before >= LEAST_AHEAD)) return refusal('REMINDER_NEEDED', '到时间就不等了，之前至少要提醒一次，提前 4 小时以上', `${field}.remindBefore`)
    }
  }
  return null
}

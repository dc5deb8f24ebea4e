import { shanghai } from '../../clock/shanghai'
import { casesTold, type Told } from './told'

/** Characters of a template's parameter: what every kind of account is allowed [Tencent SMS, template parameters; 12 for individuals]. */
export const LONGEST_PARAMETER = 12
/** A number of at most six digits goes into any template of codes. */
export const CODE_DIGITS = 6

/**
 * The parameters of the template for what is urgent: how many, and when the first is due. Its words are the deployment's own, agreed with the operator, e.g.
 * 您有{1}件急事，最早{2}前要处理，请打开小程序。 Nothing of a case leaves by a text message.
 */
export function urgentParameters(told: readonly Told[], now: number): string[] {
  const due = told.flatMap(t => (t.dueAt === null ? [] : [t.dueAt]))
  const first = Math.max(now, due.length === 0 ? now : Math.min(...due))
  return [String(Math.min(casesTold(told), 999)), shanghai(first).format('MM-DD HH:mm')]
}

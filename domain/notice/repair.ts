import { fromShanghai, shanghai } from '../clock/shanghai'
import { fitField } from './limits'
import type { TemplateKey } from './templates'

/** What a message speaks of beside its words. `count`: cases; `now`: ms */
export interface Repairing { count: number; now: number }

/**
 * What can be said of anything, for where WeChat takes none of our own words [wechat: 45168 sensitive word, 47003 bad field]. Numbers and times are not
 * words and stay, and so does how many it is about.
 */
function generic(template: TemplateKey, count: number): Record<string, string> {
  const many = count > 1
  switch (template) {
    case 'toHandle': return { thing1: many ? `有 ${count} 件事等您处理，请点开看` : '有一件事等您处理，请点开看', phrase17: '待处理' }
    case 'reminder': return { thing1: many ? `有 ${count} 件到时间了，请点开看` : '有一件事快到时间了，请点开看', thing4: '团购的东西' }
    case 'progress': return { thing1: many ? `团购的东西 等 ${count} 件` : '您买的东西', thing3: many ? '都有新进展，请点开看' : '有新的进展，请点开看' }
    case 'result': return { thing34: '您买的东西', phrase7: '有结果了', thing17: '请点开看' }
    case 'refund': return { thing1: '您买的东西' }
  }
}

/** The fields of a message with nothing in them that anybody wrote. */
export function genericFields(template: TemplateKey, data: Record<string, string>, { count }: Repairing): Record<string, string> {
  return { ...data, ...generic(template, count) }
}

/** Which field WeChat's words name: `argument invalid! data.thing1.value is empty`. null: none */
export function fieldNamed(errMsg: string): string | null {
  return /data\.([a-z_]+\d+)(?:\.value)?/.exec(errMsg)?.[1] ?? null
}

/**
 * The fields with the one that WeChat did not take made plain: words without signs, cut; where that is the same, what can be said of anything. A time stays that
 * time, written the other way that WeChat knows; where it is none, now.
 */
export function repairedFields(template: TemplateKey, data: Record<string, string>, field: string, { count, now }: Repairing): Record<string, string> {
  const value = data[field] ?? ''
  if (/^time\d+$/.test(field)) return { ...data, [field]: shanghai(fromShanghai(value) ?? now).format('YYYY年M月D日 HH:mm') }
  const plain = fitField(field, value.replace(/[^\p{L}\p{N} :.-]/gu, ''))
  return { ...data, [field]: plain !== value && plain !== '-' ? plain : generic(template, count)[field] ?? fitField(field, '') }
}

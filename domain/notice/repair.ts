import { fitField } from './limits'
import type { TemplateKey } from './templates'

/**
 * What can be said of anything, for where WeChat takes none of our own words [wechat: 45168 sensitive word, 47003 bad field]. Numbers and times are not
 * words and stay.
 */
function generic(template: TemplateKey, count: number): Record<string, string> {
  const many = count > 1 ? `${count} 件` : ''
  switch (template) {
    case 'toHandle': return { thing1: many ? `有 ${many}事等您处理，请点开看` : '有一件事等您处理，请点开看', phrase17: '待处理' }
    // Of many some may be over their time.
    case 'reminder': return { thing1: many ? `有 ${many}事等您处理，请点开看` : '有一件事快到时间了，请点开看', thing4: '团购的东西' }
    case 'progress': return { thing1: many ? `团购的东西 ${many}` : '您买的东西', thing3: '有新的进展，请点开看' }
    case 'result': return { thing34: '您买的东西', phrase7: '有结果了', thing17: '请点开看' }
    case 'refund': return { thing1: '您买的东西' }
  }
}

/** The fields of a message with nothing in them that anybody wrote. `count`: how many it is about */
export function genericFields(template: TemplateKey, data: Record<string, string>, count: number): Record<string, string> {
  return { ...data, ...generic(template, count) }
}

/** Which field WeChat's words name: `argument invalid! data.thing1.value is empty`. null: none */
export function fieldNamed(errMsg: string): string | null {
  return /data\.([a-z_]+\d+)(?:\.value)?/.exec(errMsg)?.[1] ?? null
}

/** The fields with the one that WeChat did not take made plain: words without signs, cut; where that is the same, what can be said of anything. */
export function repairedFields(template: TemplateKey, data: Record<string, string>, field: string, count: number): Record<string, string> {
  const value = data[field] ?? ''
  const plain = fitField(field, value.replace(/[^\p{L}\p{N} :.-]/gu, ''))
  return { ...data, [field]: plain !== value && plain !== '-' ? plain : generic(template, count)[field] ?? fitField(field, '') }
}

import type { MessageTemplate } from '../deployment/message-templates'

/**
 * What WeChat takes in each kind of field. Source: WeChat's "订阅消息参数值内容限制说明". Where it says less than a pattern needs,
 * the stricter reading is taken: a text refused here may pass there, not the other way round.
 */
const letters = (text: string) => [...text].length

const DATE = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|([-/.])\d{1,2}[-/.]\d{1,2})`
const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
const TIME = new RegExp(`^(?:${DATE} ?)?${CLOCK}(?:~(?:${DATE} ?)?${CLOCK})?$`)
const DAY = new RegExp(`^${DATE}(?: ?${CLOCK})?(?:~${DATE}(?: ?${CLOCK})?)?$`)

const kinds: Record<string, (text: string) => boolean> = {
  thing: (text) => letters(text) <= 20,
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
  character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
  number: (text) => /^\d+(\.\d+)?$/.test(text) && text.replace('.', '').length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => /^[\p{P}\p{S}]{1,5}$/u.test(text),
  name: (text) => /^[\p{Script=Han}·]{1,10}$/u.test(text) || /^[A-Za-z .'-]{1,20}$/.test(text),
  phone_number: (text) => /^[\d+\-() ]{1,17}$/.test(text),
  car_number: (text) => /^[\p{Script=Han}A-Za-z\d]{1,8}$/u.test(text),
  amount: (text) => /^[¥￥$€£]?\d+(\.\d+)?元?$/.test(text) && text.replace(/\D/g, '').length <= 10,
  time: (text) => TIME.test(text),
  date: (text) => DAY.test(text),
}

/**
 * Checks the `data` of a message against its template.
 * @returns what WeChat says in `errmsg` about the first field it does not take (47003), or undefined
 */
export const fieldProblem = (template: MessageTemplate, data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data is empty'
  const values = data as Record<string, unknown>
  for (const name of template.fields.keys()) {
    const field = values[name]
    const value = typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : undefined
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text === '') return `data.${name}.value is empty`
    const kind = name.replace(/\d+$/, '')
    if (/[\r\n]/.test(text) || !kinds[kind]?.(text)) return `data.${name}.value invalid`
  }
  const unknown = Object.keys(values).find((name) => !template.fields.has(name))
  return unknown === undefined ? undefined : `data.${unknown} is not in the template`
}

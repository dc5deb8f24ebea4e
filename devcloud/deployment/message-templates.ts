import { join } from 'node:path'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** A subscription-message template: its title and the label of every field, in the order in which they are shown. */
export interface MessageTemplate { id: string; title: string; fields: Map<string, string> }

/** Kinds of fields. Source: WeChat's "订阅消息参数值内容限制说明". */
const FIELD = /^(thing|phrase|character_string|number|letter|symbol|name|phone_number|car_number|amount|time|date)\d+$/

/**
 * Reads `<root>/cloudbase/message-templates.json`: `{"<templateId>": {"title": "…", "fields": {"thing1": "说明"}}}`; further keys are the
 * program's own.
 */
export const readMessageTemplates = (root: string, findings: Findings): Map<string, MessageTemplate> => {
  const read = new Reader(join(root, 'cloudbase', 'message-templates.json'), findings)
  return new Map(Object.entries(read.whole() ?? {}).map(([id, value]) => {
    const template = read.object(value, id)
    const fields = Object.entries(read.object(template['fields'], `${id}.fields`))
    if (fields.length === 0) read.fail(`${id}.fields`, 'at least one field')
    return [id, {
      id, title: read.text(template['title'], `${id}.title`),
      fields: new Map(fields.map(([name, label]) => {
        if (!FIELD.test(name)) read.fail(`${id}.fields.${name}`, 'named by a kind that WeChat knows and a number, like thing1')
        return [name, read.text(label, `${id}.fields.${name}`)]
      })),
    }]
  }))
}

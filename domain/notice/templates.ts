import templates from '../../cloudbase/message-templates.json'

/**
 * The subscription message templates in use. Ids and field names stand in cloudbase/message-templates.json, because they are given by
 * WeChat's console to each deployment; here is what each means.
 */
export type TemplateKey = 'toHandle' | 'progress'

interface TemplateFile { key: string; title: string; fields: Record<string, string> }

/** @returns WeChat's id of a template. Throws when the deployment's file lacks it. */
export function templateId(key: TemplateKey): string {
  const found = Object.entries(templates as Record<string, TemplateFile>).find(([, t]) => t.key === key)
  if (!found) throw new Error(`cloudbase/message-templates.json has no template with key ${key}`)
  return found[0]
}

/** What each template of this deployment means, by WeChat's id. */
export const TEMPLATE_KEYS: Readonly<Record<string, TemplateKey>> = Object.fromEntries(Object.entries(templates as Record<string, TemplateFile>).map(([id, { key }]) => [id, key as TemplateKey]))

/** What each party is asked to allow, at most three at one tap [wechat: older clients 3]. */
export const TEMPLATES_FOR: Record<'resident' | 'leader' | 'supplier' | 'operator', TemplateKey[]> = {
  resident: ['progress'],
  leader: ['toHandle', 'progress'],
  supplier: ['toHandle', 'progress'],
  operator: ['toHandle', 'progress'],
}

/** Every template id this deployment uses; consent to anything else is not ours to count. */
export const TEMPLATE_IDS: readonly string[] = Object.keys(templates)

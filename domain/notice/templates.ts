import templates from '../../cloudbase/message-templates.json'
import type { NoticeKind, Told } from './kinds'

/**
 * The subscription message templates in use. Ids and field names stand in cloudbase/message-templates.json, because they are given by
 * WeChat's console to each deployment; here is what each means.
 */
export type TemplateKey = 'toHandle' | 'reminder' | 'progress' | 'result' | 'refund'

interface TemplateFile { key: string; title: string; fields: Record<string, string> }

/** @returns WeChat's id of a template. Throws when the deployment's file lacks it. */
export function templateId(key: TemplateKey): string {
  const found = Object.entries(templates as Record<string, TemplateFile>).find(([, t]) => t.key === key)
  if (!found) throw new Error(`cloudbase/message-templates.json has no template with key ${key}`)
  return found[0]
}

/** What each template of this deployment means, by WeChat's id. */
export const TEMPLATE_KEYS: Readonly<Record<string, TemplateKey>> = Object.fromEntries(Object.entries(templates as Record<string, TemplateFile>).map(([id, { key }]) => [id, key as TemplateKey]))

/**
 * What each party is asked to allow, at most three at one tap [wechat: older clients 3]. Each is one message: a neighbour who files allows one that it was decided, one
 * that the money came, and one of what happens between; whoever handles cases is reminded by a consent of its own.
 */
export const TEMPLATES_FOR: Record<Told, TemplateKey[]> = {
  resident: ['result', 'refund', 'progress'],
  leader: ['toHandle', 'reminder', 'progress'],
  supplier: ['toHandle', 'reminder', 'progress'],
  operator: ['toHandle', 'reminder', 'progress'],
}

/**
 * By which template a kind goes to somebody in a role. A neighbour allows three of them: what waits for them is told as a result is, a reminder as progress. A
 * warning and a neighbour's question have no template of their own; who did not allow any is warned by other means.
 */
export function templateFor(as: Told, kind: NoticeKind): TemplateKey {
  switch (kind) {
    case 'hazard': case 'ask': return 'progress'
    case 'toHandle': return as === 'resident' ? 'result' : 'toHandle'
    case 'reminder': return as === 'resident' ? 'progress' : 'reminder'
    default: return kind
  }
}

/** Every template id this deployment uses; consent to anything else is not ours to count. */
export const TEMPLATE_IDS: readonly string[] = Object.keys(templates)

import type { MessageTemplate } from '../deployment/message-templates'
import type { People } from '../people/people'
import { fieldProblem } from './message-fields'
import type { Messages } from './messages'

/** WeChat's answer: errcode 0 and a msgid, or what it refused. Source of the codes: WeChat's `subscribeMessage.send`. */
export interface SendAnswer { errcode: number; errmsg: string; msgid?: number }

export interface SendContext { templates: ReadonlyMap<string, MessageTemplate>; people: People; messages: Messages; now: () => number }

const refused = (errcode: number, errmsg: string): SendAnswer => ({ errcode, errmsg })

const STATES = ['developer', 'trial', 'formal']

/** `subscribeMessage.send`, with the parameters' names in snake case as they go over the wire. */
export const sendSubscribeMessage = (parameters: Record<string, unknown>, { templates, people, messages, now }: SendContext): SendAnswer => {
  const { touser, template_id: templateId, page = '', data, miniprogram_state: state = 'formal' } = parameters
  const person = typeof touser === 'string' ? people.byOpenid(touser) : undefined
  if (!person?.openid) return refused(40003, 'invalid openid')
  const template = typeof templateId === 'string' ? templates.get(templateId) : undefined
  if (!template) return refused(40037, 'invalid template_id')
  const problem = fieldProblem(template, data)
  if (problem !== undefined) return refused(47003, `argument invalid! ${problem}`)
  if (typeof page !== 'string' || page.startsWith('/')) return refused(41030, 'invalid page')
  if (typeof state !== 'string' || !STATES.includes(state)) return refused(40097, 'invalid args: miniprogram_state')
  const sent = messages.send({
    openid: person.openid, personId: person.id, templateId: template.id, page, miniprogramState: state, at: now(),
    data: data as Record<string, { value: string }>,
  }, template)
  if (!sent) return refused(43101, 'user refuse to accept the msg')
  return { errcode: 0, errmsg: 'ok', msgid: sent.id }
}

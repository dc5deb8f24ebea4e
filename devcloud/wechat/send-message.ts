import type { MessageTemplate } from '../deployment/message-templates'
import type { People } from '../people/people'
import { fieldProblem } from './message-fields'
import type { EventPush } from './event-push'
import type { Messages } from './messages'
import { refusal, type WechatAnswer } from './refusals'

export interface SendContext { templates: ReadonlyMap<string, MessageTemplate>; people: People; messages: Messages; push: EventPush; now: () => number }

const STATES = ['developer', 'trial', 'formal']

/** `subscribeMessage.send`, with the parameters' names in snake case as they go over the wire. */
export const sendSubscribeMessage = (parameters: Record<string, unknown>, { templates, people, messages, push, now }: SendContext): WechatAnswer => {
  const { touser, template_id: templateId, page = '', data, miniprogram_state: state = 'formal' } = parameters
  const person = typeof touser === 'string' ? people.byOpenid(touser) : undefined
  if (!person?.openid) return refusal(40003)
  const template = typeof templateId === 'string' ? templates.get(templateId) : undefined
  if (!template) return refusal(40037)
  const problem = fieldProblem(template, data)
  if (problem !== undefined) return refusal(47003, problem)
  if (typeof page !== 'string' || page.startsWith('/')) return refusal(41030)
  if (typeof state !== 'string' || !STATES.includes(state)) return refusal(40097, 'miniprogram_state')
  const sent = messages.send({
    openid: person.openid, personId: person.id, templateId: template.id, page, miniprogramState: state, at: now(),
    data: data as Record<string, { value: string }>,
  }, template)
  if (!sent) return refusal(43101)
  push.pushSubscription('subscribe_msg_sent_event', person.openid, [{ TemplateId: template.id, MsgID: String(sent.id), ErrorCode: '0', ErrorStatus: 'success' }])
  return { errcode: 0, errmsg: 'ok', msgid: sent.id }
}

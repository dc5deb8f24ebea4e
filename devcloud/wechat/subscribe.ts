import { invalidParam, actionForbidden } from '../errors'
import type { MessageTemplate } from '../deployment/message-templates'
import type { Person } from '../people/people'
import type { EventPush } from './event-push'
import type { Messages } from './messages'

/** A refusal of `wx.requestSubscribeMessage`. Source of the codes: its documentation. */
export interface SubscribeFailure { errMsg: string; errCode: number }

/** `{errMsg: 'requestSubscribeMessage:ok', [templateId]: 'accept' | 'reject' | …}` */
export type SubscribeAnswer = Record<string, string>

export interface SubscribeContext { templates: ReadonlyMap<string, MessageTemplate>; messages: Messages; push: EventPush }

const GRANTING = new Set(['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush'])
const REFUSING = new Set(['reject', 'ban', 'filter'])
/** From base library 2.8.2 on up to three, now five. */
const MAX_TEMPLATES = 5

const failure = (errCode: number, reason: string): SubscribeFailure => ({ errMsg: `requestSubscribeMessage:fail ${reason}`, errCode })

/**
 * What `wx.requestSubscribeMessage` would do after the person has answered; asking is the page's part.
 * @param body `{templateIds: […], answers: {[templateId]: 'accept' | 'reject'}}`
 */
export const subscribe = (person: Person, body: Record<string, unknown>, { templates, messages, push }: SubscribeContext): SubscribeAnswer | SubscribeFailure => {
  const { openid } = person
  if (openid === undefined) throw actionForbidden('subscription messages exist in WeChat only')
  const { templateIds, answers } = body
  if (!Array.isArray(templateIds) || templateIds.length === 0) return failure(10001, 'TmplIds can not be empty')
  if (templateIds.length > MAX_TEMPLATES) return failure(20003, 'Templates count out of max bounds')
  if (typeof answers !== 'object' || answers === null) throw invalidParam('answers is missing')
  if (templateIds.some((id) => typeof id !== 'string' || !templates.has(id))) return failure(20001, 'No template data return, verify the template id exist')
  const answered = (templateIds as string[]).map((id) => {
    const answer = (answers as Record<string, unknown>)[id]
    if (typeof answer !== 'string' || (!GRANTING.has(answer) && !REFUSING.has(answer))) throw invalidParam(`answers has no answer for ${id}`)
    return { id, answer }
  })
  for (const { id, answer } of answered) messages.answer(openid, id, answer, GRANTING.has(answer))
  // PopupScene 0: inside the mini-program.
  push.pushSubscription('subscribe_msg_popup_event', openid, answered.map(({ id, answer }) => ({ TemplateId: id, SubscribeStatusString: GRANTING.has(answer) ? 'accept' : 'reject', PopupScene: '0' })))
  return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(answered.map(({ id, answer }) => [id, answer])) }
}

/**
 * Somebody switches messages off where WeChat lists them ("管理订阅"): what they had accepted is gone, and the mini-program hears of it.
 * @param body `{templateIds: […]}`
 */
export const switchOff = (person: Person, body: Record<string, unknown>, { templates, messages, push }: SubscribeContext): void => {
  const { openid } = person
  if (openid === undefined) throw actionForbidden('subscription messages exist in WeChat only')
  const { templateIds } = body
  if (!Array.isArray(templateIds) || templateIds.length === 0 || templateIds.some((id) => typeof id !== 'string' || !templates.has(id))) throw invalidParam('templateIds must be a list of templates')
  for (const id of templateIds as string[]) messages.withdraw(openid, id)
  push.pushSubscription('subscribe_msg_change_event', openid, (templateIds as string[]).map((id) => ({ TemplateId: id, SubscribeStatusString: 'reject' })))
}

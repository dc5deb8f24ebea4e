import { fieldNamed, genericFields, repairedFields, type Repairing } from '../../domain/notice/repair'
import type { TemplateKey } from '../../domain/notice/templates'
import type { Message } from './sendMessage'

/** Every release has it. */
const INBOX = 'pages/messages/index'

/**
 * What WeChat's refusals mean [wechat: table of send errors]. With each of them nothing was sent and, but for 43101, no consent was used.
 * `emptied`: none is left, whatever the ledger says; `stopped`: nothing of this template is sent any more; `later`: the same again after a while;
 * `failed`: not this message.
 */
export type Means = 'emptied' | 'stopped' | 'later' | 'failed'

const MEANS: Readonly<Record<number, Means>> = {
  43101: 'emptied',
  43107: 'stopped',
  43108: 'later',
  40001: 'later', 40014: 'later',
  [-1]: 'later',
  // Too many at once, of everybody's [WX: general return codes].
  44990: 'later', 44991: 'later', 45009: 'later', 45011: 'later',
}

export function meaningOf(code: number): Means {
  return MEANS[code] ?? 'failed'
}

/** Whether a message by another template may go where this one did not: because of the template, or of what it said. */
export function isOfTemplate(copyError: string): boolean {
  return ['noCredit', '43101', '43107', '45168', '47003', '40037'].includes(copyError)
}

/** What to send instead, at once and only once; null where there is nothing else to try. */
export function repaired(code: number, words: string, message: Message, template: TemplateKey, about: Repairing): Message | null {
  switch (code) {
    case 45168: return { ...message, data: genericFields(template, message.data, about) }
    case 47003: {
      const field = fieldNamed(words)
      return field === null ? null : { ...message, data: repairedFields(template, message.data, field, about) }
    }
    case 41030: return { ...message, page: INBOX }
    // The platform keeps the token and draws a new one by itself: asking again is the way to it.
    case 40001: case 40014: return message
    default: return null
  }
}

/** What whoever runs this has to know, and do something about. null: nothing */
export function alarmOf(code: number): string | null {
  if (code <= -604100 && code > -604200) return '云函数 courier 没有发消息的权限，请看它的 config.json'
  return ALARMS[code] ?? null
}

const ALARMS: Readonly<Record<number, string>> = {
  43107: '微信停了这一类消息。请去微信后台看看原因；一天后会再试一条',
  41030: '消息要打开的页面不在发布的版本里，先改成打开“消息”页。请发布新版本',
  40037: '消息模板的编号不对。请核对 cloudbase/message-templates.json 和微信后台',
  40003: '有人的微信号和这个小程序对不上。请核对小程序的 appid',
}

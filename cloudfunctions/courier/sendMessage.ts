import { messageId } from '../../domain/notice/notice'
import { errCodeOf, miniprogramState, openapi } from './wechat'

export interface Message {
  openid: string
  templateId: string
  page: string
  data: Record<string, string>
}

/** WeChat's answer. `lost`: nobody can say whether it was sent. `ms`: how long it took. */
export type SendAnswer = { ms: number } & ({ taken: true; msgId: string } | { taken: false; code: number | 'lost'; words: string })

/** Asks WeChat to send a subscription message, once. Never throws. */
export async function sendMessage({ openid, templateId, page, data }: Message): Promise<SendAnswer> {
  const began = Date.now()
  const ms = () => Date.now() - began
  try {
    const sent: unknown = await openapi.subscribeMessage.send({
      touser: openid, templateId, page, lang: 'zh_CN', miniprogramState,
      data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
    })
    return { ms: ms(), taken: true, msgId: messageId((sent as { msgid?: unknown } | null)?.msgid) }
  } catch (error) {
    console.error(`subscription message ${templateId}`, error)
    const code = errCodeOf(error)
    return { ms: ms(), taken: false, code: code !== undefined && isWeChatsNo(code) ? code : 'lost', words: error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg ?? '') }
  }
}

/** That the platform had no answer from WeChat (-604102), or none that it understood (-604103) [wx-server-sdk: ERR_CODE]: WeChat may have sent it. */
const NOBODY_KNOWS = [-604102, -604103]

/** WeChat's own codes are five digits or -1, -6041xx that the function may not call it; anything else is the way there breaking down, after which nobody knows. */
function isWeChatsNo(code: number): boolean {
  return code === -1 || (code >= 40000 && code < 100000) || (code <= -604100 && code > -604200 && !NOBODY_KNOWS.includes(code))
}

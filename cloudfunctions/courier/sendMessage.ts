import { errCodeOf, miniprogramState, openapi } from './wechat'

interface Message {
  openid: string
  templateId: string
  page: string
  data: Record<string, string>
}

/**
 * Asks WeChat to send a subscription message, once.
 * @returns null when WeChat took it, its error code when it refused, 'lost' when nobody can say whether it was sent
 */
export async function sendMessage({ openid, templateId, page, data }: Message): Promise<number | 'lost' | null> {
  try {
    await openapi.subscribeMessage.send({
      touser: openid, templateId, page, lang: 'zh_CN', miniprogramState,
      data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
    })
    return null
  } catch (error) {
    console.error(`subscription message ${templateId}`, error)
    const code = errCodeOf(error)
    return code !== undefined && isWeChatsNo(code) ? code : 'lost'
  }
}

/** WeChat's own codes are five digits or -1, -6041xx that the function may not call it; anything else is the way there breaking down, after which nobody knows. */
function isWeChatsNo(code: number): boolean {
  return code === -1 || (code >= 40000 && code < 60000) || (code <= -604100 && code > -604200)
}

/** A subscription message as the local cloud's WeChat delivered it; the part that is shown. */
export interface Message {
  id: number
  /** One of the people of the stage. */
  personId: string
  /** The template's, with the label of each field. */
  title: string
  fields: { label: string; value: string }[]
  /** In-app page that a tap opens; '' when none. */
  page: string
  /** ms */
  at: number
}

/** Those that were sent before this page was opened, newest first. */
export async function sentBefore(): Promise<Message[]> {
  const response = await fetch('/devcloud/wechat/messages')
  if (!response.ok) throw new Error(`the cloud answered ${response.status} when asked for the messages`)
  const { messages } = await response.json() as { messages: Message[] }
  return messages
}

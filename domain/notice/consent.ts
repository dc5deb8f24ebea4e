/** What `wx.requestSubscribeMessage` answers per template [WX]: the first four grant one message each. */
const GRANTING = ['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush'] as const
export const CONSENT_ANSWERS = [...GRANTING, 'reject', 'ban', 'filter'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

/** Whether an answer lets one message be sent. */
export function grants(answer: ConsentAnswer): boolean {
  return (GRANTING as readonly string[]).includes(answer)
}

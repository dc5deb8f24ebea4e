/** By which way a neighbour said what the leader writes down for them. More ways join here as they are opened. */
export const INTAKE_CHANNELS = {
  groupChat: '群里说的',
  chain: '接龙里写的',
  privateChat: '微信私聊说的',
  phone: '电话里说的',
  onSite: '当面说的',
} as const
export type IntakeChannel = keyof typeof INTAKE_CHANNELS
export const INTAKE_CODES = Object.keys(INTAKE_CHANNELS) as [IntakeChannel, ...IntakeChannel[]]

/** The same ways, as one tells somebody. */
export const TOLD_BY: Record<IntakeChannel, string> = { groupChat: '在群里说了', chain: '在接龙里写了', privateChat: '微信私聊说了', phone: '打电话说了', onSite: '当面说了' }

/** A neighbour's yes or no that somebody else puts down: by which way it came, and what shows it. */
export interface OnBehalf {
  channel: IntakeChannel
  /** What the neighbour said. */
  words: string
  /** A picture of the chat. */
  photos: string[]
}

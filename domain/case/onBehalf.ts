/** By which way a neighbour said what the leader writes down for them. More ways join here as they are opened. */
export const INTAKE_CHANNELS = {
  groupChat: '群里说的',
  chain: '接龙里写的',
  privateChat: '微信私聊说的',
  phone: '电话里说的',
  onSite: '当面说的',
  officialAccount: '公众号说的',
  web: '网页上说的',
  hotline: '打热线说的',
  liveChat: '在线客服说的',
  email: '发邮件说的',
  social: '社交平台说的',
} as const
export type IntakeChannel = keyof typeof INTAKE_CHANNELS
export const INTAKE_CODES = Object.keys(INTAKE_CHANNELS) as [IntakeChannel, ...IntakeChannel[]]

/** The same ways, as one tells somebody. */
export const TOLD_BY: Record<IntakeChannel, string> = {
  groupChat: '在群里说了', chain: '在接龙里写了', privateChat: '微信私聊说了', phone: '打电话说了', onSite: '当面说了',
  officialAccount: '在公众号说了', web: '在网页上说了', hotline: '打热线说了', liveChat: '找在线客服说了', email: '发邮件说了', social: '在社交平台说了',
}

/** By which a leader tells a neighbour; the other ways are those of a desk. */
export const LEADER_TELLS = ['groupChat', 'privateChat', 'phone', 'onSite', 'chain'] as const satisfies readonly IntakeChannel[]

/** Said, not written: nothing is left of it that one could show. */
const SPOKEN: readonly IntakeChannel[] = ['phone', 'onSite', 'hotline']

/**
 * What is missing so that others believe it was the neighbour's own word, or null. Who is here could have tapped: what they wrote elsewhere is
 * shown by a picture, what they said is told in their words. `bound`: somebody of the household is here.
 */
export function proofMissing(bound: boolean, { channel, words, photos }: OnBehalf): 'words' | 'photos' | null {
  if (photos.length > 0) return null
  if (words.trim() === '') return bound && !SPOKEN.includes(channel) ? 'photos' : 'words'
  return bound && !SPOKEN.includes(channel) ? 'photos' : null
}

/** For whoever puts it down. */
export const PROOF_WORDS = { words: '请写上他怎么说的，或者放一张截图', photos: '他自己也能在这里点，替他点要放一张截图' } as const

/** What whoever puts it down has still to do, or null. */
export function saidMissing(bound: boolean, channel: IntakeChannel | null, words: string, photos: string[]): string | null {
  if (channel === null) return '选一下他是怎么说的'
  const missing = proofMissing(bound, { channel, words, photos })
  return missing && PROOF_WORDS[missing]
}

/** A neighbour's yes or no that somebody else puts down: by which way it came, and what shows it. */
export interface OnBehalf {
  channel: IntakeChannel
  /** What the neighbour said. */
  words: string
  /** A picture of the chat. */
  photos: string[]
}

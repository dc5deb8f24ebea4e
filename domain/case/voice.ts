import type { Party } from './case'

/** Something said instead of typed, as evidence. */
export interface Voice {
  id: string
  /** Measured by the cloud, to the whole second; at least 1. */
  seconds: number
}

/** More is nobody's honest story; each may take a minute. */
export const MOST_VOICES = 3

/** How long one may take; ms. What WeChat's recorder takes when nothing else is asked for [wechat: RecorderManager.start, duration: default 60000, at most 600000]. */
export const LONGEST_VOICE = 60_000

/** Less was a slip of the thumb; ms. */
export const SHORTEST_VOICE = 1000

/** Who may hear what a resident said: a voice tells who somebody is, so the household itself, the leader who knows it, and the desk that decides in the leader's place. */
export function mayHear(party: Party): boolean {
  return party === 'resident' || party === 'leader' || party === 'operator'
}

/** Who spoke and for how long, to go on with a sentence: 说了一段话（12 秒）. */
export function voiceWords(voices: readonly Voice[]): string {
  const seconds = voices.reduce((sum, voice) => sum + voice.seconds, 0)
  return voices.length === 1 ? `说了一段话（${seconds} 秒）` : `说了 ${voices.length} 段话（一共 ${seconds} 秒）`
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Deadline as Due } from '../../../domain/clock/deadlines'
import { before, timeLeft } from '../../../domain/clock/shanghai'
import { useNow } from '../useNow'
import './Deadline.scss'

/** Ends with what asks whoever reads it to do something by then; that is no name, and nothing to say of what is late. */
const ASKED = /请在$/

/** Less than this is soon. */
const SOON = 4 * 3600_000

/**
 * A promise in words: 今晚9点前, soon in amber, late in red and said so. `who` stands before it ("团长"; "请在" for whoever reads it). `left`: how much time is
 * left is said however much it is.
 */
export function Deadline({ due, who = '', left: always = false }: { due: Pick<Due, 'dueAt'>; who?: string; left?: boolean }): ReactNode {
  const now = useNow()
  const left = due.dueAt - now
  const tone = left < 0 ? 'late' : left < SOON ? 'soon' : 'calm'
  return <View className={`deadline deadline--${tone}`}>{deadlineWords(due.dueAt, now, who, always)}</View>
}

/** The words alone, for who is read to. */
export function deadlineWords(dueAt: number, now: number, who = '', always = false): string {
  if (dueAt < now) return `! ${who.replace(ASKED, '')}${timeLeft(dueAt, now)}`
  return `${who}${before(dueAt, now)}${always || dueAt - now < SOON ? `，${timeLeft(dueAt, now)}` : ''}`
}

/** Another promise beside it, by its name: 整件办完：还有 12 分钟, in the same colours. */
export function AlsoDue({ dueAt, what }: { dueAt: number; what: string }): ReactNode {
  const now = useNow()
  const left = dueAt - now
  const tone = left < 0 ? 'late' : left < SOON ? 'soon' : 'calm'
  return <View className={`deadline deadline--${tone}`}>{`${left < 0 ? '! ' : ''}${what}：${timeLeft(dueAt, now)}`}</View>
}

import type { ReactNode } from 'react'
import type { Asked } from '../../cloud/useAnswer'
import { Failed } from '../States/Failed'
import { Loading } from '../States/Loading'
import { Stale } from './Stale'

/** Shows what came back; before that its shape, or why it did not come. Old data stay, and say that they are old. */
export function Answered<T>({ asked, cards, children }: { asked: Asked<T>; cards?: number; children: (data: T) => ReactNode }): ReactNode {
  if (asked.data !== undefined) return <>{asked.failed && <Stale onAgain={() => void asked.again()} />}{children(asked.data)}</>
  if (asked.failed) return <Failed trouble={asked.failed} onAgain={() => void asked.again()} />
  return <Loading {...(cards === undefined ? {} : { cards })} />
}

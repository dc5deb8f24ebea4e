import { View } from '@tarojs/components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Telling } from '../../../../../domain/notice/telling'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { useNow } from '../../../../components/useNow'
import { tellingWords } from '../untold/tellingWords'

/** So long WeChat's copy may be on its way: the courier comes every minute, and WeChat says later what became of it. ms */
const ON_ITS_WAY = 5 * 60_000
/** How often it is looked at meanwhile, ms. */
const LOOK_EVERY = 20_000

interface UntoldProps {
  view: Pick<CaseView, 'bound' | 'mayDo' | 'takesEffect' | 'promises'>
  telling: Telling | null
  onTell: () => void
  /** Asks how the case stands now. */
  onAgain: () => void
}

/** There is something the neighbour should know, and neither WeChat, nor they, nor anybody's word says that they do: what is being done about it, and then what the leader can do. */
export function Untold({ view: { bound, mayDo, takesEffect, promises }, telling: message, onTell, onAgain }: UntoldProps): ReactNode {
  const now = useNow()
  const untold = takesEffect === null && mayDo.includes('tell')
  const since = promises.find(p => p.clock === 'tell' && p.endedAt === null)?.from ?? 0
  // What waits for their morning is not on its way, nor what is not sent.
  const telling = untold && bound && (message === null || message.is === 'now' || message.is === 'unsure') && now - since < ON_ITS_WAY
  const { says, calm } = tellingWords(message ?? { is: 'unsure' }, now)
  const again = useRef(onAgain)
  useEffect(() => { again.current = onAgain })
  useEffect(() => {
    if (!telling) return
    const timer = setInterval(() => again.current(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [telling])
  if (telling) return <View className='stands__after soft'>正在告诉邻居…</View>
  return (
    <>
      {!bound && <View className='stands__late'>! 这家还没人来过小程序，看不到结果，请当面或在群里说一声</View>}
      {untold && bound && <View className={calm ? 'stands__after soft' : 'stands__late'}>{says}</View>}
      {untold && <View className='stands__tell'><Button narrow label='去告诉他' onTap={onTell} /></View>}
    </>
  )
}

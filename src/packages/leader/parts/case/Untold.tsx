import { View } from '@tarojs/components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { useNow } from '../../../../components/useNow'

/** So long WeChat's copy may be on its way: the courier comes every minute, and WeChat says later what became of it. ms */
const ON_ITS_WAY = 5 * 60_000
/** How often it is looked at meanwhile, ms. */
const LOOK_EVERY = 20_000

interface UntoldProps {
  view: Pick<CaseView, 'bound' | 'mayDo' | 'takesEffect' | 'promises'>
  onTell: () => void
  /** Asks how the case stands now. */
  onAgain: () => void
}

/** There is something the neighbour should know, and neither WeChat, nor they, nor anybody's word says that they do: what is being done about it, and then what the leader can do. */
export function Untold({ view: { bound, mayDo, takesEffect, promises }, onTell, onAgain }: UntoldProps): ReactNode {
  const now = useNow()
  const untold = takesEffect === null && mayDo.includes('tell')
  const since = promises.find(p => p.clock === 'tell' && p.endedAt === null)?.from ?? 0
  const telling = untold && bound && now - since < ON_ITS_WAY
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
      {untold && bound && <View className='stands__late'>! 还没告诉到邻居：微信没说送到，他也没打开看</View>}
      {untold && <View className='stands__tell'><Button narrow label='去告诉他' onTap={onTell} /></View>}
    </>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../Tap/Tap'
import { usePlayback } from './usePlayback'
import './VoiceBubble.scss'

interface VoiceBubbleProps {
  /** Whose words they are, as `王阿姨的话`. */
  says: string
  seconds: number
  /** A link, or a path on this phone; missing where there is none. */
  src: string | undefined
  /** Asks for a fresh link: those that were given expire after a while. */
  onAgain?: () => void
}

/** Something that was said: a tap plays it, another stops it. The longer it is, the wider. */
export function VoiceBubble({ says, seconds, src, onAgain }: VoiceBubbleProps): ReactNode {
  const { state, failed, toggle } = usePlayback(src)
  const going = state !== 'still'
  const gone = src === undefined || failed
  const label = gone ? `${says}没放出来，点一下再试` : going ? `停下，${says}` : `听${says}，${seconds} 秒`
  const tap = () => {
    if (gone && onAgain) onAgain()
    else toggle()
  }
  return (
    <Tap className={`voice-bubble voice-bubble--${gone || seconds > 30 ? 'long' : seconds > 10 ? 'middle' : 'short'}${going ? ' voice-bubble--playing' : ''}`} label={label} onTap={tap}>
      <View className='voice-bubble__sign'>{going ? '■' : '▶'}</View>
      <View className={gone ? '' : 'voice-bubble__words'}>{gone ? '没放出来，点一下再试' : state === 'opening' ? '正在打开…' : state === 'playing' ? '正在放…' : `听 ${seconds} 秒`}</View>
    </Tap>
  )
}

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Tap } from '../Tap/Tap'
import './VideoTile.scss'

interface VideoTileProps {
  /** Whose video it is, as `王阿姨拍的视频`. */
  shows: string
  /** Null where nobody knows yet. */
  seconds: number | null
  /** A link, or a path on this phone; missing where there is none. */
  src: string | undefined
  /** Asks for a fresh link: those that were given expire after a while. */
  onAgain?: () => void
}

/** Something that was filmed: a tap shows it full-screen, in the phone's own player. */
export function VideoTile({ shows, seconds, src, onAgain }: VideoTileProps): ReactNode {
  const [dead, setDead] = useState<string | null>(null)
  const gone = src === undefined || dead === src
  const long = seconds === null ? '' : `，${seconds} 秒`
  const tap = () => {
    if (gone && onAgain) return onAgain()
    if (src === undefined) return
    setDead(null)
    platform.showVideo(src).catch((why: unknown) => {
      console.warn('a video was not shown', why)
      setDead(src)
    })
  }
  return (
    <Tap className='video-tile' label={gone ? `${shows}没放出来，点一下再试` : `看${shows}${long}`} onTap={tap}>
      <View className='video-tile__sign'>▶</View>
      <View>{gone ? '没放出来，点一下再试' : seconds === null ? '看视频' : `看视频 ${seconds} 秒`}</View>
    </Tap>
  )
}

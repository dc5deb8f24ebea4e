import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Tap } from '../Tap/Tap'
import { wordless } from '../spoken'
import './PhotoWall.scss'

/** How few photos share the width; others stand in thirds. */
const SHAPES: Readonly<Record<number, string>> = { 1: ' photo-wall--one', 2: ' photo-wall--halves', 4: ' photo-wall--halves' }

/** Photos by id, as their links allow; a tap shows them full-screen. A photo without a link is said to be missing, not left out. */
export function PhotoWall({ photos, links, small = false }: { photos: readonly string[]; links: Record<string, string>; small?: boolean }): ReactNode {
  const shown = photos.flatMap(id => links[id] ?? [])
  return (
    <View className={`photo-wall${small ? ' photo-wall--small' : SHAPES[photos.length] ?? ''}`}>
      {photos.map((id, i) => {
        const link = links[id]
        return link
          ? <Tap key={id} className='photo-wall__photo' role='img' label={`第 ${i + 1} 张照片，点开看大图`} onTap={() => platform.showPhotos(shown, link)}><Image className='photo-wall__image' src={link} mode='aspectFill' {...wordless()} /></Tap>
          : <View key={id} className='photo-wall__photo photo-wall__missing'>照片没打开</View>
      })}
    </View>
  )
}

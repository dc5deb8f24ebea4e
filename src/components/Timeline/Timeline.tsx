import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { StoryLine } from '../../../domain/case/story'
import { spoken as inWords } from '../../../domain/clock/shanghai'
import { PhotoWall } from '../PhotoWall/PhotoWall'
import { useNow } from '../useNow'
import './Timeline.scss'

/** The story, newest first, each line a sentence. */
export function Timeline({ story, links }: { story: readonly StoryLine[]; links: Record<string, string> }): ReactNode {
  const now = useNow()
  return (
    <View className='timeline'>
      {story.map((line, i) => (
        <View className={`timeline__line${i === 0 ? ' timeline__line--newest' : ''}`} key={`${line.at}-${line.says}`}>
          <View className='timeline__dot' />
          <View className='timeline__words'>
            <View className='timeline__says'>{line.says}</View>
            {line.detail !== '' && <View className='timeline__detail'>“{line.detail}”</View>}
            {line.photos.length > 0 && <PhotoWall photos={line.photos} links={links} small />}
            <View className='timeline__at'>{inWords(line.at, now)}</View>
          </View>
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { StoryLine } from '../../../domain/case/story'
import { spoken as inWords } from '../../../domain/clock/shanghai'
import { Button } from '../Button/Button'
import { PhotoWall } from '../PhotoWall/PhotoWall'
import { useNow } from '../useNow'
import './Timeline.scss'

/** So many are read at once, and how it began; one more is not worth a tap. */
const NEWEST = 5

/** The story, newest first, each line a sentence; of a long one the middle is there by a tap. */
export function Timeline({ story, links }: { story: readonly StoryLine[]; links: Record<string, string> }): ReactNode {
  const now = useNow()
  const [all, setAll] = useState(false)
  const folded = all || story.length <= NEWEST + 2 ? 0 : story.length - NEWEST - 1
  const lineAt = (line: StoryLine, i: number) => (
    <View className={`timeline__line${i === 0 ? ' timeline__line--newest' : ''}`} key={`${story.length - i}`}>
      <View className='timeline__dot' />
      <View className='timeline__words'>
        <View className='timeline__says'>{line.says}</View>
        {line.detail !== '' && <View className='timeline__detail'>“{line.detail}”</View>}
        {line.photos.length > 0 && <PhotoWall photos={line.photos} links={links} small />}
        <View className='timeline__at'>{inWords(line.at, now)}</View>
      </View>
    </View>
  )
  if (folded === 0) return <View className='timeline'>{story.map(lineAt)}</View>
  return (
    <View className='timeline'>
      {story.slice(0, NEWEST).map(lineAt)}
      <View className='timeline__fold'><Button kind='quiet' label={`中间还有 ${folded} 条，点开看`} onTap={() => setAll(true)} /></View>
      {story.slice(-1).map(line => lineAt(line, story.length - 1))}
    </View>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { StoryLine } from '../../../domain/case/story'
import { spoken as inWords } from '../../../domain/clock/shanghai'
import { PhotoWall } from '../PhotoWall/PhotoWall'
import { Portion } from '../Portion/Portion'
import { useNow } from '../useNow'
import './Timeline.scss'

/** So many of the newest stand there; whoever wants to know how it began taps. */
const FIRST = 5
/** One more than there is room for is shown rather than hidden behind a button of the same height. */
const WORTH_A_TAP = 2

/** The story, newest first, each line a sentence. */
export function Timeline({ story, links }: { story: readonly StoryLine[]; links: Record<string, string> }): ReactNode {
  const now = useNow()
  return (
    <View className='timeline'>
      <Portion of={story} first={story.length < FIRST + WORTH_A_TAP ? story.length : FIRST} step={story.length} more={left => `更早的 ${left} 条`}>
        {some => some.map((line, i) => (
        <View className={`timeline__line${i === 0 ? ' timeline__line--newest' : ''}`} key={`${line.at}-${line.says}-${story.length - i}`}>
          <View className='timeline__dot' />
          <View className='timeline__words'>
            <View className='timeline__says'>{line.says}</View>
            {line.detail !== '' && <View className='timeline__detail'>“{line.detail}”</View>}
            {line.photos.length > 0 && <PhotoWall photos={line.photos} links={links} small />}
            <View className='timeline__at'>{inWords(line.at, now)}</View>
          </View>
        </View>
        ))}
      </Portion>
    </View>
  )
}

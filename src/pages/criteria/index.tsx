import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CRITERIA } from '../../../domain/case/reasons'
import { shanghaiDay } from '../../../domain/clock/shanghai'
import { useAnswer } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { goOnlyTo } from '../../components/go'
import { Page } from '../../components/Page/Page'
import { Empty } from '../../components/States/Empty'
import './index.scss'

/** What is not refunded, as published: what holds everywhere, and the community's own with the day since when. */
export default function Criteria(): ReactNode {
  const communityId = useRouter().params.community
  const asked = useAnswer('showCriteria', communityId ? { communityId } : null)
  if (!communityId) return <Page><Empty title='没看到是哪个小区'><Button kind='primary' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
  return (
    <Page>
      <Answered asked={asked} cards={2}>
        {({ community, criteria, retired }) => (
          <>
            <View className='soft'>团长不同意退的时候，只能用这里公布的原因，还要用自己的话跟您说清楚。不在这里面的，不能用来不退。</View>
            <Card title='哪里都一样的'>{Object.values(CRITERIA).map(words => <View className='criteria__one' key={words}>{words}</View>)}</Card>
            <Card title={`${community.name}自己公布的`}>
              {criteria.length === 0 && <View className='soft'>没有。</View>}
              {criteria.map(c => <View className='criteria__one' key={c.code}>{c.words}<View className='soft small'>{shanghaiDay(c.since)}公布</View></View>)}
            </Card>
            {retired.length > 0 && <Card title='已经停用的'>{retired.map(c => <View className='criteria__one' key={c.code}>{c.words}<View className='soft small'>{shanghaiDay(c.since)}公布{c.retired === null ? '' : `，${shanghaiDay(c.retired)}停用`}</View></View>)}</Card>}
            <Card title='觉得不对？'>
              <View className='criteria__ways'>
                <View>公布了也不能少了您该有的。先跟团长说说；说不通可以打 12315。</View>
                <CallLeader community={community} />
              </View>
            </Card>
          </>
        )}
      </Answered>
    </Page>
  )
}

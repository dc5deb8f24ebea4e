import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import { before } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { platform } from '../../cloud/platform'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { go } from '../../components/go'
import { useNow } from '../../components/useNow'
import { CallForCase, HOTLINE } from './CallForCase'
import './StillPossible.scss'

interface StillPossibleProps {
  view: CaseView
  community: CommunityCard
  /** The case in which it was asked again; null where it was not. */
  followedBy: string | null
  onAppeal: () => void
  onAskAgain: () => void
}

/** A finished case is no wall: what can still be done. */
export function StillPossible({ view, community, followedBy, onAppeal, onAskAgain }: StillPossibleProps): ReactNode {
  const now = useNow()
  if (view.stage === 'rejected' || (view.stage === 'givingBack' && view.decision === 'rejected')) {
    const appeal = view.mayDo.includes('appeal')
    const aboutLeaders = view.about === 'leader' || view.about === 'helper'
    return (
      <Card title='不认可这个结果？'>
        <View className='still-possible'>
          {appeal && (
            <>
              <View>可以请人再看一次，由没定过这件事的人来看。{view.appealUntil !== null && `${before(view.appealUntil, now)}都可以。`}</View>
              <Button kind='primary' label='找人再看看' onTap={onAppeal} />
            </>
          )}
          {!aboutLeaders && <View>{appeal ? '也可以' : '先'}打电话跟团长说说，东西可以当面给团长看。说好了，团长在这里改成同意就行。</View>}
          <CallForCase view={view} community={community} />
          <Outside />
          {view.closed && <Anew />}
        </View>
      </Card>
    )
  }
  if (view.stage === 'dismissed') {
    return (
      <Card title='还能做什么'>
        <View className='still-possible'>
          {followedBy !== null
            ? <Button kind='primary' label='看看您后来说的那一件' onTap={() => go(`/pages/case/index?id=${followedBy}`)} />
            : !view.byHousehold && view.follows === null && (
              <>
                <View>有原来没说过的新情况、新照片，可以再说一次，换一位来处理。只能再说一次。</View>
                <Button kind='primary' label='有新情况，再说一次' onTap={onAskAgain} />
              </>
            )}
          <Outside court />
          <CallForCase view={view} community={community} />
        </View>
      </Card>
    )
  }
  if (!view.closed && !['refunded', 'agreedNoMoney', 'withdrawn', 'replaced'].includes(view.stage)) return null
  return (
    <Card title='还能做什么'>
      <View className='still-possible'>
        {view.stage === 'refunded' && view.money !== 'confirmed' && <CallForCase view={view} community={community} label='没收到钱？打电话给团长' />}
        <Anew />
      </View>
    </Card>
  )
}

/** The line is free: it can be filed on again. */
function Anew(): ReactNode {
  return (
    <>
      <View>东西还有问题，可以再反映。</View>
      <Button label='回首页再反映' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
    </>
  )
}

/** What stays open outside of here; nothing that was decided here takes it away. */
function Outside({ court = false }: { court?: boolean }): ReactNode {
  return (
    <>
      <View className='soft'>说不通的话，可以打消费者热线 {HOTLINE}{court && '，也可以去法院'}。在这里处理过，不影响您去投诉。</View>
      <Button label={`打 ${HOTLINE}`} onTap={() => platform.call(HOTLINE)} />
    </>
  )
}

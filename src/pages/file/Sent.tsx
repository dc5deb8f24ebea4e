import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { askConsent } from '../../cloud/askConsent'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { ConsentWords } from '../../components/ConsentWords/ConsentWords'
import { Page } from '../../components/Page/Page'
import { useNow } from '../../components/useNow'
import { partyWords } from '../../words/stageWords'
import { StopUsing } from './Hazard'
import './Sent.scss'

/** It has arrived: who has it, until when, and what will be told. */
export function Sent({ view, leader }: { view: CaseView; leader: { leaderName: string; leaderPhone: string } }): ReactNode {
  const now = useNow()
  const seeProgress = () => {
    // Another tap that WeChat may ask in: one more message for the answer after the first.
    void askConsent('resident')
    void Taro.redirectTo({ url: `/pages/case/index?id=${view.id}` })
  }
  return (
    <Page
      bar={(
        <ActionBar>
          <Button kind='primary' label='看进展' onTap={seeProgress} />
          <CallLeader community={leader} />
          <Button kind='quiet' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
        </ActionBar>
      )}
    >
      <View className='sent'>
        <View className='sent__tick'>✓</View>
        <View className='sent__title'>{view.holder === null || view.holder === 'leader' ? '发给团长了' : `发给${partyWords(view.holder, 'resident')}了`}</View>
        {view.due && view.holder && <View className='sent__who'>现在是{partyWords(view.holder, 'resident')}在看，{before(view.due.dueAt, now)}给您回话。</View>}
        {view.unseenByNamed && <View className='sent__who'>您说到的人看不到这件事。</View>}
        {view.class === 'hazard' && <StopUsing />}
        <View className='soft'>有人回话、退了款，都会告诉您。</View>
        <ConsentWords />
      </View>
    </Page>
  )
}

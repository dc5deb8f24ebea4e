import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Page } from '../../components/Page/Page'
import { Hazard } from './Hazard'
import { Empty } from '../../components/States/Empty'

/** One thing at a time on one line: this way to the one that is open. Also what is found after an answer was lost. */
export function AlreadyOpen({ caseId, community, onHazard, onElse }: { caseId: string; community: CommunityCard; onHazard: () => void; onElse: () => void }): ReactNode {
  return (
    <Page>
      <Empty title='这件东西已经反映过了' hint='团长那边已经收到，不用再发一次。'>
        <Button kind='primary' label='看进展' onTap={() => void Taro.redirectTo({ url: `/pages/case/index?id=${caseId}` })} />
        <CallLeader community={community} />
        <Button kind='quiet' label='回首页' onTap={() => void Taro.reLaunch({ url: '/pages/home/index' })} />
        <Button kind='quiet' label='说服务的事、提建议' onTap={onElse} />
      </Empty>
      <Hazard chosen={false} onChoose={onHazard} />
    </Page>
  )
}

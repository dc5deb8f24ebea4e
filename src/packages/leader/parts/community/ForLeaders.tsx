import type { ReactNode } from 'react'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { Empty } from '../../../../components/States/Empty'
import { go, goOnlyTo } from '../../../../components/go'
import type { Led, Leading } from './useCommunity'

/** What a leader sees of a community; who leads none is shown how to open one. */
export function ForLeaders({ leading: { me, community }, children }: { leading: Leading; children: (community: Led) => ReactNode }): ReactNode {
  return (
    <Answered asked={me}>
      {() => (community === null ? <LeadsNone /> : children(community))}
    </Answered>
  )
}

/** Who leads none is shown how to open one. */
export function LeadsNone(): ReactNode {
  return (
    <Empty title='您还没有开通小区' hint='开通以后把订单表导进来，邻居就能在这里反映问题，您点一下就能处理。'>
      <Button kind='primary' label='给我的小区开通' onTap={() => go('/packages/leader/open/index')} />
      <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </Empty>
  )
}

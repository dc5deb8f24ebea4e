import type { ReactNode } from 'react'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Empty } from '../../../components/States/Empty'
import { goOnlyTo } from '../../../components/go'
import type { AtDesk, OwnDesk } from './useDesk'

/** What somebody of a desk sees; who works at none is told how one gets in. */
export function ForOperators({ at: { me, desk }, children }: { at: AtDesk; children: (desk: OwnDesk) => ReactNode }): ReactNode {
  return (
    <Answered asked={me}>
      {() => (desk !== null ? children(desk) : (
        <Empty title='您还不在平台里' hint='请团长或者管理平台的同事发一张邀请，点开就能用。'>
          <Button kind='primary' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
        </Empty>
      ))}
    </Answered>
  )
}

import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { goOnlyTo } from '../../../components/go'
import { JoinColleagues } from '../parts/JoinColleagues'
import { OpenDesk } from '../parts/OpenDesk'

/** Either link: a leader's, for a desk to serve the community, or a colleague's into the desk. */
export default function JoinDesk(): ReactNode {
  const { token, colleague } = useRouter().params
  if (colleague) return <JoinColleagues token={colleague} />
  if (token) return <OpenDesk token={token} />
  return <Page><Empty title='没看到邀请' hint='请点开团长或同事发来的邀请。'><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
}

import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useMe } from '../../../cloud/me'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { goOnlyTo } from '../../../components/go'
import { JoinLink } from '../parts/JoinLink'
import { PasteInvitation } from '../parts/PasteInvitation'
import { CASES } from '../parts/whereTo'
import './index.scss'

/** A link opened. Looking at it binds nobody; a tap does. */
export default function Join(): ReactNode {
  const token = useRouter().params.token
  const me = useMe()
  const link = useAnswer('showLink', token ? { token } : null)
  if (!token) return <Page><Empty title='没看到链接' hint='请点开团长发来的链接，或者把它粘贴进来。' /><Card><PasteInvitation /></Card><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Page>
  if (link.data) return <JoinLink token={token} link={link.data} name={me.data?.name ?? ''} onAgain={link.again} />
  if (link.failed?.field === 'token') {
    return (
      <Page>
        <Empty title='这个链接打不开' hint={link.failed.code === 'TOO_MANY_TRIES' ? link.failed.message : '用过、过了 7 天，或者团长收回了，就不能再用。请团长再发一个给您。'}>
          {(me.data?.supplies.length ?? 0) > 0 && <Button kind='primary' label='去看要回话的' onTap={() => goOnlyTo(CASES)} />}
          <Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />
        </Empty>
      </Page>
    )
  }
  return <Page><Answered asked={link} cards={1}>{() => null}</Answered></Page>
}

import type { ReactNode } from 'react'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { goOnlyTo } from '../../../components/go'

/** Taken: what it brought, and the way to it. */
export function Joined({ deskId, title, says }: { deskId: string; title: string; says: string }): ReactNode {
  return <Page bar={<ActionBar><Button kind='primary' label='去平台看看' onTap={() => goOnlyTo(`/packages/operator/desk/index?desk=${deskId}`)} /></ActionBar>}><Card tone='green' title={`✓ ${title}`}>{says}</Card></Page>
}

/** Used, over, or taken back: nobody is told which. */
export function Gone({ from }: { from: string }): ReactNode {
  return <Page><Empty title='这个邀请不能用了' hint={`用过一次、过了一天，或者收回了，就不能再用。请${from}再发一个给您。`}><Button kind='quiet' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
}

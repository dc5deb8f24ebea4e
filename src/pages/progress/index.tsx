import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useAnswer } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { go, goOnlyTo } from '../../components/go'
import { Page } from '../../components/Page/Page'
import { ProgressCounts } from '../../components/ProgressCounts/ProgressCounts'
import { Section } from '../../components/Section/Section'
import { Empty } from '../../components/States/Empty'

/** What the progress card in the chat opens: how far everybody's are, and the way to one's own. */
export default function Progress(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy
  const asked = useAnswer('groupBuyProgress', groupBuyId ? { groupBuyId } : null)
  if (!groupBuyId) return <Page><Empty title='没看到是哪个团' hint='请在群里点开团长发的卡片。'><Button kind='primary' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>
  return (
    <Page>
      <Answered asked={asked} cards={1}>
        {progress => (
          <>
            <Card><ProgressCounts title={progress.title} counts={progress.whole} /></Card>
            {progress.products.length > 1 && <Section title='按东西看'>{progress.products.map((p, i) => <Card key={i}><ProgressCounts title={p.title} counts={p} /></Card>)}</Section>}
            <Card title='您家的在哪一步？'><Button kind='primary' label='看我家的' onTap={() => go(`/pages/bind/index?groupBuy=${encodeURIComponent(groupBuyId)}`)} /></Card>
            <CallLeader community={progress} />
          </>
        )}
      </Answered>
    </Page>
  )
}

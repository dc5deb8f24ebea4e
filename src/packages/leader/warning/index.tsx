import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import type { Share } from '../../../components/ShareSheet/ShareSheet'
import { Out } from '../parts/warning/Out'
import { Start } from '../parts/warning/Start'
import { Way } from '../parts/Way'

/** A product that must not be used: which one, how many households that is, and then who knows and who has to be called. */
export default function LeaderWarning(): ReactNode {
  const { id, groupBuy, product, case: caseId } = useRouter().params
  const [chosen, setChosen] = useState<string | null>(product ?? null)
  const [started, setStarted] = useState<string | null>(null)
  const [share, setShare] = useState<Share>({ title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  useShareAppMessage(() => share)
  const warningId = id ?? started
  if (warningId !== null) return <Out warningId={warningId} onShare={setShare} />
  if (!groupBuy) return <Page><Empty title='没看到是哪件东西'><Button kind='primary' label='去我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  if (chosen !== null) return <Start batch={{ groupBuyId: groupBuy, productId: chosen }} caseId={caseId ?? null} onOut={setStarted} onOther={product === undefined ? () => setChosen(null) : null} />
  return <WhichProduct groupBuyId={groupBuy} onChoose={setChosen} />
}

function WhichProduct({ groupBuyId, onChoose }: { groupBuyId: string; onChoose: (productId: string) => void }): ReactNode {
  const leading = useCommunity()
  const listed = useAnswer('listGroupBuys', leading.community && { communityId: leading.community.communityId })
  return (
    <Page>
      <ForLeaders leading={leading}>
        {() => (
          <Answered asked={listed}>
            {({ groupBuys }) => {
              const products = groupBuys.find(g => g.id === groupBuyId)?.products ?? []
              if (products.length === 0) return <Empty title='这个团里还没有商品'><Button kind='primary' label='去我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty>
              return <Section title='哪件东西有危险？'>{products.map(p => <Way key={p.id} label={[p.title, p.spec, p.warningId === null ? '' : '! 已经叫停'].filter(w => w !== '').join(' · ')} onTap={() => onChoose(p.id)} />)}</Section>
            }}
          </Answered>
        )}
      </ForLeaders>
    </Page>
  )
}

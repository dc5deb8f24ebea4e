import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { BundleAnswer } from '../../../../domain/contract/calls'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSheet } from '../../../cloud/useSheet'
import { Answered } from '../../../components/Answered/Answered'
import { BundleSums } from '../../../components/BundleSums/BundleSums'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { Deadline } from '../../../components/Deadline/Deadline'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Tap } from '../../../components/Tap/Tap'
import { go, goOnlyTo } from '../../../components/go'
import { InviteSheet } from '../parts/groupBuys/InviteSheet'
import { useInvitation } from '../parts/groupBuys/useInvitation'
import { AskBasis } from '../parts/supplier/AskBasis'
import { SupplierSaid } from '../parts/SupplierSaid'
import { Way } from '../parts/Way'
import './index.scss'

/** Shown at first: a phone draws hundreds of cards slowly. */
const FIRST = 15

/** What one supplier bears after one group-buy, as the supplier reads it too; and the link that brings it there. */
export default function LeaderBundle(): ReactNode {
  const { supplier, groupBuy } = useRouter().params
  const asked = useAnswer('showBundle', supplier && groupBuy ? { supplierId: supplier, groupBuyId: groupBuy, as: 'leader' } : null)
  const sheet = useSheet()
  const invitation = useInvitation(asked.data?.community.name ?? '')
  useShareAppMessage(() => invitation.share ?? { title: '团后', path: '/pages/home/index' })
  if (!supplier || !groupBuy) return <Page><Empty title='没看到是哪一个团'><Button kind='primary' label='回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  return (
    <Page wide>
      <Answered asked={asked} cards={3}>
        {bundle => (
          <View className='leader-bundle'>
            <View className='leader-bundle__about'>
              <View>
                <View className='leader-bundle__title'>{bundle.supplierName}</View>
                <View className='soft'>{bundle.groupBuyTitle} · 新反映的{bundle.recoverAt === 'cost' ? '按进价' : '按零售价'}算</View>
              </View>
              <Card>
                <BundleSums sum={bundle.sum} as='leader' />
                {bundle.due && <Deadline due={bundle.due} who='供货商最早一笔' />}
              </Card>
              {bundle.asksBasis && <AskBasis supplierId={supplier} name={bundle.supplierName} />}
              {bundle.people === 0 && <Card tone='amber'>! 还没有人替「{bundle.supplierName}」回话，他看不到，也收不到消息。把链接发给他。</Card>}
              <Button kind={bundle.people === 0 ? 'primary' : 'plain'} label='发链接给供货商' onTap={() => invitation.make({ id: supplier, name: bundle.supplierName }, groupBuy)} />
              <Trouble words={sheet.said} />
              {bundle.sum.all.fen > 0 && <Button label='下载扣款单' busy={sheet.busy} busyLabel='正在做表…' onTap={() => sheet.fetch('deductionSheet', { supplierId: supplier, groupBuyId: groupBuy })} />}
              <Way label='怎么算、谁在回话' onTap={() => go(`/packages/leader/supplier/index?id=${supplier}`)} />
            </View>
            <Cases bundle={bundle} />
          </View>
        )}
      </Answered>
      <InviteSheet invitation={invitation} />
    </Page>
  )
}

function Cases({ bundle: { cases, photoLinks } }: { bundle: BundleAnswer }): ReactNode {
  const [all, setAll] = useState(false)
  if (cases.length === 0) return <Empty title='还没有要他承担的' hint='他供的东西有人反映时，会出现在这里。' />
  return (
    <View className='leader-bundle__list'>
      {cases.slice(0, all ? cases.length : FIRST).map(({ card }) => (
        <CaseCard key={card.id} card={card} photo={card.photo === null ? undefined : photoLinks[card.photo]} onTap={() => go(`/packages/leader/case/index?id=${card.id}`)}>
          <SupplierSaid recovery={card.recovery} />
        </CaseCard>
      ))}
      {!all && cases.length > FIRST && <Tap className='leader-bundle__more' label={`看后面 ${cases.length - FIRST} 笔`} onTap={() => setAll(true)}>看后面 {cases.length - FIRST} 笔 ▾</Tap>}
    </View>
  )
}

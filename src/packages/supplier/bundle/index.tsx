import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { BundleAnswer, Input } from '../../../../domain/contract/calls'
import { askConsent } from '../../../cloud/askConsent'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSheet } from '../../../cloud/useSheet'
import { useTogether } from '../../../cloud/useTogether'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { BundleSums } from '../../../components/BundleSums/BundleSums'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Deadline } from '../../../components/Deadline/Deadline'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { go, goOnlyTo } from '../../../components/go'
import { AdmitSheet } from '../parts/AdmitSheet'
import { AnswerResults } from '../parts/AnswerResults'
import { BundleProduct } from '../parts/BundleProduct'
import { newsWords } from '../parts/newsWords'
import { DisputeSheet } from '../parts/DisputeSheet'
import './index.scss'

/** The most that one answer is for [contract: decideTogether]; what is left is asked for again. */
const MOST = 500

/** Everything of one group-buy that a supplier answers for: what it comes to, and one answer for all that wait. */
export default function SupplierBundle(): ReactNode {
  const { supplier, groupBuy } = useRouter().params
  const asked = useAnswer('showBundle', supplier && groupBuy ? { supplierId: supplier, groupBuyId: groupBuy, as: 'supplier' } : null)
  const together = useTogether(`bundle.${supplier ?? ''}.${groupBuy ?? ''}`)
  const sheet = useSheet()
  const [open, setOpen] = useState<'admit' | 'dispute' | null>(null)
  if (!supplier || !groupBuy) return <Page><Empty title='没看到是哪一个团'><Button kind='primary' label='去看要回话的' onTap={() => goOnlyTo('/packages/supplier/cases/index')} /></Empty></Page>

  const waiting = asked.data ? waitingIn(asked.data) : []
  const answer = (step: Input<'decideTogether'>['step']) => {
    // First thing in the tap: WeChat allows it nowhere else.
    void askConsent('supplier')
    setOpen(null)
    together.decide({ supplierId: supplier, step, cases: waiting.map(({ card, seen }) => ({ caseId: card.id, seen })) })
  }
  const forSheet = { onClose: () => setOpen(null), busy: together.working, said: null }
  const fen = waiting.reduce((total, c) => total + c.item.amount, 0)
  const { view, working, trouble } = together
  const bar = trouble !== null || view !== null ? (
    <ActionBar>
      <Trouble words={trouble?.message} />
      {trouble?.again === true ? <Button kind='primary' label='接着回' busy={working} onTap={together.again} /> : <Button kind='primary' label='知道了' busy={working} busyLabel='正在回…' onTap={together.close} />}
    </ActionBar>
  ) : waiting.length > 0 && (
    <ActionBar>
      <Button kind='primary' label={`认这 ${waiting.length} 笔，${yuan(fen)}`} disabled={working} onTap={() => setOpen('admit')} />
      <Button label='有不同意见' disabled={working} onTap={() => setOpen('dispute')} />
    </ActionBar>
  )
  return (
    <Page wide bar={bar}>
      <Answered asked={asked} cards={3}>
        {bundle => (
          <View className='bundle'>
            <View className='bundle__about'>
              <View>
                <View className='bundle__title'>{bundle.groupBuyTitle}</View>
                <View className='soft'>{bundle.community.name} · 团长{bundle.community.leaderName} · 供货商{bundle.supplierName}</View>
              </View>
              <Card>
                <BundleSums sum={bundle.sum} as='supplier' />
                {bundle.due && <Deadline due={bundle.due} who='最早一笔请在' />}
              </Card>
              {view && <AnswerResults view={view} running={working} cases={bundle.cases} />}
              {waiting.length > 0 && <Card tone='green'>居民的钱由团长退，不用您转账；认下来的，跟团长结货款时扣。不想一起回，点开一笔单独回。</Card>}
              <Trouble words={sheet.said} />
              {bundle.sum.all.fen > 0 && <Button label='下载扣款单' busy={sheet.busy} busyLabel='正在做表…' onTap={() => sheet.fetch('deductionSheet', { supplierId: supplier, groupBuyId: groupBuy })} />}
              <Button kind='quiet' label={`一起回话的人（${bundle.people}）`} onTap={() => go(`/packages/supplier/people/index?supplier=${supplier}`)} />
            </View>
            <View className='bundle__lists'>
              {bundle.cases.length === 0 && <Empty title='这个团还没有人反映问题' hint={`有人反映时会出现在这里${newsWords()}。`} />}
              {bundle.products.map(product => <BundleProduct key={product.productId} product={product} bundle={bundle} onCase={id => go(`/packages/supplier/case/index?id=${id}`)} />)}
            </View>
          </View>
        )}
      </Answered>
      <AdmitSheet open={open === 'admit'} count={waiting.length} fen={fen} bases={waiting.map(c => c.item.basis)} {...forSheet} onAdmit={() => answer({ type: 'admitRecovery', words: '' })} />
      <DisputeSheet open={open === 'dispute'} bases={waiting.map(c => c.item.basis)} {...forSheet} onSend={dispute => answer({ type: 'disputeRecovery', ...dispute })} />
    </Page>
  )
}

/** What the supplier has to answer now. */
function waitingIn(bundle: BundleAnswer): BundleAnswer['cases'] {
  return bundle.cases.filter(c => c.item.state === 'claimed').slice(0, MOST)
}

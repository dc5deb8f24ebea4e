import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import { spoken } from '../../../../domain/clock/shanghai'
import type { CaseCommandType } from '../../../../domain/case/commands'
import type { Answers, CaseStep } from '../../../../domain/contract/calls'
import { REMEDIES, remedyOf } from '../../../../domain/case/remedy'
import { sentGoods } from '../../../../domain/case/sentGoods'
import type { CaseView } from '../../../../domain/people/caseView'
import { previewBasis } from '../../../../domain/people/previewBasis'
import { SUPPLIER_REPLIES } from '../../../../domain/replies/supplierReplies'
import { askConsent } from '../../../cloud/askConsent'
import { useCase } from '../../../cloud/useCase'
import { AskEvidenceSheet } from '../../../components/AskEvidenceSheet/AskEvidenceSheet'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Promises } from '../../../components/Promises/Promises'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Timeline } from '../../../components/Timeline/Timeline'
import { useNow } from '../../../components/useNow'
import { CasePhotos } from '../../../components/CasePhotos/CasePhotos'
import { CheckReturnSheet } from '../../../components/CheckReturnSheet/CheckReturnSheet'
import { GoodsWaySheet } from '../../../components/GoodsWaySheet/GoodsWaySheet'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { UndoBar } from '../../../components/UndoBar/UndoBar'
import { WhatIsAsked } from '../../../components/WhatIsAsked/WhatIsAsked'
import { Facts } from '../../../components/Facts/Facts'
import { TooLate } from '../../../components/TooLate/TooLate'
import { goOnlyTo } from '../../../components/go'
import { OfferSheet } from '../../../components/OfferSheet/OfferSheet'
import { useStepSheet } from '../../../components/useStepSheet'
import { SheetOwner } from '../../../outbox/sheetDraft'
import { decidedWords } from '../../../words/decidedWords'
import { DisputeSheet } from '../parts/DisputeSheet'
import { MyPart } from '../parts/MyPart'
import './index.scss'

const CASES = '/packages/supplier/cases/index'

type SupplierSheet = 'dispute' | 'offer' | 'ask' | 'receiveReturn' | 'inspectReturn' | 'sendReplacement' | 'refer'

/** Whether the sheet still has a meaning, as the case is now. */
function isPossible({ mayDo }: CaseView, sheet: SupplierSheet): boolean {
  if (sheet === 'dispute') return mayDo.includes('disputeRecovery') || mayDo.includes('disputeAsAsked')
  return mayDo.includes(sheet === 'ask' ? 'askEvidence' : sheet)
}

/** A case as the supplier answers for it: photos, batch, claim; never who the resident is. */
export default function SupplierCase(): ReactNode {
  const caseId = useRouter().params.id ?? null
  const atHand = useCase(caseId, 'supplier')
  const { data, act, acting, trouble } = atHand
  const canOpen = (step: string) => data === undefined || isPossible(data.view, step as SupplierSheet)
  const sheet = useStepSheet<SupplierSheet>({ trouble, as: 'supplier', caseId, isPossible: canOpen })
  if (caseId === null) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='去看要回话的' onTap={() => goOnlyTo(CASES)} /></Empty></Page>

  const step = async (command: CaseStep) => {
    // First thing in the tap: WeChat allows it nowhere else. Whatever is answered, the step goes on, and its ten seconds begin then.
    if (command.type !== 'undo') await askConsent('supplier')
    const taken = await act(command, sheet.owner ?? undefined)
    if (taken) sheet.close()
    return taken
  }
  const forSheet = { onClose: sheet.close, busy: acting !== null, said: sheet.said }
  const disputes = data?.view.mayDo.includes('disputeRecovery') ? 'disputeRecovery' : 'disputeAsAsked'
  const bar = data && <Answer view={data.view} acting={acting} said={sheet.open === null ? sheet.said : null} onStep={command => void step(command)} onShow={sheet.show} />
  return (
    <Page wide bar={bar}>
      <Answered asked={atHand} cards={2}>
        {answer => <Whole answer={answer} canOpen={canOpen} onAgain={() => void atHand.again()} />}
      </Answered>
      {data && (
        <SheetOwner.Provider key={sheet.owner} value={sheet.owner}>
          {sheet.open === 'dispute' && <DisputeSheet open bases={data.view.recovery ? [data.view.recovery.basis] : []} {...forSheet} onSend={dispute => void step({ type: disputes, ...dispute })} />}
          {sheet.open === 'ask' && <AskEvidenceSheet open phrases={SUPPLIER_REPLIES.askEvidence} {...forSheet} onSend={command => void step(command)} />}
          {sheet.open === 'offer' && <OfferSheet open as='supplier' asked={data.view.asked} most={null} basis={previewBasis(data.view)} phrases={SUPPLIER_REPLIES.offer} {...forSheet} onSend={command => void step(command)} />}
          {(sheet.open === 'receiveReturn' || sheet.open === 'inspectReturn') && <CheckReturnSheet step={sheet.open} them='居民' {...forSheet} onSend={step} />}
          {sheet.open === 'sendReplacement' && <GoodsWaySheet {...forSheet} title={`${sentGoods(data.view.remedy).it}怎么给`} ways={['nextDelivery', 'courier', 'pickupPoint', 'door']} camera='拍一张要给的东西（可以不拍）' send='发了，告诉居民' onSend={({ way, waybill, words, photos }) => step({ type: 'sendReplacement', way, waybill, words, photos })} />}
          {sheet.open === 'refer' && <SaySheet {...forSheet} title='请平台定' label='为什么请平台定' placeholder='比如：跟团长说不到一起' send='交给平台' missing={({ words }) => (words === '' ? '先写一句' : null)} onSend={({ words }) => step({ type: 'refer', words })}><View>平台的人会来定，团长和居民看得到在等谁。</View></SaySheet>}
        </SheetOwner.Provider>
      )}
    </Page>
  )
}

function Whole({ answer: { view, photoLinks, community }, canOpen, onAgain }: { answer: Answers['showCase']; canOpen: (step: string) => boolean; onAgain: () => void }): ReactNode {
  const now = useNow()
  return (
    <View className='supplier-case'>
      <View className='supplier-case__seen'><CasePhotos photos={view.photos} links={photoLinks} onAgain={onAgain} /></View>
      <View className='supplier-case__told'>
        <MyPart view={view} />
        <TooLate view={view} isPossible={canOpen} />
        <Promises view={view} />
        <WhatIsAsked view={view} />
        <Card title='哪一批'>
          <Facts
            facts={[
              { label: '团', value: view.groupBuyTitle },
              { label: '小区', value: `${community.name} · 团长${community.leaderName}` },
              { label: '到货', value: view.arrivedAt === null ? '团长还没点已到货' : spoken(view.arrivedAt, now) },
              { label: '反映', value: `${spoken(view.filedAt, now)}${view.late ? '（晚报：到货 48 小时以后）' : ''}` },
            ]}
          />
        </Card>
        <Section title='经过'><Card><Timeline story={view.story} links={photoLinks} /></Card></Section>
      </View>
    </View>
  )
}

interface AnswerProps {
  view: CaseView
  acting: CaseCommandType | null
  said: string | null
  onStep: (command: CaseStep) => void
  onShow: (sheet: SupplierSheet) => void
}

/** The answers a supplier can give now; the way to the others where nothing is asked. */
function Answer({ view, acting, said, onStep, onShow }: AnswerProps): ReactNode {
  const may = (step: CaseStep['type']) => view.mayDo.includes(step)
  const busy = acting !== null
  if (may('undo') && view.takesEffect) {
    return (
      <ActionBar>
        <Trouble words={said} />
        <UndoBar decided={decidedWords(view)} takesEffect={view.takesEffect} acting={busy} onUndo={() => onStep({ type: 'undo' })} />
      </ActionBar>
    )
  }
  const disputing = may('disputeRecovery') || may('disputeAsAsked')
  const sends = may('sendReplacement') && view.goods?.by === 'supplier'
  const answers = may('admitRecovery') || may('grantAsAsked') || disputing || may('offer') || sends
  const goods = may('receiveReturn') || may('inspectReturn') || may('sendReplacement')
  return (
    <ActionBar>
      <Trouble words={said} />
      {may('admitRecovery') && <Button kind='primary' label={`认 ${yuan(view.recovery?.amount ?? 0)}`} busy={acting === 'admitRecovery'} busyLabel='正在发…' disabled={busy} onTap={() => onStep({ type: 'admitRecovery', words: '' })} />}
      {may('grantAsAsked') && <Button kind='primary' label={grantWords(view)} busy={acting === 'grantAsAsked'} busyLabel='正在发…' disabled={busy} onTap={() => onStep({ type: 'grantAsAsked', words: '' })} />}
      {sends && <Button kind={may('admitRecovery') ? 'plain' : 'primary'} label={`${sentGoods(view.remedy).it}发了`} disabled={busy} onTap={() => onShow('sendReplacement')} />}
      <View className='supplier-case__others'>
        {may('offer') && <Button label='提个办法' disabled={busy} onTap={() => onShow('offer')} />}
        {may('askEvidence') && <Button label='请补张照片' disabled={busy} onTap={() => onShow('ask')} />}
        {disputing && <Button label='有不同意见' disabled={busy} onTap={() => onShow('dispute')} />}
      </View>
      {goods && (
        <View className='supplier-case__others'>
          {may('receiveReturn') && <Button label='退货到我这了' disabled={busy} onTap={() => onShow('receiveReturn')} />}
          {may('inspectReturn') && <Button label='东西在我这，验过了' disabled={busy} onTap={() => onShow('inspectReturn')} />}
          {may('sendReplacement') && !sends && <Button label={`${sentGoods(view.remedy).it}我来发，发了`} disabled={busy} onTap={() => onShow('sendReplacement')} />}
        </View>
      )}
      {may('refer') && answers && <Button kind='quiet' label='请平台定' disabled={busy} onTap={() => onShow('refer')} />}
      {!answers && <Button label='回要回话的' onTap={() => goOnlyTo(CASES)} />}
    </ActionBar>
  )
}

/** What is granted, and that it is at the supplier's cost. */
function grantWords(view: CaseView): string {
  if (view.asked > 0) return `同意退 ${yuan(view.asked)}，我承担`
  const remedy = remedyOf(view.wish)
  return remedy === null ? '我知道了' : `同意${REMEDIES[remedy]}，我来办`
}

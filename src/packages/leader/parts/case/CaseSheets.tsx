import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseStep, Standards } from '../../../../../domain/contract/calls'
import { totalDue } from '../../../../../domain/case/liability'
import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { CaseView } from '../../../../../domain/people/caseView'
import { previewBasis } from '../../../../../domain/people/previewBasis'
import type { ReplyPurpose } from '../../../../../domain/replies/reply'
import { Button } from '../../../../components/Button/Button'
import { AskEvidenceSheet } from '../../../../components/AskEvidenceSheet/AskEvidenceSheet'
import { CarrierSheet } from '../../../../components/CarrierSheet/CarrierSheet'
import { CheckReturnSheet } from '../../../../components/CheckReturnSheet/CheckReturnSheet'
import { GoodsWaySheet } from '../../../../components/GoodsWaySheet/GoodsWaySheet'
import { NoteSheet } from '../../../../components/NoteSheet/NoteSheet'
import { OfferSheet } from '../../../../components/OfferSheet/OfferSheet'
import { PlanSheet } from '../../../../components/PlanSheet/PlanSheet'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { SettleSheet } from '../../../../components/SettleSheet/SettleSheet'
import { SplitSheet } from '../../../../components/SplitSheet/SplitSheet'
import { go } from '../../../../components/go'
import { needsWords } from '../../../../components/stepSheet'
import { fillingsOf, phrasesFor } from '../../../../words/phrases'
import { TellSheet } from '../untold/TellSheet'
import { untoldPage } from '../untold/untoldPage'
import { AddForNeighbour } from './AddForNeighbour'
import { AnswerSheet } from './AnswerSheet'
import { ForwardSheet } from './ForwardSheet'
import type { CaseSheet } from './nextStep'
import { PaidSheet } from './PaidSheet'
import { ReceivedSheet } from './ReceivedSheet'
import { RejectSheet } from '../../../../components/RejectSheet/RejectSheet'
import { StartRefundSheet } from './StartRefundSheet'

interface CaseSheetsProps {
  open: CaseSheet | null
  view: CaseView
  communityId: string
  standards: Standards | null
  busy: boolean
  said: string | null
  onClose: () => void
  /** @returns whether it was taken */
  onSend: (command: CaseStep) => Promise<boolean>
}

/** The sheet that stands open above the leader's case. What was written in one stays until it was sent (`SheetOwner`). */
export function CaseSheets({ open, view, communityId, standards, busy, said, onClose, onSend }: CaseSheetsProps): ReactNode {
  const shared = { onClose, busy, said }
  /** Those that close when the page says so. */
  const plain = { ...shared, open: true, onSend: (command: CaseStep) => { void onSend(command).then(taken => { if (taken) onClose() }) } }
  /** Those that the desk has as well. */
  const both = { as: 'leader' as const, view, ...shared, onSend }
  const phrases = (purpose: ReplyPurpose) => phrasesFor(standards, purpose, fillingsOf(view))
  return (
    <>
      {open === 'askEvidence' && <AskEvidenceSheet phrases={phrases('askEvidence')} {...plain} />}
      {open === 'forward' && <ForwardSheet phrases={phrases('forward')} {...plain} />}
      {open === 'offer' && <OfferSheet asked={view.asked} most={mostOf(view)} here={view.goods?.state === 'failed'} limit={view.limit} basis={previewBasis(view)} phrases={phrases('offer')} {...plain} />}
      {open === 'reject' && <RejectSheet hasPhotos={view.photos.length > 0} inspected={view.goods?.state === 'failed'} standards={standards} about={fillingsOf(view)} {...plain} />}
      {open === 'payRefund' && <PaidSheet amount={totalDue(view)} {...plain} />}
      {open === 'settleMore' && <SettleSheet title='同意，另补运费、补偿' {...both} />}
      {open === 'changeMind' && <SettleSheet title='改主意了，按邻居要的办' {...both} />}
      {open === 'splitLiability' && <SplitSheet {...both} />}
      {open === 'plan' && <PlanSheet {...both} />}
      {open === 'carrier' && <CarrierSheet {...both} />}
      {open === 'note' && <NoteSheet phrases={phrases('note')} {...both} />}
      {open === 'tell' && (
        <TellSheet who='他' busy={busy} said={said} onClose={onClose} onTell={how => plain.onSend({ type: 'tell', how })}>
          <Button kind='quiet' label='还没告诉？去发卡片给他' onTap={() => { onClose(); go(untoldPage(communityId)) }} />
        </TellSheet>
      )}
      <Saying open={open} view={view} {...shared} onSend={onSend} />
    </>
  )
}

/** Those that are words, mostly. */
function Saying({ open, view, onSend, ...shared }: Omit<CaseSheetsProps, 'standards' | 'communityId'>): ReactNode {
  const saying = { ...shared, onSend }
  switch (open) {
    case 'refer': return <SaySheet {...shared} title='请平台定' label='为什么请平台定' placeholder='比如：跟邻居说不到一起' send='交给平台' missing={needsWords} onSend={({ words }) => onSend({ type: 'refer', words })}><View>平台的人会来定，邻居看得到在等谁。定之前，您想自己同意也可以。</View></SaySheet>
    case 'receiveReturn': case 'inspectReturn': return <CheckReturnSheet step={open} them='邻居' {...saying} />
    case 'forwardReturn': return <SaySheet {...shared} title='退给供货商' label='东西退到哪里' placeholder='比如：交给周三送货的车' send='请供货商收、供货商验' missing={needsWords} onSend={({ words }) => onSend({ type: 'forwardReturn', words })}><View>邻居和供货商都看得到。供货商过了时间没回，您可以自己来验。</View></SaySheet>
    case 'giveBack': return <GoodsWaySheet {...shared} title='东西怎么还的' ways={['pickupPoint', 'door', 'courier', 'nextDelivery']} send='还了，告诉邻居' onSend={({ way, waybill, words }) => onSend({ type: 'giveBack', way, waybill, words })} />
    case 'sendReplacement': return <GoodsWaySheet {...shared} title={`${sentGoods(view.remedy).it}怎么给`} ways={['pickupPoint', 'nextDelivery', 'door', 'courier']} camera='拍一张要给的东西（可以不拍）' send='发了，告诉邻居' onSend={({ way, waybill, words, photos }) => onSend({ type: 'sendReplacement', way, waybill, words, photos })} />
    case 'addEvidence': return <AddForNeighbour {...saying} />
    case 'agree': case 'decline': return <AnswerSheet key={open} answer={open} offer={view.offer} bound={view.bound} {...saying} />
    case 'receiveReplacement': return <ReceivedSheet bound={view.bound} {...saying} />
    case 'startRefund': return <StartRefundSheet {...saying} />
    case 'failRefund': return <SaySheet {...shared} title='没退成？' label='为什么没退成' placeholder='比如：余额不够，退款被驳回' send='记下来，过后再退' missing={needsWords} onSend={({ words }) => onSend({ type: 'failRefund', words })}><View>邻居会看到这次没退成、会再退一次。</View></SaySheet>
    default: return null
  }
}

/** Fen that may be offered: what is left on the line, and no more than a helper may decide. */
function mostOf(view: CaseView): number | null {
  const left = view.line?.left ?? null
  return left === null || view.limit === null ? left ?? view.limit : Math.min(left, view.limit)
}

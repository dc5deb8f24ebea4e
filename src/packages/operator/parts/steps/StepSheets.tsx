import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { ReplyPurpose } from '../../../../../domain/replies/reply'
import { CarrierSheet } from '../../../../components/CarrierSheet/CarrierSheet'
import { CheckReturnSheet } from '../../../../components/CheckReturnSheet/CheckReturnSheet'
import { GoodsWaySheet } from '../../../../components/GoodsWaySheet/GoodsWaySheet'
import { NoteSheet } from '../../../../components/NoteSheet/NoteSheet'
import { PlanSheet } from '../../../../components/PlanSheet/PlanSheet'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { SettleSheet } from '../../../../components/SettleSheet/SettleSheet'
import { SplitSheet } from '../../../../components/SplitSheet/SplitSheet'
import type { DeskStep } from '../deskSteps'
import { DecideAppealSheet } from './DecideAppealSheet'
import { AddSheet, AnswerSheet, AppealForSheet, InvestigateSheet, ReassignSheet, ReceivedSheet, RefundSheet } from './SayingSheets'
import { needsWords } from '../../../../components/stepSheet'
import type { StepSheet } from './stepSheet'
import { TellSheet } from './TellSheet'

interface StepSheetsProps extends StepSheet {
  step: DeskStep
  /** Sentences to tap, by what they are for. */
  phrases: (purpose: ReplyPurpose) => readonly string[]
  links: Record<string, string>
  onAgain: () => void
}

/** The sheet of the step that was chosen, but for those that leaders have as well (`useDeskCase`). What was written in one is kept until it has arrived. */
export function StepSheets({ step, phrases, links, onAgain, ...sheet }: StepSheetsProps): ReactNode {
  const { view, onSend, ...plain } = sheet
  switch (step) {
    case 'decideAppeal': return <DecideAppealSheet {...sheet} links={links} onAgain={onAgain} />
    case 'settleMore': return <SettleSheet as='operator' title='同意，另补运费、补偿' {...sheet} />
    case 'addEvidence': return <AddSheet {...sheet} />
    case 'forward': return <SaySheet {...plain} title='请供货商先看' label='问他一句（可以不写）' placeholder='比如：这批是不是路上断了冷' phrases={phrases('forward')} send='发给供货商' onSend={({ words }) => onSend({ type: 'forward', words })}><View>供货商能看到照片和东西，看不到是哪一家。他不回话，您也可以自己定。</View></SaySheet>
    case 'agree': case 'decline': return <AnswerSheet answer={step} {...sheet} />
    case 'appeal': return <AppealForSheet {...sheet} />
    case 'reassign': return <ReassignSheet {...sheet} />
    case 'investigate': return <InvestigateSheet {...sheet} />
    case 'endInvestigation': return <SaySheet {...plain} title='查完了' label='查到了什么（居民看得到）' placeholder='比如：那天车上断了两个小时冷' send='记下来，告诉居民' missing={needsWords} onSend={({ words }) => onSend({ type: 'endInvestigation', words })}><View>查的是：{view.investigation?.words ?? ''}。从现在起重新算时间。</View></SaySheet>
    case 'receiveReturn': case 'inspectReturn': return <CheckReturnSheet step={step} them='居民' {...plain} onSend={onSend} />
    case 'forwardReturn': return <SaySheet {...plain} title='退给供货商' label='东西退到哪里（居民看得到）' placeholder='比如：交给周三送货的车' send='请供货商收、供货商验' missing={needsWords} onSend={({ words }) => onSend({ type: 'forwardReturn', words })} />
    case 'giveBack': return <GoodsWaySheet {...plain} title='东西怎么还的' ways={['pickupPoint', 'door', 'courier', 'nextDelivery']} send='还了，告诉居民' onSend={({ way, waybill, words }) => onSend({ type: 'giveBack', way, waybill, words })} />
    case 'sendReplacement': return <GoodsWaySheet {...plain} title={`${sentGoods(view.remedy).it}怎么给`} ways={['pickupPoint', 'nextDelivery', 'door', 'courier']} camera='拍一张要给的东西（可以不拍）' send='发了，告诉居民' onSend={({ way, waybill, words, photos }) => onSend({ type: 'sendReplacement', way, waybill, words, photos })} />
    case 'receiveReplacement': return <ReceivedSheet {...sheet} />
    case 'payRefund': case 'startRefund': return <RefundSheet step={step} {...sheet} />
    case 'failRefund': return <SaySheet {...plain} title='没退成？' label='为什么没退成' placeholder='比如：余额不够，退款被驳回' send='记下来，过后再退' missing={needsWords} onSend={({ words }) => onSend({ type: 'failRefund', words })} />
    case 'splitLiability': return <SplitSheet as='operator' {...sheet} />
    case 'carrier': return <CarrierSheet {...sheet} />
    case 'plan': return <PlanSheet as='operator' {...sheet} />
    case 'note': return <NoteSheet as='operator' phrases={phrases('note')} {...sheet} />
    case 'tell': return <TellSheet {...sheet} />
    // These stand open in their own place.
    case 'askEvidence': case 'offer': case 'reject': return null
  }
}

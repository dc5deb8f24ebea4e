import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { LONGEST_INVESTIGATION } from '../../../../../domain/case/handling'
import { saidMissing, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import { CHANNELS, CHANNEL_CODES, type PaymentChannel } from '../../../../../domain/case/reasons'
import { optionWords } from '../../../../../domain/case/remedy'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { needsWords } from '../../../../components/stepSheet'
import { useNow } from '../../../../components/useNow'
import { untilChoices } from '../../../../words/untilChoices'
import { ChannelTiles } from '../ChannelTiles'
import { isHiddenFromLeaders, owedWords } from '../deskSteps'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { StepSheet } from './stepSheet'
import './step.scss'

/** 居民说同意了 / 不同意: by which way, and what shows it. */
export function AnswerSheet({ answer, view, onSend, ...sheet }: StepSheet & { answer: 'agree' | 'decline' }): ReactNode {
  const options = view.offer?.options ?? []
  // Which it is means nothing among other ways out.
  const [option, setOption] = useSheetDraft(`option of ${view.offer?.at ?? 0}`, 0)
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  const picked = options[option]
  return (
    <SaySheet
      {...sheet} title={answer === 'agree' ? '居民说同意？' : '居民说不同意？'} label='他的原话（有截图可以不写）' placeholder='比如：行，就退这些吧' camera='聊天截图、录音记录'
      send={answer === 'agree' && picked ? `替他点同意：${optionWords(picked)}` : '替他点不同意'}
      missing={({ words, photos }) => saidMissing(view.bound, channel, words, photos)}
      onSend={({ words, photos }) => {
        if (channel === null) return Promise.resolve(false)
        const onBehalf = { channel, words, photos }
        return onSend(answer === 'agree' ? { type: 'agree', option, onBehalf } : { type: 'decline', words, onBehalf })
      }}
    >
      <View>居民会收到消息，看得到是您替他点的、凭什么点的。</View>
      {answer === 'agree' && options.length > 1 && <View><View className='desk-step__question'>他选哪个</View><ChoiceTiles columns={1} value={option} choices={options.map((o, value) => ({ value, label: optionWords(o) }))} onChoose={setOption} /></View>}
      <ChannelTiles value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}

/** What the resident sent by another way is put into the case. */
export function AddSheet({ onSend, ...sheet }: StepSheet): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet
      {...sheet} title='替居民补上' label='他的原话（有照片可以不写）' placeholder='比如：底下还有三颗是烂的' camera='居民发来的照片' send='补上'
      missing={({ words, photos }) => (words === '' && photos.length === 0 ? '放一张照片，或者写上他的话' : channel === null ? '选一下他是怎么发来的' : null)}
      onSend={({ words, photos }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'addEvidence', photos, voices: [], words, channel }))}
    >
      <ChannelTiles value={channel} asks='他是怎么发来的' onChoose={setChannel} />
    </SaySheet>
  )
}

/** 居民要找人再看看, said by phone or elsewhere. */
export function AppealForSheet({ onSend, view, ...sheet }: StepSheet): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet
      {...sheet} title='替居民请人再看' label='他为什么想再看看' placeholder='用他自己的话' camera='聊天截图，或者他发来的新照片' send='替他提'
      missing={({ words, photos }) => (words === '' ? '先写他为什么' : saidMissing(view.bound, channel, words, photos))}
      onSend={({ words, photos }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'appeal', grounds: words, photos, channel }))}
    >
      <View>由没定过这件事的人来看，只能请一次。居民会收到消息。</View>
      <ChannelTiles value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}

/** 转给团长, or to the desk, whichever it is not at. */
export function ReassignSheet({ view, onSend, ...sheet }: StepSheet): ReactNode {
  const to = view.holder === 'operator' ? 'leader' as const : 'operator' as const
  return (
    <SaySheet {...sheet} title={to === 'leader' ? '转给团长定' : '接过来由平台定'} label='为什么' placeholder={to === 'leader' ? '比如：东西在您那里，看得更清楚' : '比如：说了两天没说到一起'} send={to === 'leader' ? '转给团长' : '接过来'} missing={needsWords} onSend={({ words }) => onSend({ type: 'reassign', to, words })}>
      <View>居民看得到换成谁来定，时间重新算。这句话居民看不到，团长{view.hasSupplier && '和供货商'}看得到。</View>
    </SaySheet>
  )
}

/** 先查一查: what, and when there is an end of it. */
export function InvestigateSheet({ onSend, ...sheet }: StepSheet): ReactNode {
  const now = useNow()
  const [until, setUntil] = useSheetDraft<number | null>('until', null)
  const choices = untilChoices(now).filter(c => c.at - now <= LONGEST_INVESTIGATION)
  return (
    <SaySheet
      {...sheet} title='先查一查' label='查什么' placeholder='比如：问仓库要那天的温度记录' send='开始查，告诉居民'
      missing={({ words }) => (words === '' ? '先写查什么' : until === null ? '选一下什么时候有结果' : null)}
      onSend={({ words }) => (until === null ? Promise.resolve(false) : onSend({ type: 'investigate', words, until }))}
    >
      <View>居民看得到在查什么、什么时候有结果。查的时候别的时间都停着。</View>
      <View><View className='desk-step__question'>什么时候有结果</View><ChoiceTiles value={until} choices={choices.map(c => ({ value: c.at, label: c.says }))} onChoose={setUntil} /></View>
    </SaySheet>
  )
}

/** 退款: where, with proof; or only that it is on its way. */
export function RefundSheet({ step, view, onSend, ...sheet }: StepSheet & { step: 'payRefund' | 'startRefund' }): ReactNode {
  const [channel, setChannel] = useSheetDraft<PaymentChannel>('channel', 'otherApp')
  const paid = step === 'payRefund'
  return (
    <SaySheet
      {...sheet} title={paid ? `${owedWords(view)} 退好了？` : '在退了，还没到？'} label={paid ? '备注（可以不写）' : '跟居民说一句（可以不写）'} placeholder={paid ? '比如：退款单号' : '比如：要审核，明天到'}
      {...(paid ? { camera: '退款截图（可以不传）' } : {})} send={paid ? `退好了，告诉居民 ${owedWords(view)}` : '告诉居民，在退了'}
      onSend={({ words, photos }) => onSend(paid ? { type: step, channel, reference: words, photos } : { type: step, channel, words })}
    >
      {paid && <View>{!isHiddenFromLeaders(view) && '退款平常由团长做。'}真退了再点，居民会收到消息。</View>}
      <View><View className='desk-step__question'>在哪里退的</View><ChoiceTiles columns={1} value={channel} choices={CHANNEL_CODES.map(value => ({ value, label: CHANNELS[value] }))} onChoose={setChannel} /></View>
    </SaySheet>
  )
}

/** The resident has what was sent, and said so elsewhere. */
export function ReceivedSheet({ onSend, view, ...sheet }: StepSheet): ReactNode {
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  return (
    <SaySheet {...sheet} title='居民说收到了？' label='他的原话（有截图可以不写）' camera='聊天截图' placeholder='比如：收到了，这盒好的' send='替他点收到' missing={({ words, photos }) => saidMissing(view.bound, channel, words, photos)} onSend={({ words, photos }) => (channel === null ? Promise.resolve(false) : onSend({ type: 'receiveReplacement', words, channel, photos }))}>
      <ChannelTiles value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { saidMissing, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import { optionWords } from '../../../../../domain/case/remedy'
import type { CaseView } from '../../../../../domain/people/caseView'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { PickChannel } from '../behalf/PickChannel'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** The neighbour answered elsewhere: the leader puts it down, with what shows it. */
export function AnswerSheet({ answer, offer, bound, onSend, ...sheet }: SayStep<'agree' | 'decline'> & { answer: 'agree' | 'decline'; offer: CaseView['offer']; bound: boolean }): ReactNode {
  // Which it is means nothing among other ways out.
  const [option, setOption] = useSheetDraft(`option of ${offer?.at ?? 0}`, 0)
  const [channel, setChannel] = useSheetDraft<IntakeChannel | null>('channel', null)
  const options = offer?.options ?? []
  const agreedTo = options[option]
  return (
    <SaySheet
      {...sheet} title={answer === 'agree' ? '邻居说同意？' : '邻居说不同意？'} label='邻居的原话（有截图可以不写）' placeholder='比如：行，就退这些吧' camera='聊天截图'
      send={answer === 'agree' && agreedTo ? `替他点同意：${optionWords(agreedTo)}` : '替他点不同意'}
      missing={({ words, photos }) => saidMissing(bound, channel, words, photos)}
      onSend={({ words, photos }) => {
        if (channel === null) return Promise.resolve(false)
        const onBehalf = { channel, words, photos }
        return onSend(answer === 'agree' ? { type: 'agree', option, onBehalf } : { type: 'decline', words, onBehalf })
      }}
    >
      <View>邻居会收到消息，看得到是您替他点的、凭什么点的。</View>
      {answer === 'agree' && options.length > 1 && <View><View className='step-sheet__question'>他选哪个</View><ChoiceTiles columns={1} value={option} choices={options.map((o, value) => ({ value, label: optionWords(o) }))} onChoose={setOption} /></View>}
      <View className='step-sheet__question'>他是怎么说的</View>
      <PickChannel value={channel} onChoose={setChannel} />
    </SaySheet>
  )
}

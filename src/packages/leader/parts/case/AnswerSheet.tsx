import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { optionWords } from '../../../../../domain/case/remedy'
import type { CaseView } from '../../../../../domain/people/caseView'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { PickChannel } from '../behalf/PickChannel'
import type { SayStep } from './sayStep'
import './StepSheet.scss'

/** The neighbour answered elsewhere: the leader puts it down, with what shows it. */
export function AnswerSheet({ answer, owner, offer, onSend, ...sheet }: SayStep<'agree' | 'decline'> & { answer: 'agree' | 'decline'; offer: CaseView['offer'] }): ReactNode {
  const [option, setOption] = useState(0)
  const [channel, setChannel] = useState<IntakeChannel | null>(null)
  const options = offer?.options ?? []
  const agreedTo = options[option]
  return (
    <SaySheet
      {...sheet} title={answer === 'agree' ? '邻居说同意？' : '邻居说不同意？'} owner={`${owner}:${answer}`} label='邻居的原话（有截图可以不写）' placeholder='比如：行，就退这些吧' camera='聊天截图'
      send={answer === 'agree' && agreedTo ? `替他点同意：${optionWords(agreedTo)}` : '替他点不同意'}
      missing={({ words, photos }) => (channel === null ? '选一下他是怎么说的' : words === '' && photos.length === 0 ? '写上原话，或者放一张截图' : null)}
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

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { optionWords } from '../../../../../domain/case/remedy'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { PhotoPicker } from '../../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../../components/PhotoPicker/usePhotos'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { TextArea } from '../../../../components/TextArea/TextArea'
import { PickChannel } from '../behalf/PickChannel'
import type { StepSheetProps } from './ForwardSheet'
import './StepSheet.scss'

/** A picture of the chat or two. */
const MOST_PROOFS = 3

/** The neighbour answered elsewhere: the leader puts it down, with what shows it. */
export function AnswerSheet({ answer, onClose, busy, said, onSend, offer }: Omit<StepSheetProps<'agree' | 'decline'>, 'open'> & { answer: 'agree' | 'decline' | null; offer: CaseView['offer'] }): ReactNode {
  const [option, setOption] = useState(0)
  const [channel, setChannel] = useState<IntakeChannel | null>(null)
  const [words, setWords] = useState('')
  const proof = usePhotos()
  const options = offer?.options ?? []
  const agreedTo = options[option]
  const shown = channel !== null && (words.trim() !== '' || proof.ids.length > 0)
  const send = () => {
    if (channel === null || answer === null) return
    const onBehalf = { channel, words: words.trim(), photos: proof.ids }
    onSend(answer === 'agree' ? { type: 'agree', option, onBehalf } : { type: 'decline', words: words.trim(), onBehalf })
  }
  return (
    <Sheet
      open={answer !== null} title={answer === 'agree' ? '邻居说同意？' : '邻居说不同意？'} onClose={onClose}
      bar={(
        <>
          <Trouble words={proof.failed > 0 ? '有照片没传上去，点照片上的「再传」，或者去掉它' : said} />
          <Button kind='primary' label={answer === 'agree' ? `替他点同意：${agreedTo === undefined ? '' : optionWords(agreedTo)}` : '替他点不同意'} disabled={!shown || proof.sending > 0 || proof.failed > 0} busy={busy} busyLabel='正在记…' onTap={send} />
        </>
      )}
    >
      <View className='step-sheet'>
        <View>邻居会收到消息，看得到是您替他点的、凭什么点的。</View>
        {answer === 'agree' && options.length > 1 && <View><View className='step-sheet__question'>他选哪个</View><ChoiceTiles columns={1} value={option} choices={options.map((o, value) => ({ value, label: optionWords(o) }))} onChoose={setOption} /></View>}
        <View><View className='step-sheet__question'>他是怎么说的</View><PickChannel value={channel} onChoose={setChannel} /></View>
        <View><View className='step-sheet__question'>原话</View><TextArea label='邻居的原话' value={words} placeholder='比如：行，就退这些吧' onChange={setWords} /></View>
        <View><View className='step-sheet__question'>聊天截图（写了原话可以不传）</View><PhotoPicker of={proof} most={MOST_PROOFS} /></View>
      </View>
    </Sheet>
  )
}

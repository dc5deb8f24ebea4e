import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { CRITERIA, CRITERION_CODES, type Criterion } from '../../../../../domain/case/reasons'
import type { Input, RepliesPage } from '../../../../../domain/contract/calls'
import { LONGEST_REPLY, PLACEHOLDERS, REPLY_PURPOSES, REPLY_PURPOSE_CODES, REPLY_TONES, REPLY_TONE_CODES, repliesTrouble } from '../../../../../domain/replies/reply'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { TextArea } from '../../../../components/TextArea/TextArea'
import '../case/StepSheet.scss'

/** A sentence as the contract takes it. */
export type Reply = Input<'saveReplies'>['replies'][number]

interface ReplySheetProps {
  first: Reply
  isNew: boolean
  criteria: RepliesPage['criteria']
  onDone: (reply: Reply) => void
  onDelete: () => void
  onClose: () => void
}

const ANY = ''

/** One sentence: when it is offered, in which tone, and its words with what is filled in by itself. */
export function ReplySheet({ first, isNew, criteria, onDone, onDelete, onClose }: ReplySheetProps): ReactNode {
  const [reply, setReply] = useState(first)
  const { criterion, ...rest } = reply
  const trouble = reply.words.trim() === '' ? null : repliesTrouble([reply])
  const published: { value: Criterion | typeof ANY; label: string }[] = [{ value: ANY, label: '什么原因都能用' }, ...CRITERION_CODES.map(value => ({ value, label: CRITERIA[value] })), ...criteria.map(c => ({ value: c.code, label: c.words }))]
  return (
    <Sheet
      open title={isNew ? '加一句' : '改这一句'} onClose={onClose}
      bar={(
        <>
          <Trouble words={trouble?.message} />
          <Button kind='primary' label={reply.words.trim() === '' ? '先写上这一句' : '就这样'} disabled={reply.words.trim() === '' || trouble !== null} onTap={() => onDone({ ...reply, words: reply.words.trim() })} />
          {!isNew && <Button kind='danger' label='去掉这一句' onTap={onDelete} />}
        </>
      )}
    >
      <View className='step-sheet'>
        <PickOne what='什么时候用' value={reply.purpose} choices={REPLY_PURPOSE_CODES.map(value => ({ value, label: REPLY_PURPOSES[value] }))} onChoose={purpose => setReply(purpose === 'reject' ? { ...reply, purpose } : { ...rest, purpose })} />
        {reply.purpose === 'reject' && <PickOne what='原因' value={criterion ?? ANY} choices={published} onChoose={chosen => setReply(chosen === ANY ? rest : { ...rest, criterion: chosen })} />}
        <View><View className='step-sheet__question'>口气</View><ChoiceTiles columns={3} value={reply.tone} choices={REPLY_TONE_CODES.map(value => ({ value, label: REPLY_TONES[value] }))} onChoose={tone => setReply({ ...reply, tone })} /></View>
        <View>
          <View className='step-sheet__question'>这一句</View>
          <TextArea label='这一句' value={reply.words} most={LONGEST_REPLY} placeholder='比如：实在不好意思，这次的{商品}没到位' onChange={words => setReply({ ...reply, words })} />
          <View className='soft small'>写 {PLACEHOLDERS.map(p => `{${p}}`).join('、')}，用的时候会自动换成这一件的。</View>
        </View>
      </View>
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CRITERIA, CRITERION_CODES } from '../../../../../domain/case/reasons'
import type { RepliesPage } from '../../../../../domain/contract/calls'
import { REPLY_PURPOSES, REPLY_PURPOSE_CODES, REPLY_TONES, type ReplyPurpose } from '../../../../../domain/replies/reply'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import type { Reply } from './ReplySheet'
import '../routes/RuleList.scss'

interface ReplyListProps {
  replies: readonly Reply[]
  criteria: RepliesPage['criteria']
  mayEdit: boolean
  onAdd: (purpose: ReplyPurpose) => void
  onChange: (reply: Reply) => void
  /** Before the one of the same purpose that stands before it. */
  onForward: (reply: Reply) => void
}

/** All sentences, by when they are offered, in their order. */
export function ReplyList({ replies, criteria, mayEdit, onAdd, onChange, onForward }: ReplyListProps): ReactNode {
  const says = new Map<string, string>([...CRITERION_CODES.map(code => [code, CRITERIA[code]] as const), ...criteria.map(c => [c.code, c.words] as const)])
  return (
    <>
      {REPLY_PURPOSE_CODES.map(purpose => {
        const own = replies.filter(r => r.purpose === purpose)
        return (
          <Card title={REPLY_PURPOSES[purpose]} key={purpose}>
            {own.length === 0 && <View className='soft'>一句都没有，用的时候自己写。</View>}
            {own.map((reply, i) => (
              <View className='rule-list__one' key={reply.id}>
                <View>{reply.words}</View>
                <View className='soft small'>{REPLY_TONES[reply.tone]}{reply.criterion === undefined ? '' : ` · ${says.get(reply.criterion) ?? '这个原因已经停用'}`}</View>
                {mayEdit && (
                  <View className='rule-list__acts'>
                    <Button narrow kind='quiet' label='改' spokenLabel={`改「${reply.words}」`} onTap={() => onChange(reply)} />
                    {i > 0 && <Button narrow kind='quiet' label='往前挪' spokenLabel={`把「${reply.words}」往前挪`} onTap={() => onForward(reply)} />}
                  </View>
                )}
              </View>
            ))}
            {mayEdit && <Button label='加一句' spokenLabel={`加一句${REPLY_PURPOSES[purpose]}用的`} onTap={() => onAdd(purpose)} />}
          </Card>
        )
      })}
    </>
  )
}

/** Before the one of the same purpose that stands before it; the others stay where they are. */
export function forward(replies: readonly Reply[], one: Reply): Reply[] {
  const same = replies.filter(r => r.purpose === one.purpose)
  const before = same[same.findIndex(r => r.id === one.id) - 1]
  if (!before) return [...replies]
  return replies.map(r => (r.id === one.id ? before : r.id === before.id ? one : r))
}

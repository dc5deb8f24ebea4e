import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { DEFAULT_REPLIES } from '../../../../domain/replies/defaultReplies'
import type { ReplyPurpose } from '../../../../domain/replies/reply'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Done } from '../../../components/States/Done'
import { LeftChanges } from '../../../components/States/LeftChanges'
import { Trouble } from '../../../components/States/Trouble'
import { useKeptChanges } from '../../../outbox/keptChanges'
import { ForKeepers } from '../parts/community/ForKeepers'
import { useKept } from '../parts/community/useKept'
import { forward, ReplyList } from '../parts/replies/ReplyList'
import { ReplySheet, type Reply } from '../parts/replies/ReplySheet'

/** The sentences a community keeps to tap instead of typing. */
export default function Replies(): ReactNode {
  const kept = useKept()
  const { communityId } = kept
  const asked = useAnswer('showReplies', communityId === null ? null : { communityId })
  /** Changed and not kept yet, with the version it was changed from. */
  const changes = useKeptChanges<{ version: number; replies: readonly Reply[] }>(communityId === null ? null : `replies/${communityId}`)
  const [open, setOpen] = useState<{ reply: Reply; isNew: boolean } | null>(null)
  const { busy, failed, done, send, forget } = useSending()
  const page = asked.data
  const edited = page?.mayEdit ? changes.changed : null
  const replies: readonly Reply[] = edited?.replies ?? page?.replies ?? DEFAULT_REPLIES
  const edit = (next: readonly Reply[]) => { forget(); changes.change({ version: edited?.version ?? page?.version ?? 0, replies: next }) }
  const add = (purpose: ReplyPurpose) => setOpen({ reply: { id: drawId(), purpose, tone: 'explanation', words: '' }, isNew: true })
  const save = () => void send(async () => {
    if (edited === null || communityId === null) return
    asked.put(await call('saveReplies', { communityId, version: edited.version, replies: [...edited.replies] }))
    changes.forget()
    refresh('showCase', 'showIncident')
  })
  const startAgain = () => { changes.forget(); forget(); void asked.again() }
  const bar = edited ? (
    <ActionBar>
      {changes.left && <LeftChanges />}
      <Trouble words={failed?.message} />
      {failed?.code === 'CHANGED_MEANWHILE' ? <Button kind='primary' label='看最新的' onTap={startAgain} /> : <Button kind='primary' label='记下来' busy={busy} busyLabel='正在记…' onTap={save} />}
      <Button kind='quiet' label='不改了' disabled={busy} onTap={startAgain} />
    </ActionBar>
  ) : done && <ActionBar><Done words='记下了' /></ActionBar>
  return (
    <Page bar={bar}>
      <ForKeepers kept={kept}>
        {() => (
          <Answered asked={asked} cards={2}>
            {({ criteria, mayEdit }) => (
              <>
                <View className='soft'>回邻居、问供货商的时候点一下就能用，用的时候还可以改。{mayEdit ? '' : '要改请找团长。'}</View>
                <ReplyList replies={replies} criteria={criteria} mayEdit={mayEdit} onAdd={add} onChange={reply => setOpen({ reply, isNew: false })} onForward={one => edit(forward(replies, one))} />
              </>
            )}
          </Answered>
        )}
      </ForKeepers>
      {open && page && (
        <ReplySheet
          key={open.reply.id} first={open.reply} isNew={open.isNew} criteria={page.criteria} onClose={() => setOpen(null)}
          onDone={reply => { edit(open.isNew ? [...replies, reply] : replies.map(r => (r.id === reply.id ? reply : r))); setOpen(null) }}
          onDelete={() => { edit(replies.filter(r => r.id !== open.reply.id)); setOpen(null) }}
        />
      )}
    </Page>
  )
}

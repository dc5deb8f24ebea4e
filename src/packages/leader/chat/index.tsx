import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../domain/contract/calls'
import { LONGEST_CHAT } from '../../../../domain/orders/chatReading'
import { useAnswer } from '../../../cloud/useAnswer'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { TextArea } from '../../../components/TextArea/TextArea'
import { BehalfFields } from '../parts/behalf/BehalfFields'
import { PickChannel } from '../parts/behalf/PickChannel'
import { isWorkedOn, sureOnes, toFile, type ChatRow } from '../parts/chat/chatDraft'
import { RowCard } from '../parts/chat/RowCard'
import { useChat, type Chat } from '../parts/chat/useChat'
import { LongList } from '../parts/import/LongList'

const SURE = '认出来的'

/** Drawn at first: a phone draws a hundred cards slowly. */
const FIRST = 20

/** What neighbours wrote in the chat, pasted, becomes cases; each is looked at before it is filed. */
export default function PasteChat(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy ?? null
  const asked = useAnswer('listBuyers', groupBuyId === null ? null : { groupBuyId })
  if (groupBuyId === null) return <Page><Empty title='没看到是哪个团'><Button kind='primary' label='去我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  if (!asked.data) return <Page><Answered asked={asked}>{() => null}</Answered></Page>
  return <Whole groupBuyId={groupBuyId} shown={asked.data} />
}

function Whole({ groupBuyId, shown }: { groupBuyId: string; shown: Answers['listBuyers'] }): ReactNode {
  const chat = useChat(groupBuyId, shown.households)
  return chat.draft.rows === null ? <Paste chat={chat} title={shown.groupBuyTitle} /> : <Look chat={chat} rows={chat.draft.rows} shown={shown} />
}

function Paste({ chat, title }: { chat: Chat; title: string }): ReactNode {
  return (
    <Page bar={<ActionBar><Trouble words={chat.failed?.message} /><Button kind='primary' label='看看谁在说坏了' disabled={chat.draft.text.trim() === ''} busy={chat.busy} busyLabel='正在认…' onTap={chat.read} /></ActionBar>}>
      <Card title={title}>
        <View>在群里长按一条消息，点「多选」，勾上要的，再复制；接龙也可以整段复制。粘贴到下面就行。</View>
      </Card>
      <Card><TextArea label='聊天记录' value={chat.draft.text} most={LONGEST_CHAT} placeholder='长按这里粘贴' onChange={chat.write} /></Card>
      <View className='soft small'>聊天记录只用来认人，不会存下来。认出来的每一件，您看过、点了，才会报。</View>
      <Button kind='quiet' label='先不粘贴，回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} />
    </Page>
  )
}

function Look({ chat, rows, shown: { households } }: { chat: Chat; rows: ChatRow[]; shown: Answers['listBuyers'] }): ReactNode {
  const [editing, setEditing] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const sure = sureOnes(rows, households)
  const edited = rows.find(r => r.draft.caseId === editing) ?? null
  const ready = toFile(rows)
  const done = rows.filter(r => r.result?.state === 'filed').length
  const groups: [string, ChatRow[]][] = [[SURE, rows.filter(r => r.proposal.certainty === 'sure')], ['拿不准的', rows.filter(r => r.proposal.certainty === 'unsure')], ['没认出来的', rows.filter(r => r.proposal.certainty === 'unmatched')]]
  const shownRows = all ? rows.length : FIRST
  let drawn = 0
  const bar = (
    <ActionBar>
      <Trouble words={chat.failed?.message} />
      {ready.length > 0
        ? <Button kind='primary' label={`替他们报上 ${ready.length} 件`} busy={chat.busy} busyLabel={chat.progress ? `报了 ${chat.progress.done} / ${chat.progress.of} 件…` : '正在报…'} onTap={chat.file} />
        : done > 0 ? <Button kind='primary' label='去处理' onTap={() => goOnlyTo('/packages/leader/inbox/index')} /> : <View className='soft'>一件一件看，对的点「对，报这件」</View>}
      <Button kind='quiet' label={done > 0 ? '完了，再粘贴一段' : '重新粘贴'} disabled={chat.busy} onTap={() => (isWorkedOn(rows) ? setLeaving(true) : chat.anew())} />
    </ActionBar>
  )
  return (
    <Page bar={bar}>
      {rows.length === 0 && <Empty title='没看到有人说坏了' hint='没坏、谢谢、问别人的话都不算。要是有，可以替他单独报。' />}
      {done > 0 && <Card tone='green'>已经报好 {done} 件</Card>}
      {groups.map(([title, group]) => group.length > 0 && (
        <Section key={title} title={`${title} ${group.length} 件`}>
          {title === SURE && sure.length > 1 && <Button label={`认出来的 ${sure.length} 件都对`} disabled={chat.busy} onTap={() => { setAll(true); chat.acceptSure() }} />}
          {group.map(row => {
            drawn += 1
            return drawn > shownRows ? null : <RowCard key={row.draft.caseId} row={row} households={households} busy={chat.busy} onAccept={() => chat.accept(row.draft.caseId)} onEdit={() => setEditing(row.draft.caseId)} />
          })}
        </Section>
      ))}
      {rows.length > shownRows && <Button label={`看剩下的 ${rows.length - shownRows} 件`} onTap={() => setAll(true)} />}
      {chat.draft.passedOver.length > 0 && (
        <Section title={`没当成问题的 ${chat.draft.passedOver.length} 句`}>
          <Card><LongList stacked rows={chat.draft.passedOver.map(p => ({ what: `${p.who === '' ? '' : `${p.who}：`}${p.said}`, about: p.why }))} /></Card>
        </Section>
      )}
      <Sheet
        open={leaving} title='重新粘贴？' onClose={() => setLeaving(false)}
        bar={<><Button kind='danger' label='不要了，重新粘贴' onTap={() => { setLeaving(false); chat.anew() }} /><Button label='接着看这些' onTap={() => setLeaving(false)} /></>}
      >
        <View>点过「对」的、改过的都还没报，重新粘贴就没有了。</View>
      </Sheet>
      <Sheet open={edited !== null} title='改这一件' onClose={() => setEditing(null)} bar={<Button kind='primary' label='改好了' onTap={() => setEditing(null)} />}>
        {edited && (
          <>
            <View className='soft'>「{edited.proposal.said}」</View>
            <BehalfFields draft={edited.draft} households={households} likely={edited.proposal.candidates.map(c => c.orderId)} onChange={next => chat.change(edited.draft.caseId, next)} />
            <View className='behalf-fields__question'>他是怎么说的</View>
            <PickChannel value={edited.draft.channel} onChoose={channel => chat.change(edited.draft.caseId, { ...edited.draft, channel })} />
          </>
        )}
      </Sheet>
    </Page>
  )
}

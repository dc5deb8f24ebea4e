import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DeskQueue, Input } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { CaseCard } from '../../../components/CaseCard/CaseCard'
import { PickOne } from '../../../components/PickOne/PickOne'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { Tabs } from '../../../components/Tabs/Tabs'
import { QueueMarks } from './QueueMarks'
import './Queue.scss'

type Show = Input<'deskQueue'>['show']
/** All communities at once. */
const ALL = ''

interface QueueProps {
  deskId: string
  /** The case that stands beside the list; null where none does. */
  open: string | null
  onOpen: (caseId: string) => void
}

/** One queue for all channels and communities: what waits for the desk, or all that moves. */
export function Queue({ deskId, open, onOpen }: QueueProps): ReactNode {
  const [show, setShow] = useState<Show>('mine')
  const [communityId, setCommunityId] = useState(ALL)
  const input: Input<'deskQueue'> = { deskId, show, ...(communityId === ALL ? {} : { communityId }) }
  const asked = useAnswer('deskQueue', input)
  // Counts stay in sight while the other list is on its way.
  const [known, setKnown] = useState<Pick<DeskQueue, 'counts' | 'communities'>>()
  if (asked.data && known?.counts !== asked.data.counts) setKnown({ counts: asked.data.counts, communities: asked.data.communities })
  const communities = known?.communities ?? []
  return (
    <View className='queue'>
      <Tabs here={show} onChoose={setShow} tabs={[{ tab: 'mine', label: '等平台定', count: known?.counts.mine }, { tab: 'open', label: '全部没完的', count: known?.counts.open }, { tab: 'done', label: '已完的', count: known?.counts.done }]} />
      {communities.length > 1 && (
        <PickOne
          what='小区' value={communityId} onChoose={setCommunityId}
          choices={[{ value: ALL, label: '所有小区' }, ...communities.map(c => ({ value: c.id, label: c.name, hint: `${c.mine} 件等平台定，${c.open} 件没完` }))]}
        />
      )}
      <Answered asked={asked}>
        {first => (first.cards.length === 0
          ? <Nothing show={show} open={first.counts.open} served={first.communities.length} onAll={() => setShow('open')} />
          : <Listed key={JSON.stringify(input)} input={input} first={first} open={open} onOpen={onOpen} />)}
      </Answered>
    </View>
  )
}

interface ListedProps {
  input: Input<'deskQueue'>
  first: DeskQueue
  open: string | null
  onOpen: (caseId: string) => void
}

/** The queue as far as it was asked for; the next part by a tap. */
function Listed({ input, first, open, onOpen }: ListedProps): ReactNode {
  const [later, setLater] = useState<readonly DeskQueue[]>([])
  const { busy, failed, send } = useSending()
  const parts = [first, ...later]
  // What moved up since a later part was asked for stands in both.
  const cards = [...new Map(parts.flatMap(p => p.cards).map(c => [c.id, c])).values()]
  const links: Record<string, string> = Object.assign({}, ...parts.map(p => p.photoLinks))
  const next = parts.at(-1)?.next ?? null
  const more = () => void send(async () => {
    if (next === null) return
    const part = await call('deskQueue', { ...input, after: next })
    setLater([...later, part])
  })
  const nameOf = (id: string) => first.communities.find(c => c.id === id)?.name ?? ''
  return (
    <>
      {cards.map(card => (
        <View key={card.id} className={`queue__one${card.id === open ? ' queue__one--open' : ''}`}>
          <CaseCard card={card} photo={card.photo === null ? undefined : links[card.photo]} onTap={() => onOpen(card.id)}>
            <QueueMarks card={card} />
            <View className='queue__where'>{card.id === open && '▸ '}{nameOf(card.communityId)} · {card.groupBuyTitle}</View>
          </CaseCard>
        </View>
      ))}
      <Trouble words={failed?.message} />
      {input.show === 'done' && first.counts.done > cards.length && <View className='queue__where'>更早的 {first.counts.done - cards.length} 件没有列出来</View>}
      {next !== null && <Button kind='quiet' label={`接着看（还有 ${Math.max(1, first.counts[input.show] - cards.length)} 件）`} busy={busy} busyLabel='正在拿…' onTap={more} />}
    </>
  )
}

function Nothing({ show, open, served, onAll }: { show: Show; open: number; served: number; onAll: () => void }): ReactNode {
  if (served === 0) return <Empty title='还没有小区请这个平台' hint='请团长在「小区」里点「请一个平台」，把邀请发给您。' />
  if (show === 'done') return <Empty title='还没有办完的' hint='定下来、办完的会留在这里。' />
  if (show === 'mine' && open > 0) return <Empty title='没有等平台定的' hint={`还有 ${open} 件没完，在等团长、居民或供货商。`}><Button label='看全部没完的' onTap={onAll} /></Empty>
  return <Empty title='没有没完的' hint='有居民反映会出现在这里，不用一直开着。' />
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BOARD_ROWS } from '../../../domain/contract/boardRows'
import { percentKept } from '../../../domain/clock/attainment'
import { SATISFIED_AT_LEAST, SHARE_TARGET_CODES, SHARE_TARGETS } from '../../../domain/clock/targets'
import type { Board as Read, BoardGroup, BoardRow, Input } from '../../../domain/contract/calls'
import { householdOf } from '../../words/householdOf'
import { attainedWords, groupWords, keptWords, ratedWords, shareWords, waitsWords } from '../../words/boardWords'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { Deadline } from '../Deadline/Deadline'
import { Section } from '../Section/Section'
import { Tap } from '../Tap/Tap'
import './Board.scss'

const HOUR = 3600_000

/** Whose cases are listed; all where nothing is named. */
export type Only = Pick<Input<'showBoard'>, 'communityId' | 'supplierId'>

interface BoardProps {
  board: Read
  as: 'leader' | 'operator'
  only: Only
  onOnly: (only: Only) => void
  onOpen: (row: BoardRow) => void
  /** Longer lists; null where no more is shown. */
  more: (() => void) | null
  /** They are on their way. */
  busy: boolean
}

/** What broke, what is about to, whose it is, and how many promises were kept. Red is what is late now, and says so in words. */
export function Board({ board, as, only, onOnly, onOpen, more, busy }: BoardProps): ReactNode {
  const { soon, late, communities, suppliers, attainment, satisfaction, shares, within } = board
  const several = communities.length > 1
  const named = communities.find(c => c.id === only.communityId)?.name ?? suppliers.find(s => s.id === only.supplierId)?.name
  const nameOf = (row: BoardRow) => (several ? communities.find(c => c.id === row.communityId)?.name ?? '' : '')
  const rows = (all: BoardRow[]) => all.map(row => <Row key={row.caseId} row={row} as={as} where={nameOf(row)} onTap={() => onOpen(row)} />)
  const rest = (of: Read['late']) => <More of={of} more={more} busy={busy} />
  const filtered = only.communityId !== undefined || only.supplierId !== undefined
  return (
    <View className='board'>
      {filtered && (
        <View className='board__only'>
          <View>只看：{named ?? '这一家'}</View>
          <Button narrow label='看全部' onTap={() => onOnly({})} />
        </View>
      )}
      <Section title={late.total > 0 ? `! 已经晚了，${late.total} 件` : '已经晚了'}>
        {late.total === 0 ? <Card><View className='soft'>没有，都还在时间里。</View></Card> : <Card tone='red'>{rows(late.rows)}{rest(late)}</Card>}
      </Section>
      <Section title={soon.total > 0 ? `${Math.round(within / HOUR)} 小时内到时间，${soon.total} 件` : `${Math.round(within / HOUR)} 小时内到时间`}>
        <Card>{soon.total === 0 ? <View className='soft'>没有。</View> : <>{rows(soon.rows)}{rest(soon)}</>}</Card>
      </Section>
      {several && (
        <Section title='按小区'>
          <Card>{worstFirst(communities).map(c => <Group key={c.id} group={c} name={`${c.name} · ${c.leaderName}`} chosen={only.communityId === c.id} onTap={() => onOnly({ communityId: c.id })} />)}</Card>
        </Section>
      )}
      {suppliers.length > 0 && (
        <Section title='按供货商'>
          <Card>{worstFirst(suppliers).map(s => <Group key={s.id} group={s} name={s.name} chosen={only.supplierId === s.id} onTap={() => onOnly({ supplierId: s.id })} />)}</Card>
        </Section>
      )}
      {/* These are of whole communities; what one supplier kept stands at the supplier. */}
      {only.supplierId === undefined && <Section title='最近 30 天，说到做到'>
        <Card>
          {attainment.map(a => {
            const { label, says, missed } = attainedWords(a)
            return <Line key={a.target} label={label} says={says} missed={missed} />
          })}
          <Line label={`办完后满意的（要 ${SATISFIED_AT_LEAST}% 以上）`} {...ratedWords(satisfaction)} />
          {shares && SHARE_TARGET_CODES.map(target => <Line key={target} label={`${SHARE_TARGETS[target].label}（要 ${SHARE_TARGETS[target].atMost}% 以内）`} {...shareWords(target, shares[target])} />)}
          <View className='soft small board__note'>到时间的才算。正晚着、还没办的在最上面，办完了再算进来。{shares && '投诉指对人的意见，和不满意请人再看的；坏了、少了不算。'}</View>
        </Card>
      </Section>}
    </View>
  )
}

function Row({ row, as, where, onTap }: { row: BoardRow; as: 'leader' | 'operator'; where: string; onTap: () => void }): ReactNode {
  const waits = waitsWords(row, as)
  const household = householdOf({ joinNumber: row.joinNumber, buyer: null }).trim()
  return (
    <Tap className='board__row' role='link' label={`${household}，${row.title}，${waits}`} onTap={onTap}>
      <View className='board__title'>{household} {row.title}</View>
      <View>{waits}</View>
      <View className='board__foot'><Deadline due={row} /><View className='soft small'>{[where, row.groupBuyTitle].filter(Boolean).join(' · ')}</View></View>
    </Tap>
  )
}

/** Those that do not stand on the page: the next of them by a tap, and from some length on as these are done. */
function More({ of: { rows, total }, more, busy }: { of: Read['late']; more: (() => void) | null; busy: boolean }): ReactNode {
  const rest = total - rows.length
  if (rest <= 0) return null
  if (more === null) return <View className='soft small board__note'>还有 {rest} 件，办了上面的就会出来</View>
  return <Button kind='quiet' label={rest > BOARD_ROWS ? `再看 ${BOARD_ROWS} 件（还有 ${rest} 件）` : `再看 ${rest} 件`} busy={busy} busyLabel='正在拿…' onTap={more} />
}

function Group({ group, name, chosen, onTap }: { group: BoardGroup; name: string; chosen: boolean; onTap: () => void }): ReactNode {
  return (
    <Tap className='board__row' picked={chosen} role='radio' label={`${name}，${groupWords(group)}，${keptWords(group)}`} onTap={onTap}>
      <View className='board__title'>{chosen && '▸ '}{name}</View>
      <View className={group.late > 0 ? 'board__missed' : ''}>{group.late > 0 && '! '}{groupWords(group)}</View>
      <View className='soft small'>{keptWords(group)}{percentKept(group) === null ? '' : `（${percentKept(group)}%）`}</View>
    </Tap>
  )
}

function Line({ label, says, missed }: { label: string; says: string; missed: boolean }): ReactNode {
  return (
    <View className='board__line'>
      <View>{label}</View>
      <View className={missed ? 'board__missed' : 'soft'}>{missed && '! '}{says}</View>
    </View>
  )
}

function worstFirst<T extends BoardGroup>(groups: readonly T[]): T[] {
  return [...groups].sort((a, b) => b.late - a.late || b.soon - a.soon || b.broken - a.broken)
}

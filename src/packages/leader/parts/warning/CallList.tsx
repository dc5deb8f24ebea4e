import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { TOLD_BY, type IntakeChannel } from '../../../../../domain/case/onBehalf'
import type { Input, WarningView } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh, useAnswer } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Section } from '../../../../components/Section/Section'
import { Trouble } from '../../../../components/States/Trouble'
import { CallRow } from './CallRow'

const WAYS = ['phone', 'onSite', 'privateChat'] as const satisfies readonly IntakeChannel[]

/** Whoever does not know stands first: told one by one, ticked off by a tap. More of the list come by a tap, page by page. */
export function CallList({ first }: { first: WarningView }): ReactNode {
  const [how, setHow] = useState<(typeof WAYS)[number]>('phone')
  const [pages, setPages] = useState(1)
  const { busy, failed, send } = useSending()
  const [marking, setMarking] = useState<string | null>(null)
  const { id: warningId, counts: { households }, list, state } = first
  const size = list.length
  const mark = (householdId: string, m: Input<'markReached'>['mark']) => {
    setMarking(householdId)
    void send(async () => {
      await call('markReached', { warningId, householdId, mark: m })
      refresh('showWarning')
    })
  }
  const rows = (of: WarningView['list']) => of.map(row => (
    <CallRow key={row.id} row={row} how={how} closed={state === 'lifted'} busy={busy} trouble={marking === row.id ? failed?.message ?? null : null} onMark={m => mark(row.id, m)} />
  ))
  if (size === 0) return null
  const left = households - pages * size
  return (
    <Section title={state === 'lifted' ? '当时通知到谁' : '一户户告诉'}>
      {state === 'active' && <ChoiceTiles columns={3} value={how} choices={WAYS.map(value => ({ value, label: TOLD_BY[value] }))} onChoose={setHow} />}
      <Trouble words={marking === null ? failed?.message : null} />
      <View>{rows(list)}</View>
      {Array.from({ length: pages - 1 }, (_page, i) => <More key={i} warningId={warningId} from={(i + 1) * size}>{rows}</More>)}
      {left > 0 && <Button kind='quiet' label={`看后面的（还有 ${left} 户）`} onTap={() => setPages(pages + 1)} />}
    </Section>
  )
}

function More({ warningId, from, children }: { warningId: string; from: number; children: (list: WarningView['list']) => ReactNode }): ReactNode {
  const asked = useAnswer('showWarning', { warningId, from })
  return <Answered asked={asked} cards={1}>{({ list }) => <View>{children(list)}</View>}</Answered>
}

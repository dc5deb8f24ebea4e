import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { WarningAbout } from '../../../../domain/contract/calls'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { ReachCounts } from '../../../components/ReachCounts/ReachCounts'
import { Sheet } from '../../../components/Sheet/Sheet'
import { useNow } from '../../../components/useNow'

/** Goods of this supplier that must not be used or handed out: what is wrong, and by a tap how many households know. */
export function WarningLines({ warnings }: { warnings: readonly WarningAbout[] }): ReactNode {
  const now = useNow()
  const [open, setOpen] = useState<WarningAbout | null>(null)
  return (
    <>
      {warnings.map(w => (
        <Card key={w.id} tone='red' title={`! 先停发：${w.title}${w.spec === '' ? '' : ` · ${w.spec}`}`}>
          <View>{w.words}。{spoken(w.startedAt, now)}团长告诉买过的住户先别吃、先别用{w.held ? '，还没取的也先不发' : ''}。请您也先别再发这一批。</View>
          <Button kind='quiet' label='多少户知道了' spokenLabel={`${w.title}，多少户知道了`} onTap={() => setOpen(w)} />
        </Card>
      ))}
      {open && <Sheet open title={open.title} onClose={() => setOpen(null)}><Counts warningId={open.id} /></Sheet>}
    </>
  )
}

function Counts({ warningId }: { warningId: string }): ReactNode {
  const asked = useAnswer('countWarning', { warningId })
  return <Answered asked={asked} cards={1}>{({ counts }) => <ReachCounts counts={counts} />}</Answered>
}

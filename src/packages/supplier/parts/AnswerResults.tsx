import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { BundleCase, TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import { Card } from '../../../components/Card/Card'
import { spoken } from '../../../components/spoken'

/** What came of one answer for many: how far it is, and case by case what could not be answered, and why. */
export function AnswerResults({ view, running, cases }: { view: TogetherView; running: boolean; cases: readonly BundleCase[] }): ReactNode {
  const came = (outcome: TogetherResult['outcome']) => view.results.filter(r => r.outcome === outcome)
  const [admitted, disputed, refused] = [came('admitted'), came('disputed'), came('refused')]
  const named = (caseId: string) => cases.find(c => c.card.id === caseId)
  if (running) return <Card><View {...spoken('status', `已经回了 ${view.done} 件`)}>正在回话：{view.done} / {view.total} 件</View></Card>
  return (
    <Card tone={refused.length > 0 ? 'amber' : 'green'}>
      {admitted.length > 0 && <View>✓ 认了 {admitted.length} 件，一共 {yuan(admitted.reduce((total, r) => total + r.amount, 0))}</View>}
      {disputed.length > 0 && <View>✓ {disputed.length} 件的不同意见发给团长了</View>}
      {refused.map(r => <View key={r.caseId}>! {[named(r.caseId)?.number, named(r.caseId)?.card.title].filter(Boolean).join(' ')}：{r.why?.message}</View>)}
    </Card>
  )
}

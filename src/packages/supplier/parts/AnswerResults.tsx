import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { BundleCase, TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import { Card } from '../../../components/Card/Card'
import { spoken } from '../../../components/spoken'

/** So many are named one by one; of more it is said how many. */
const NAMED = 3

/** What came of one answer for many: how far it is, and case by case what could not be answered, and why. */
export function AnswerResults({ view, running, cases }: { view: TogetherView; running: boolean; cases: readonly BundleCase[] }): ReactNode {
  const came = (outcome: TogetherResult['outcome']) => view.results.filter(r => r.outcome === outcome)
  const [admitted, disputed, refused] = [came('admitted'), came('disputed'), came('refused')]
  /** As it stands now, which the refusal is older than. */
  const now = ({ caseId }: TogetherResult) => cases.find(c => c.card.id === caseId)
  // By a colleague, or by the same person elsewhere.
  const byColleague = (state: 'admitted' | 'disputed') => refused.filter(r => now(r)?.item.state === state)
  const sum = (those: readonly TogetherResult[]) => those.reduce((total, r) => total + (now(r)?.item.amount ?? 0), 0)
  const left = refused.filter(r => !['admitted', 'disputed'].includes(now(r)?.item.state ?? ''))
  const reasons = [...new Set(left.map(r => r.why?.message ?? ''))].map(why => [why, left.filter(r => (r.why?.message ?? '') === why)] as const)
  if (running) return <Card><View {...spoken('status', `已经回了 ${view.done} 笔`)}>正在回话：{view.done} / {view.total} 笔</View></Card>
  return (
    <Card tone={left.length > 0 ? 'amber' : 'green'}>
      {admitted.length > 0 && <View>✓ 认了 {admitted.length} 笔，一共 {yuan(admitted.reduce((total, r) => total + r.amount, 0))}</View>}
      {disputed.length > 0 && <View>✓ {disputed.length} 笔的不同意见发给团长了</View>}
      {byColleague('admitted').length > 0 && <View>✓ 您这边刚刚已经认了这 {byColleague('admitted').length} 笔，一共 {yuan(sum(byColleague('admitted')))}</View>}
      {byColleague('disputed').length > 0 && <View>✓ 您这边刚刚已经对这 {byColleague('disputed').length} 笔提了不同意见</View>}
      {reasons.map(([why, those]) => <View key={why}>! {those.length > NAMED ? `${those.length} 笔` : those.map(r => [now(r)?.number, now(r)?.card.title].filter(Boolean).join(' ')).join('、')}：{why}</View>)}
    </Card>
  )
}

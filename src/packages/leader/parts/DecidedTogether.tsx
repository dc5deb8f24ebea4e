import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import type { TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import { byJoinNumber } from '../../../../domain/orders/joinNumber'
import type { Together } from '../../../cloud/useTogether'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { go } from '../../../components/go'
import { Portion } from '../../../components/Portion/Portion'
import { Progress } from '../../../components/Progress/Progress'
import { Trouble } from '../../../components/States/Trouble'
import { Tap } from '../../../components/Tap/Tap'
import { UndoBar } from '../../../components/UndoBar/UndoBar'
import './DecidedTogether.scss'

/** Results at first: a phone draws hundreds slowly; those that failed stand at the top. */
const FIRST = 30

interface DecidedTogetherProps {
  together: Together
  /** Only what the thumb can do meanwhile. */
  bar?: boolean
  /** Only what came of it in a word, and what was not done: something else is to be done on the page. */
  brief?: boolean
  /** Opens the sheet by which what was agreed to is paid. */
  onRefunds?: () => void
}

/** How far a joint decision is, and then what came of it for each household. */
export function DecidedTogether({ together, bar = false, brief = false, onRefunds }: DecidedTogetherProps): ReactNode {
  const { view, working, trouble } = together
  if (bar) {
    const decided = view?.results.filter(r => r.outcome !== 'refused') ?? []
    const done = view?.phase === 'done'
    const count = done ? byHousehold(decided).length : view?.total ?? 0
    // Where all of them were refused there is nothing to take back.
    const recallable = count > 0 ? view?.takesEffect : null
    const toPay = onRefunds !== undefined && decided.some(r => r.outcome === 'settled' && r.amount > 0)
    return (
      <ActionBar>
        <Trouble words={trouble === null ? null : `${trouble.message}${view === null ? '' : `处理到 ${view.done} 件，没处理的不会漏，接着来就行。`}`} />
        {trouble?.again === true && <Button kind='primary' label='接着处理' busy={working} onTap={together.again} />}
        {recallable && <UndoBar decided={`${count} ${done ? '户' : '件'}一起处理`} takesEffect={recallable} acting={view?.phase === 'undoing'} onUndo={together.undo} />}
        {!working && !recallable && trouble?.again !== true && (
          <>
            {toPay && <Button kind='primary' label='去退款表' onTap={onRefunds} />}
            <Button kind={toPay ? 'plain' : 'primary'} label='知道了' onTap={together.close} />
          </>
        )}
      </ActionBar>
    )
  }
  if (brief && view !== null) {
    return (
      <Card tone='green'>
        <View>{sumWords(view)}</View>
        {byHousehold(view.results.filter(r => r.outcome === 'refused')).map(those => <Results key={those[0].caseId} of={those} />)}
        <Button narrow kind='quiet' label='知道了' onTap={together.close} />
      </Card>
    )
  }
  if (view === null) return <Card><Progress done={0} of={1} says='正在一起处理…' /></Card>
  const undone = view.results.length > 0 && view.results.every(r => r.outcome === 'undone' || r.outcome === 'refused') && view.results.some(r => r.outcome === 'undone')
  return (
    <View className='decided'>
      <Card tone={view.phase === 'done' && !undone ? 'green' : 'amber'}>
        {view.phase === 'done' ? <View className='decided__sum'>{undone ? '撤回了，邻居什么都没收到。' : sumWords(view)}</View> : <Progress done={view.done} of={view.total} says={`${view.phase === 'undoing' ? '正在撤回' : '正在处理'} ${view.done}/${view.total} 件`} />}
      </Card>
      {view.phase === 'done' && !undone && (
        <Card title='每一户的结果'>
          <Portion of={byHousehold([...view.results].sort(refusedFirst))} first={FIRST} more={left => `看后面的（还有 ${left} 户）`}>{some => <>{some.map(those => <Results key={those[0].caseId} of={those} />)}</>}</Portion>
        </Card>
      )}
    </View>
  )
}

type SomeResults = [TogetherResult, ...TogetherResult[]]

/** The results of each household together, in the order of their first ones. A result that no household was kept with stands for its own. */
function byHousehold(results: readonly TogetherResult[]): SomeResults[] {
  const groups = new Map<string, SomeResults>()
  for (const r of results) {
    const key = r.household?.orderId ?? r.caseId
    const group = groups.get(key)
    if (group) group.push(r)
    else groups.set(key, [r])
  }
  return [...groups.values()]
}

/** A household, and what came of each of its cases. */
function Results({ of }: { of: SomeResults }): ReactNode {
  const [{ joinNumber, buyer }] = of
  const who = `${joinNumber ? `${joinNumber}号 ` : ''}${buyer}`
  return (
    <>
      {of.map((r, i) => {
        const said = outcomeWords(r)
        return (
          <Tap key={r.caseId} className='decided__one' label={`${who}，${said}，点开看`} onTap={() => go(`/packages/leader/case/index?id=${r.caseId}`)}>
            <View className='decided__who'>{i === 0 ? who : '还有一件'}</View>
            <View className={`decided__said${r.outcome === 'refused' ? ' decided__said--no' : ''}`}>{said}</View>
          </Tap>
        )
      })}
    </>
  )
}

const SAID: Record<Exclude<TogetherResult['outcome'], 'refused'>, string> = {
  settled: '同意了', offered: '等邻居点头', rejected: '没同意', promised: '已告诉', paid: '已退', told: '记下了', admitted: '认了', disputed: '有不同意见', undone: '撤回了',
}

function outcomeWords({ outcome, amount, why }: TogetherResult): string {
  if (outcome === 'refused') return `! 没办成：${why?.message ?? ''}`
  return `✓ ${SAID[outcome]}${amount > 0 ? ` ${yuan(amount)}` : ''}`
}

function sumWords({ results }: TogetherView): string {
  const parts = (['settled', 'offered', 'rejected', 'promised', 'paid', 'told', 'admitted', 'disputed'] as const).flatMap(outcome => {
    const those = results.filter(r => r.outcome === outcome)
    const fen = those.reduce((total, r) => total + r.amount, 0)
    return those.length === 0 ? [] : [`${byHousehold(those).length} 户${SAID[outcome]}${fen > 0 ? `，共 ${yuan(fen)}` : ''}`]
  })
  const refused = byHousehold(results.filter(r => r.outcome === 'refused')).length
  return `${parts.join('；')}${parts.length > 0 ? '。' : ''}${refused > 0 ? `${refused} 户没办成，请点开单独看。` : ''}`
}

/** What has to be looked at first; the rest as on the list of the group-buy. */
function refusedFirst(a: TogetherResult, b: TogetherResult): number {
  return Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || byJoinNumber(a, b)
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import { bestOffered, counterTrouble } from '../../../../domain/case/negotiate'
import type { CaseView } from '../../../../domain/people/caseView'
import { Field } from '../../../components/Field/Field'
import { useNow } from '../../../components/useNow'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { useSheetDraft } from '../../../outbox/sheetDraft'
import { fenIn } from '../../../words/fenIn'
import type { CaseSheetProps } from './caseSheet'

/** 还个价: how much one would agree to, and why. */
export function CounterSheet({ view, act, ...sheet }: CaseSheetProps): ReactNode {
  const now = useNow()
  const [typed, setTyped] = useSheetDraft('typed', '')
  const negotiated = { offer: view.offer, line: view.line ?? { left: 0 } }
  const fen = typed.trim() === '' ? null : fenIn(typed)
  const wrong = typeof fen === 'string' ? fen : fen === null ? null : counterTrouble(negotiated, fen, now)?.message ?? null
  const least = bestOffered(negotiated, now) + 1
  return (
    <SaySheet
      {...sheet} title='还个价' label='为什么' placeholder='说一句为什么（可以不写）' send={typeof fen === 'number' ? `发出去：退我 ${yuan(fen)}` : '发出去'}
      missing={() => (fen === null ? '先填退多少' : wrong === null ? null : '金额不对')}
      onSend={({ words }) => (typeof fen === 'number' && wrong === null ? act({ type: 'counter', refund: fen, words }) : Promise.resolve(false))}
    >
      <Field label='退多少您能接受' value={typed} type='digit' most={9} unit='元' trouble={wrong ?? undefined} hint={`${yuan(least)} 到 ${yuan(negotiated.line.left)}`} onChange={setTyped} />
      <View>{roundWords(view)}</View>
      <View className='soft'>还价不等于放弃：对方可以同意、再给您一个办法，或者不同意{view.desk && '；不同意了，您还能找人再看看'}。</View>
    </SaySheet>
  )
}

/** How often it can still be said, and who decides after that. */
function roundWords({ countersLeft, desk }: Pick<CaseView, 'countersLeft' | 'desk'>): string {
  if (countersLeft > 1) return `一共可以还 3 次价，还剩 ${countersLeft} 次。`
  return desk ? '这是最后一次还价，发出去以后由平台来定。' : '这是最后一次还价，发出去以后由团长来定。'
}

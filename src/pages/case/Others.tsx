import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseCommandType } from '../../../domain/case/commands'
import type { CaseView } from '../../../domain/people/caseView'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { nextStepOf } from './nextStep'

/** What may be done besides the next step, in plain words and in this order. */
const OTHERS = {
  disown: '这不是我的意思', callOffReturn: '东西不退了', failRefund: '没收到钱', reopen: '接着说', extendClaim: '又发现坏的', addEvidence: '再补一张照片', expedite: '催一下', rate: '评一评', withdraw: '不用处理了，撤销',
} as const
export type Other = keyof typeof OTHERS

export function othersOf(view: Pick<CaseView, 'mayDo' | 'stage'>): Other[] {
  return (Object.keys(OTHERS) as Other[]).filter(step => view.mayDo.includes(step satisfies CaseCommandType) && step !== nextStepOf(view))
}

/** 还可以: everything else than the next step. */
export function Others({ view, acting, onOther }: { view: CaseView; acting: boolean; onOther: (step: Other) => void }): ReactNode {
  const others = othersOf(view)
  if (others.length === 0) return null
  return (
    <Card title='还可以'>
      <View className='case__stack'>
        {others.map(step => <Button key={step} kind={step === 'withdraw' ? 'quiet' : 'plain'} label={OTHERS[step]} disabled={acting} onTap={() => onOther(step)} />)}
      </View>
    </Card>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { before } from '../../../../../domain/clock/shanghai'
import { nextPromise } from '../../../../../domain/clock/tonight'
import { useTogether } from '../../../../cloud/useTogether'
import { Button } from '../../../../components/Button/Button'
import { Progress } from '../../../../components/Progress/Progress'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import './Tonight.scss'

/** One tap answers all who wait, and becomes the promise. Nothing where nobody waits without one. */
export function Tonight({ communityId, waiting }: { communityId: string; waiting: number }): ReactNode {
  const now = useNow()
  const { view, working, trouble, decide, again, close } = useTogether(`tonight.${communityId}`)
  const promise = nextPromise(now)
  if (view?.phase === 'done') {
    const told = view.results.filter(r => r.outcome === 'promised').length
    const until = view.step.type === 'promise' ? before(view.step.until, now) : ''
    return (
      <View className='tonight tonight--done'>
        <View className='tonight__words'>✓ 已经告诉 {told} 户：{until}统一处理</View>
        <Button narrow kind='quiet' label='好' spokenLabel='知道了' onTap={close} />
      </View>
    )
  }
  if (view !== null || working) return <View className='tonight'><Progress done={view?.done ?? 0} of={view?.total ?? 1} says='正在一户一户告诉…' /></View>
  if (waiting === 0 && trouble === null) return null
  return (
    <View className='tonight'>
      <Trouble words={trouble?.message} />
      <Button label={`告诉 ${waiting} 户：${before(promise, now)}统一处理`} onTap={trouble?.again === true ? again : () => decide({ communityId, step: { type: 'promise', until: promise } })} />
    </View>
  )
}

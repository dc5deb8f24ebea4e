import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OpenDay } from '../../../../../domain/clock/serviceHours'
import { before } from '../../../../../domain/clock/shanghai'
import { nextPromise } from '../../../../../domain/clock/tonight'
import type { TogetherView } from '../../../../../domain/contract/calls'
import { useTogether } from '../../../../cloud/useTogether'
import { Button } from '../../../../components/Button/Button'
import { go } from '../../../../components/go'
import { Progress } from '../../../../components/Progress/Progress'
import { Trouble } from '../../../../components/States/Trouble'
import { useNow } from '../../../../components/useNow'
import { untoldPage } from '../untold/untoldPage'
import { toldWords } from './toldWords'
import './Tonight.scss'

interface TonightProps {
  communityId: string
  /** The answer that the number is from: what it said before the tap is not offered again while the next is on its way. */
  inbox: { unpromised: number; hours: OpenDay[] }
}

/** One tap answers all who wait, and becomes the promise. Nothing where nobody waits without one. */
export function Tonight({ communityId, inbox }: TonightProps): ReactNode {
  const now = useNow()
  const { view, working, trouble, decide, again, close } = useTogether(`tonight.${communityId}`)
  const [answered, setAnswered] = useState<TonightProps['inbox'] | null>(null)
  const promise = nextPromise(now, inbox.hours)
  if (working || (view !== null && view.phase !== 'done')) return <View className='tonight'><Progress done={view?.done ?? 0} of={view?.total ?? 1} says='正在一户一户告诉…' /></View>
  const waiting = answered === inbox && view?.results.some(r => r.outcome === 'promised') ? 0 : inbox.unpromised
  const goOn = trouble?.again === true
  const promiseAll = () => {
    setAnswered(inbox)
    decide({ communityId, step: { type: 'promise', until: promise } })
  }
  return (
    <>
      {view !== null && <Told view={view} communityId={communityId} now={now} onClose={close} />}
      {(waiting > 0 || trouble !== null) && (
        <View className='tonight'>
          <Trouble words={trouble?.message} />
          {goOn && <Button label='接着告诉' onTap={again} />}
          {!goOn && waiting > 0 && <Button label={`告诉 ${waiting} 户：${before(promise, now)}统一处理`} onTap={promiseAll} />}
        </View>
      )}
    </>
  )
}

/** Who was told and who could not be, with the way to the card for them. */
function Told({ view, communityId, now, onClose }: { view: TogetherView; communityId: string; now: number; onClose: () => void }): ReactNode {
  const { says, away } = toldWords(view, now)
  return (
    <View className='tonight tonight--done'>
      <View className='tonight__words'>{says}</View>
      <View className='tonight__ways'>
        {away > 0 && <Button narrow kind='primary' label='发卡片给他们' onTap={() => go(untoldPage(communityId))} />}
        <Button narrow kind='quiet' label='好' spokenLabel='知道了' onTap={onClose} />
      </View>
    </View>
  )
}

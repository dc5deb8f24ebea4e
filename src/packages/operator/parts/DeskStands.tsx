import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { INTAKE_CHANNELS } from '../../../../domain/case/onBehalf'
import { optionWords } from '../../../../domain/case/remedy'
import type { CaseView } from '../../../../domain/people/caseView'
import { Card } from '../../../components/Card/Card'
import { Deadline } from '../../../components/Deadline/Deadline'
import { useNow } from '../../../components/useNow'
import { partyWords, stageWords, untilWords } from '../../../words/stageWords'
import { isHiddenFromLeaders, owedWords } from './deskSteps'
import './DeskStands.scss'

/** Whose turn it is, until when, by which way it came, and what somebody of the desk can do about it. */
export function DeskStands({ view }: { view: CaseView }): ReactNode {
  const now = useNow()
  const mine = view.holder === 'operator'
  const hiddenHere = isHiddenFromLeaders(view)
  return (
    <Card {...(mine ? { tone: 'amber' as const } : {})}>
      <View className='desk-stands__first'>
        <View className='desk-stands__stage'>{stageWords(view, 'operator')}</View>
        {view.due && <Deadline due={view.due} who={mine ? '请在' : partyWords(view.due.party, 'operator')} />}
      </View>
      <View>{view.takesEffect ? `过几秒才告诉居民${hiddenHere ? '' : '和团长'}。点错了，现在还能撤回。` : nextWords(view)}</View>
      <View className='soft'>{view.channel === null ? '居民自己在小程序里报的' : INTAKE_CHANNELS[view.channel]}{view.photos.length === 0 && '，没有照片'}</View>
      {!view.bound && <View className='amber'>! 这家还没人来过小程序，看不到结果，请打电话{!hiddenHere && '或请团长'}说一声</View>}
      {view.needsAnother ? <View className='amber'>! 这件要请另一位来看：现在能定的人，都没同意过它或者跟它有关。请管理的同事在「平台的人」里再请一位。</View> : view.excluded && <View className='amber'>! 您之前没同意过，或者替居民提的，请换一位来看</View>}
      {view.expeditedAt !== null && <View className='amber'>! 居民在催</View>}
      {view.investigation && <View>在查：{view.investigation.words}，{untilWords(view.investigation.until, now)}</View>}
      {hiddenHere && <View className='amber'>! 说的是团长那边的人：他们看不到这件，请别跟他们提</View>}
      {view.late && <View className='amber'>! 晚报：到货 48 小时以后才反映</View>}
    </Card>
  )
}

/** What stands in the way, or what may be done: by what is allowed, not by the stage, which others add to. */
function nextWords(view: CaseView): string {
  if (view.decision === 'appealed') return view.mayDo.includes('decideAppeal') ? '请您重新看，点下面的按钮定下来。' : '等没定过这件事、能重新看的同事来定。'
  if (view.money === 'due' || view.money === 'failed') return `要退 ${owedWords(view)}，由${isHiddenFromLeaders(view) ? '平台' : '团长'}退给居民。`
  if (view.rejection !== null && view.decision === 'rejected') return `${view.rejection.says}：「${view.rejection.words}」`
  if (view.mayDo.includes('settle')) return view.holder === 'operator' ? '请您定：同意就点下面的按钮；拿不准，点「更多」。' : '团长也能定。要替他定，点下面的按钮；拿不准，点「更多」。'
  if (view.decision === 'offered' && view.offer) return `给居民的办法：${view.offer.options.map(optionWords).join('，或者')}，等居民点头。`
  return view.mayDo.length > 0 ? '您能做的在下面。' : '现在不用您做什么，或者这一步不归您做。'
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { REASONS } from '../../../domain/case/reasons'
import { Tap } from '../../components/Tap/Tap'
import './Hazard.scss'

/** A danger stands apart, always in sight, and needs nothing else. */
export function Hazard({ chosen, onChoose }: { chosen: boolean; onChoose: () => void }): ReactNode {
  const { says } = REASONS.hazard
  return (
    <View className='hazard'>
      <Tap role='radio' picked={chosen} className={`hazard__line${chosen ? ' hazard__line--chosen' : ''}`} label={`${says}${chosen ? '，已选' : ''}`} onTap={onChoose}>! {says}{chosen && ' ✓'}</Tap>
      {chosen && <StopUsing />}
    </View>
  )
}

/** Said at once, before anything is sent, and after. */
export function StopUsing(): ReactNode {
  return <View className='hazard__stop'><View className='hazard__first'>请先停用，东西别扔</View><View>包装和剩下的都留着。人不舒服，先去医院或者打 120。</View></View>
}

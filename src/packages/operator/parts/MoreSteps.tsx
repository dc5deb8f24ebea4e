import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseCommandType } from '../../../../domain/case/commands'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Tap } from '../../../components/Tap/Tap'
import { DESK_STEPS, STEP_SAYS, type DeskStep } from './deskSteps'
import './MoreSteps.scss'

/** What else can be done than agreeing. Only what this case allows this person now. */
export function MoreSteps({ open, may, onChoose, onClose }: { open: boolean; may: readonly CaseCommandType[]; onChoose: (step: DeskStep) => void; onClose: () => void }): ReactNode {
  return (
    <Sheet open={open} title='还可以' onClose={onClose}>
      <View className='more-steps'>
        {DESK_STEPS.filter(step => may.includes(step)).map(step => (
          <Tap key={step} className='more-steps__one' label={`${STEP_SAYS[step].label}，${STEP_SAYS[step].hint}`} onTap={() => onChoose(step)}>
            <View className='more-steps__label'>{STEP_SAYS[step].label}</View>
            <View className='soft small'>{STEP_SAYS[step].hint}</View>
          </Tap>
        ))}
      </View>
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../../domain/people/caseView'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Tap } from '../../../components/Tap/Tap'
import { moreOf, stepHint, stepLabel, type DeskStep } from './deskSteps'
import './MoreSteps.scss'

/** What else can be done than agreeing. Only what this case allows this person now. */
export function MoreSteps({ open, view, onChoose, onClose }: { open: boolean; view: CaseView; onChoose: (step: DeskStep) => void; onClose: () => void }): ReactNode {
  return (
    <Sheet open={open} title='还可以' onClose={onClose}>
      <View className='more-steps'>
        {moreOf(view).map(step => (
          <Tap key={step} className='more-steps__one' label={`${stepLabel(view, step)}，${stepHint(view, step)}`} onTap={() => onChoose(step)}>
            <View className='more-steps__label'>{stepLabel(view, step)}</View>
            <View className='soft small'>{stepHint(view, step)}</View>
          </Tap>
        ))}
      </View>
    </Sheet>
  )
}

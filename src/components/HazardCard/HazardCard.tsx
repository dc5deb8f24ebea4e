import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseAnswer } from '../../../domain/contract/calls'
import type { CaseView } from '../../../domain/people/caseView'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { go } from '../go'

interface HazardCardProps {
  view: Pick<CaseView, 'class' | 'id' | 'holder'>
  warned: CaseAnswer['warned']
}

/** On a case for those who decide: that it is a danger, whether everybody who bought it is warned by now, and who can do that. Nothing where it is none. */
export function HazardCard({ view, warned }: HazardCardProps): ReactNode {
  if (warned === null) return null
  const { id, mayStart } = warned
  if (id !== null) {
    return (
      <Card tone='red' title='! 这件东西已经叫停'>
        <View>买过的住户都会收到「先别吃、先别用」。</View>
        {mayStart && <Button label='看谁还不知道' onTap={() => go(`/packages/leader/warning/index?id=${id}`)} />}
      </Card>
    )
  }
  if (view.class !== 'hazard' || view.holder === null) return null
  return (
    <Card tone='red' title='! 安全问题，还没叫停'>
      <View>{mayStart ? '别家可能还在吃、在用。先告诉所有买的人，再处理这一件；平台在看也不用等。' : '告诉所有买的人要由团长来点，平台点不了。请马上打电话给团长。'}</View>
    </Card>
  )
}

/** Where this person starts the warning; null where it is none, is over, is out already, or is not theirs to start. */
export function stopPage({ class: caseClass, id, holder }: HazardCardProps['view'], warned: CaseAnswer['warned']): string | null {
  if (caseClass !== 'hazard' || holder === null || warned === null || warned.id !== null || !warned.mayStart) return null
  return `/packages/leader/warning/index?groupBuy=${encodeURIComponent(warned.groupBuyId)}&product=${encodeURIComponent(warned.productId)}&case=${id}`
}

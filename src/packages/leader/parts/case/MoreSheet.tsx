import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseCommandType } from '../../../../../domain/case/commands'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Tap } from '../../../../components/Tap/Tap'
import './MoreSheet.scss'

/** The steps behind 更多, in the order they are offered, and what each brings about. */
export const MORE_STEPS = ['askEvidence', 'addEvidence', 'forward', 'offer', 'reject', 'agree', 'decline'] as const satisfies readonly CaseCommandType[]
export type MoreStep = (typeof MORE_STEPS)[number]

const SAYS: Record<MoreStep, { label: string; hint: string }> = {
  askEvidence: { label: '请邻居补张照片', hint: '说清楚补什么，邻居会收到消息' },
  addEvidence: { label: '邻居发给我了，替他补上', hint: '群里、私聊发来的照片和话' },
  forward: { label: '请供货商先看', hint: '供货商有一天时间回话，邻居会看到在等谁' },
  offer: { label: '换个办法', hint: '比如退一半，邻居点头才算' },
  reject: { label: '不同意', hint: '选一个原因，写一句话，邻居会看到' },
  agree: { label: '邻居跟我说同意了', hint: '替他点，要写上他怎么说的' },
  decline: { label: '邻居跟我说不同意', hint: '替他回，再换个办法' },
}

interface MoreSheetProps {
  open: boolean
  onClose: () => void
  may: readonly CaseCommandType[]
  /** Why 请供货商先看 is not among them, where that can be helped. */
  noSupplier: boolean
  onChoose: (step: MoreStep) => void
}

/** What else can be done than agreeing. Only what this case allows now. */
export function MoreSheet({ open, onClose, may, noSupplier, onChoose }: MoreSheetProps): ReactNode {
  return (
    <Sheet open={open} title='还可以' onClose={onClose}>
      <View className='more-sheet'>
        {MORE_STEPS.filter(step => may.includes(step)).map(step => (
          <Tap key={step} className='more-sheet__step' label={`${SAYS[step].label}，${SAYS[step].hint}`} onTap={() => onChoose(step)}>
            <View className={`more-sheet__label${step === 'reject' ? ' more-sheet__label--no' : ''}`}>{SAYS[step].label}</View>
            <View className='more-sheet__hint'>{SAYS[step].hint}</View>
          </Tap>
        ))}
        {noSupplier && <View className='more-sheet__hint'>这件东西没有填供货商，所以不能请供货商先看。</View>}
      </View>
    </Sheet>
  )
}

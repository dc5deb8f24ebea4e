import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../Button/Button'
import { useSecondsLeft } from './useSecondsLeft'
import './UndoBar.scss'

interface UndoBarProps {
  /** What was just decided, in a word or two: 已同意. */
  decided: string
  takesEffect: { at: number; left: number }
  /** A step is on its way. */
  acting: boolean
  onUndo: () => void
}

/** The seconds after a decision in which it can be taken back. Nobody else knows of it yet, and this says so. */
export function UndoBar({ decided, takesEffect, acting, onUndo }: UndoBarProps): ReactNode {
  const seconds = useSecondsLeft(takesEffect)
  const over = seconds === 0
  return (
    <View className='undo-bar'>
      <View className='undo-bar__words'>{over ? `${decided}，正在告诉对方…` : `${decided}，${seconds} 秒内可以撤回`}</View>
      <Button narrow label='撤回' spokenLabel='撤回刚才的决定' disabled={acting || over} onTap={onUndo} />
    </View>
  )
}

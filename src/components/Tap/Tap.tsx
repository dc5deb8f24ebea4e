import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { spoken, spokenPick } from '../spoken'
import './Tap.scss'

interface TapProps {
  /** What a screen reader says. */
  label: string
  onTap: () => void
  className?: string
  disabled?: boolean
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab' | 'img'
  /** Of a radio, checkbox or tab: whether it is the chosen one. */
  picked?: boolean
}

/** Anything that can be tapped and does not look like a button: at least 44 px, pressed look, spoken name, keyboard in a browser. */
export function Tap({ label, onTap, className = '', disabled = false, role = 'button', picked, children }: PropsWithChildren<TapProps>): ReactNode {
  const keyboard = process.env.TARO_ENV === 'h5' && !disabled ? { tabIndex: 0, onKeyDown: (e: { key: string; preventDefault: () => void }) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); onTap() } } } : {}
  return (
    <View className={`tap ${className}`} hoverClass={disabled ? 'none' : 'pressed'} onClick={() => { if (!disabled) onTap() }} {...spoken(role, label)} {...spokenPick(role, picked)} {...keyboard}>
      {children}
    </View>
  )
}

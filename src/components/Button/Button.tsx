import { Button as NativeButton } from '@tarojs/components'
import type { ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { spoken } from '../spoken'
import './Button.scss'

interface ButtonProps {
  /** The words on it. */
  label: string
  onTap?: () => void
  kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  /** Working on it: shows so, and a second tap does nothing. */
  busy?: boolean
  /** The words while busy. */
  busyLabel?: string
  disabled?: boolean
  /** As wide as its words instead of its place. */
  narrow?: boolean
  /** `share` opens WeChat's share sheet; the page answers useShareAppMessage. */
  openType?: 'share' | 'agreePrivacyAuthorization'
  /** WeChat heard that the privacy guide was agreed to. */
  onAgreePrivacy?: () => void
  /** What a screen reader says, where the words alone do not tell. */
  spokenLabel?: string
}

/**
 * The one button: native, because WeChat gives some powers to no other element. Not by its `disabled`: WeChat paints that grey
 * on grey, and a browser takes `false` for it as well.
 */
export function Button({ label, onTap, kind = 'plain', busy = false, busyLabel, disabled = false, narrow = false, openType, onAgreePrivacy, spokenLabel }: ButtonProps): ReactNode {
  const dead = disabled || busy
  const words = busy ? busyLabel ?? `${label}…` : label
  const keyboard = process.env.TARO_ENV === 'h5' ? { tabIndex: dead ? -1 : 0, 'aria-disabled': dead, onKeyDown: (e: { key: string; preventDefault: () => void }) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); if (!dead) onTap?.() } } } : {}
  return (
    <NativeButton
      className={`button button--${kind}${narrow ? ' button--narrow' : ''}${dead ? ' button--dead' : ''}`}
      hoverClass={dead ? 'none' : 'pressed'} {...(openType ? { openType } : {})} {...(onAgreePrivacy ? { id: platform.privacyButton, onAgreePrivacyAuthorization: onAgreePrivacy } : {})}
      onClick={() => { if (!dead) onTap?.() }} {...spoken('button', spokenLabel ?? words)} {...keyboard}
    >{words}</NativeButton>
  )
}

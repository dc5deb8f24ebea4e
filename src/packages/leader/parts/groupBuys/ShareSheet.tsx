import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { platform } from '../../../../cloud/platform'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { CopyButton } from '../../../../components/CopyButton/CopyButton'
import './ShareSheet.scss'

export interface Share {
  /** What stands on the card. */
  title: string
  /** The page it opens. */
  path: string
}

interface ShareSheetProps {
  open: boolean
  title: string
  /** Null while it is being made. */
  share: Share | null
  /** What is copied where more than the address has to be said; null: nothing can be copied. */
  words?: string | null
  onClose: () => void
}

/**
 * Sends a card into a chat, or, where there is no WeChat, copies the address. The page that shows this answers `useShareAppMessage`
 * with the same `share`. Children say what the other side will see.
 */
export function ShareSheet({ open, title, share, words, onClose, children }: PropsWithChildren<ShareSheetProps>): ReactNode {
  const link = share && platform.linkTo(share.path)
  const copied = words !== undefined ? words : share && link !== null ? `${share.title}\n${link}` : null
  return (
    <Sheet
      open={open} title={title} onClose={onClose}
      bar={share && (
        <>
          {link === null && <Button kind='primary' openType='share' label='选群或朋友发出去' />}
          {copied !== null && <CopyButton kind={link === null ? 'plain' : 'primary'} narrow={false} label='复制链接' words={copied} />}
        </>
      )}
    >
      <View className='share-sheet'>
        {children}
        {share && (
          <View className='share-sheet__card'>
            <View className='share-sheet__title'>{share.title}</View>
            <View className='share-sheet__from'>{words ?? link ?? '团后'}</View>
          </View>
        )}
      </View>
    </Sheet>
  )
}

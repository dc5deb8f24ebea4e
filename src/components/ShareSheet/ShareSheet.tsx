import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'
import { Sheet } from '../Sheet/Sheet'
import { CopyButton } from '../CopyButton/CopyButton'
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
  /** Where another address is sent, or more than the address has to be said; null: nothing can be copied. */
  link?: { address: string; words: string } | null
  onClose: () => void
}

/**
 * Sends a card into a chat, or, where there is no WeChat, copies the address. The page that shows this answers `useShareAppMessage`
 * with the same `share`. Children say what the other side will see.
 */
export function ShareSheet({ open, title, share, link: given, onClose, children }: PropsWithChildren<ShareSheetProps>): ReactNode {
  const address = share && platform.linkTo(share.path)
  const link = given !== undefined ? given : share && address !== null ? { address, words: `${share.title}\n${address}` } : null
  return (
    <Sheet
      open={open} title={title} onClose={onClose}
      bar={share && (
        <>
          {address === null && <Button kind='primary' openType='share' label='选群或朋友发出去' />}
          {link !== null && <CopyButton kind={address === null ? 'plain' : 'primary'} narrow={false} label='复制链接' words={link.words} />}
        </>
      )}
    >
      <View className='share-sheet'>
        {children}
        {share && (
          <View className='share-sheet__card'>
            <View className='share-sheet__title'>{share.title}</View>
            <View className='share-sheet__from'>{link?.address ?? '团后'}</View>
          </View>
        )}
      </View>
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { useOnline } from '../../cloud/useOnline'
import { PrivacySheet } from '../PrivacySheet/PrivacySheet'
import { Empty } from '../States/Empty'
import { careMode } from './careMode'
import './Page.scss'

interface PageProps {
  /** Stands at the bottom, in reach of the thumb: an ActionBar. */
  bar?: ReactNode
  /** Uses the width of a desktop. */
  wide?: boolean
}

/** Every page's frame: safe edges, one column, a word when there is no network. */
export function Page({ bar, wide = false, children }: PropsWithChildren<PageProps>): ReactNode {
  const frame = careMode() ? 'page care' : 'page'
  const online = useOnline()
  const cannot = platform.cannotWork()
  if (cannot !== null) return <View className={frame}><View className='page__body'><Empty title='这里还不知道您是谁' hint={cannot} /></View></View>
  return (
    <View className={wide ? `${frame} page--wide` : frame}>
      {!online && <View className='page__offline'>! 现在没有网络，您填的都会留着</View>}
      <View className={`page__body${wide ? ' page__body--wide' : ''}`}>{children}</View>
      {bar}
      <PrivacySheet />
    </View>
  )
}

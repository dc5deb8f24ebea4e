import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { platform } from '../../../../cloud/platform'
import { useAnswer } from '../../../../cloud/useAnswer'
import { Answered } from '../../../../components/Answered/Answered'
import { wordless } from '../../../../components/spoken'
import { Tap } from '../../../../components/Tap/Tap'
import './Code.scss'

/** The code of a group-buy, to be scanned from the phone, or saved and printed for the crate. White in both themes: scanners want it so. */
export function Code({ groupBuyId, title }: { groupBuyId: string; title: string }): ReactNode {
  const asked = useAnswer('groupBuyCode', { groupBuyId })
  return (
    <Answered asked={asked} cards={1}>
      {({ link }) => (
        <Tap role='img' className='code' label={`${title}的小程序码，点开大图，长按保存`} onTap={() => platform.showPhotos([link], link)}>
          <Image className='code__picture' src={link} mode='aspectFit' onError={() => void asked.again()} {...wordless()} />
          <View>扫一扫，打开这个团</View>
          <View className='small'>点开大图，长按就能保存、打印</View>
        </Tap>
      )}
    </Answered>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { Alike } from '../../../../../domain/contract/calls'
import { AlsoDue, Deadline } from '../../../../components/Deadline/Deadline'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { Tap } from '../../../../components/Tap/Tap'
import { promisedWords } from '../../../../words/promiseWords'
import './AlikeCard.scss'

/** 草莓 · 23户 → 一起处理: what is alike stands together. */
export function AlikeCard({ alike: { title, groupBuyTitle, households, asked, dueAt, sooner }, photo, onTap }: { alike: Alike; photo: string | undefined; onTap: () => void }): ReactNode {
  return (
    <Tap className='alike' label={`${title}，${households} 户反映，一起处理`} onTap={onTap}>
      <ProductTile title={title} photo={photo} />
      <View className='alike__words'>
        <View className='alike__title'>{title} · {households}户</View>
        <View className='soft'>{groupBuyTitle}</View>
        {sooner && <AlsoDue dueAt={sooner.dueAt} what={promisedWords(sooner, 'leader')} />}
        {dueAt !== null && <Deadline left due={{ dueAt }} who='请在' />}
        <View>{asked > 0 ? `一共想退 ${yuan(asked)}` : '都不要退钱'}</View>
      </View>
      <View className='alike__go'>一起处理 ›</View>
    </Tap>
  )
}

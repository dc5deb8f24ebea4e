import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { CaseView } from '../../../../domain/people/caseView'
import { CasePhotos } from '../../../components/CasePhotos/CasePhotos'
import { useNow } from '../../../components/useNow'
import { partyWords } from '../../../words/stageWords'
import './AppealFacts.scss'

/** What was refused, by whom and by which published reason, and what the resident says to it. */
export function AppealFacts({ view: { rejection, appeal }, links, onAgain }: { view: Pick<CaseView, 'rejection' | 'appeal'>; links: Record<string, string>; onAgain: () => void }): ReactNode {
  const now = useNow()
  if (!rejection || !appeal) return null
  const who = rejection.by === 'operator' ? `同事${rejection.byName ?? ''}` : partyWords(rejection.by, 'operator')
  return (
    <View className='appeal-facts'>
      <View>
        <View className='appeal-facts__head'>{spoken(rejection.at, now)}，{who}没同意</View>
        <View>公布的原因：{rejection.says}</View>
        <View className='appeal-facts__said'>“{rejection.words}”</View>
      </View>
      <View>
        <View className='appeal-facts__head'>{spoken(appeal.at, now)}，居民请人再看</View>
        <View className='appeal-facts__said'>“{appeal.grounds}”</View>
        {appeal.photos.length > 0 ? <CasePhotos within photos={appeal.photos} links={links} onAgain={onAgain} /> : <View className='soft'>没有新的照片</View>}
      </View>
      <View className='soft small'>谁没同意的，谁不能再定。</View>
    </View>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ChannelsPage } from '../../../domain/contract/calls'
import { CHANNEL_WORDS, type Channel } from '../../../domain/notice/settings'
import { useAnswer } from '../../cloud/useAnswer'
import { Button } from '../../components/Button/Button'
import { go } from '../../components/go'
import type { OwnPlace } from './ownPlaces'

const SAYS = '微信收不到时，还发到哪里'

/** The way to where messages go that WeChat does not take, and which of these ways lead nowhere yet, whatever is chosen above. */
export function OtherWays({ own: { place, name }, several }: { own: OwnPlace; several: boolean }): ReactNode {
  const { data } = useAnswer('showChannels', place ? { place } : {})
  const gone = data ? goneWays(data) : []
  const unset = data ? unsetWays(data).filter(way => !gone.includes(way)) : []
  const query = place === null ? '' : place.kind === 'community' ? `?community=${place.id}` : `?supplier=${place.id}`
  return (
    <View className='told__others'>
      {gone.length > 0 && <View className='amber'>! {gone.map(way => CHANNEL_WORDS[way]).join('、')}用不了了，对方说没有了。重新连上才发得到。</View>}
      {unset.length > 0 && <View className='amber'>还没连上：{unset.map(way => CHANNEL_WORDS[way]).join('、')}。连上了才发得到。</View>}
      <Button label={several ? `${name}：${SAYS}` : SAYS} onTap={() => go(`/packages/channels/index${query}`)} />
    </View>
  )
}

/** Those that were set up, and whose service knows of no such any more. */
function goneWays({ robot, email, sms }: ChannelsPage): Channel[] {
  return [...(robot?.gone ? ['robot' as const] : []), ...(email.gone !== null ? ['email' as const] : []), ...(sms.gone !== null ? ['sms' as const] : [])]
}

function unsetWays({ robot, email, sms }: ChannelsPage): Channel[] {
  return [
    ...(robot?.keyEnd === null ? ['robot' as const] : []),
    ...(email.address === null ? ['email' as const] : []), ...(sms.address === null ? ['sms' as const] : []),
  ]
}

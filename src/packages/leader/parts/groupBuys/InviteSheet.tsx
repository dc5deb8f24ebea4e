import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../../../../../domain/clock/shanghai'
import { Button } from '../../../../components/Button/Button'
import { Failed } from '../../../../components/States/Failed'
import { Loading } from '../../../../components/States/Loading'
import { useNow } from '../../../../components/useNow'
import { ShareSheet } from '../../../../components/ShareSheet/ShareSheet'
import { linkWords } from './linkWords'
import type { Invitation } from './useInvitation'

/** Sends an invitation to whoever acts for a supplier. */
export function InviteSheet({ invitation: { supplier, share, expiresAt, failed, again, close } }: { invitation: Invitation }): ReactNode {
  const now = useNow()
  return (
    <ShareSheet open={supplier !== null} title={`邀请「${supplier?.name ?? ''}」`} share={share} link={share && linkWords(share)} onClose={close}>
      <View>发给供货商本人。第一个说自己是谁的人，就能替「{supplier?.name}」回话，看得到照片和要他承担的钱，看不到是哪家邻居。</View>
      {expiresAt !== null && <View className='amber'>只能用一次；转给同事，要先来的那位同意。{spoken(expiresAt, now)}以前有效（7 天）。别发到邻居群里。</View>}
      {share === null && failed === null && <Loading cards={1} />}
      {share === null && failed !== null && supplier && <><Failed trouble={failed} onAgain={again} /><Button label='先不请了' onTap={close} /></>}
    </ShareSheet>
  )
}

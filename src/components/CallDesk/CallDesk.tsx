import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'

/** Which platform looks at what the leader refused, and its number where it left one. Nothing where none serves the community. */
export function CallDesk({ desk, kind = 'quiet' }: Pick<CommunityCard, 'desk'> & { kind?: 'plain' | 'quiet' }): ReactNode {
  if (desk === null) return null
  return (
    <>
      <View className='soft'>平台：{desk.name}{desk.phone !== '' && `，电话 ${desk.phone}`}</View>
      {desk.phone !== '' && <Button kind={kind} label='打电话给平台' spokenLabel={`打电话给平台，${desk.name}`} onTap={() => platform.call(desk.phone)} />}
    </>
  )
}

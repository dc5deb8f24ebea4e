import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { MessagesLeft } from '../../../components/MessagesLeft/MessagesLeft'
import { Page } from '../../../components/Page/Page'
import { RoleSwitch } from '../../../components/RoleSwitch/RoleSwitch'
import { Empty } from '../../../components/States/Empty'
import { go } from '../../../components/go'
import { DeskBar } from '../parts/DeskBar'
import { ForOperators } from '../parts/ForOperators'
import { Queue } from '../parts/Queue'
import { useDesk } from '../parts/useDesk'
import { useDeskCase } from '../parts/useDeskCase'
import { useWide } from '../parts/useWide'
import './index.scss'

/** The desk: one queue for all channels. On a phone a case opens on its own page; where there is room it stands beside the list. */
export default function Desk(): ReactNode {
  const at = useDesk()
  const wide = useWide()
  const [chosen, setChosen] = useState<string | null>(null)
  const beside = wide ? chosen : null
  const { body, bar, sheets } = useDeskCase(beside)
  return (
    <Page wide bar={bar}>
      <RoleSwitch here='operator' />
      <ForOperators at={at}>
        {desk => (
          <>
            <DeskBar at={at} desk={desk} />
            <View className={wide ? 'desk desk--wide' : 'desk'}>
              <View className='desk__list'><Queue key={desk.deskId} deskId={desk.deskId} open={beside} onOpen={id => { if (wide) setChosen(id); else go(`/packages/operator/case/index?id=${id}`) }} /><MessagesLeft role='operator' /></View>
              {wide && <View className='desk__case'>{body ?? <Empty title='点左边的一件' hint='照片、经过、怎么定，都在这里。' />}</View>}
            </View>
          </>
        )}
      </ForOperators>
      {sheets}
    </Page>
  )
}

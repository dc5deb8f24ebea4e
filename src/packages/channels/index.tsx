import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Input } from '../../../domain/contract/calls'
import { useAnswer } from '../../cloud/useAnswer'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { Page } from '../../components/Page/Page'
import { go } from '../../components/go'
import { ContactCard } from './parts/ContactCard'
import { Latest } from './parts/Latest'
import { NoRobotHere } from './parts/NoRobotHere'
import { RobotCard } from './parts/RobotCard'

type Place = Input<'setRobot'>['place']

/** Where messages go that WeChat does not take: a group's robot, one's own mailbox, one's phone. */
export default function Channels(): ReactNode {
  const place = placeIn(useRouter().params)
  const asked = useAnswer('showChannels', place ? { place } : {})
  return (
    <Page>
      <Answered asked={asked} cards={3}>
        {page => (
          <>
            <Card><View>微信里的提醒用完了，或者没送到，就从这里再告诉您一次。每件事只发一次，办好了的不发。</View></Card>
            {place && page.robot ? <RobotCard place={place} robot={page.robot} onChanged={asked.put} /> : <NoRobotHere />}
            <ContactCard key={`email ${page.email.address ?? ''}`} way='email' contact={page.email} onChanged={changed => asked.put({ ...changed, robot: page.robot, latest: page.latest })} />
            <ContactCard key={`sms ${page.sms.address ?? ''}`} way='sms' contact={page.sms} onChanged={changed => asked.put({ ...changed, robot: page.robot, latest: page.latest })} />
            <Latest latest={page.latest} />
            <Button kind='quiet' label='看消息' onTap={() => go('/pages/messages/index')} />
          </>
        )}
      </Answered>
    </Page>
  )
}

/** Whose group, where the address names one. */
function placeIn({ community, supplier }: Partial<Record<string, string>>): Place | null {
  if (community) return { kind: 'community', id: community }
  return supplier ? { kind: 'supplier', id: supplier } : null
}

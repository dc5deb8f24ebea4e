import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Page } from '../../../components/Page/Page'
import { PickOne } from '../../../components/PickOne/PickOne'
import { Empty } from '../../../components/States/Empty'
import { useNow } from '../../../components/useNow'
import { go, goOnlyTo } from '../../../components/go'
import { ForOperators } from '../parts/ForOperators'
import { useDesk } from '../parts/useDesk'

/** Somebody said it by phone, mail or elsewhere: which community, which group-buy; the rest is the page that leaders file on. */
export default function DeskBehalf(): ReactNode {
  const at = useDesk()
  return <Page><ForOperators at={at}>{desk => <WhichCommunity deskId={desk.deskId} />}</ForOperators></Page>
}

function WhichCommunity({ deskId }: { deskId: string }): ReactNode {
  const asked = useAnswer('showDesk', { deskId })
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Answered asked={asked} cards={1}>
      {({ communities }) => {
        const communityId = chosen ?? (communities.length === 1 ? communities[0]?.id ?? null : null)
        if (communities.length === 0) return <Empty title='还没有小区请这个平台' hint='团长请了以后，才能替那里的居民报。'><Button label='回平台' onTap={() => goOnlyTo('/packages/operator/desk/index')} /></Empty>
        return (
          <>
            <Card title='哪个小区'><PickOne what='小区' value={communityId} choices={communities.map(c => ({ value: c.id, label: c.name, hint: `团长${c.leaderName}` }))} onChoose={setChosen} /></Card>
            {communityId !== null && <WhichGroupBuy key={communityId} communityId={communityId} />}
          </>
        )
      }}
    </Answered>
  )
}

function WhichGroupBuy({ communityId }: { communityId: string }): ReactNode {
  const asked = useAnswer('deskGroupBuys', { communityId })
  const now = useNow()
  return (
    <Answered asked={asked} cards={1}>
      {({ groupBuys }) => (groupBuys.length === 0
        ? <Empty title='这个小区还没有团' hint='团长把订单表导进来以后才有。'><Button label='回平台' onTap={() => goOnlyTo('/packages/operator/desk/index')} /></Empty>
        : (
          <Card title='哪个团'>
            <View className='soft'>不知道是哪个团？问他哪天取的货，或者让他念一下跟团号。</View>
            <ChoiceTiles columns={1} value={null} choices={groupBuys.map(g => ({ value: g.id, label: g.title, hint: g.arrivedAt === null ? '还没到货' : `${spoken(g.arrivedAt, now)}到货` }))} onChoose={id => go(`/packages/leader/behalf/index?groupBuy=${encodeURIComponent(id)}&desk=1`)} />
          </Card>
        ))}
    </Answered>
  )
}

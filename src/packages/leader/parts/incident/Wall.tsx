import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { IncidentMember } from '../../../../../domain/contract/calls'
import { go } from '../../../../components/go'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { Tap } from '../../../../components/Tap/Tap'
import { claimWords } from '../../../../words/claimWords'
import { Way } from '../Way'
import './Wall.scss'

/** Shown at first: a phone draws hundreds of photos slowly, and nobody looks at them all before deciding. */
const FIRST = 24

interface WallProps {
  members: readonly IncidentMember[]
  chosen: readonly IncidentMember[]
  links: Record<string, string>
  onToggle: (caseId: string) => void
}

/** Everybody's photo side by side; a tap takes one out, or in again. */
export function Wall({ members, chosen, links, onToggle }: WallProps): ReactNode {
  const [all, setAll] = useState(false)
  const shown = all ? members : members.slice(0, FIRST)
  return (
    <View>
      <View className='wall'>
        {shown.map(({ card, photos: [photo] }) => {
          const picked = chosen.some(m => m.card.id === card.id)
          const who = `${card.joinNumber ? `${card.joinNumber}号 ` : ''}${card.buyer ?? ''}`
          return (
            <View key={card.id} className={`wall__one${picked ? '' : ' wall__one--out'}`}>
              <Tap role='checkbox' picked={picked} className='wall__tap' label={`${who}，${claimWords(card.reason, card.claim, card.quantity)}，想退 ${yuan(card.asked)}${picked ? '，一起处理' : '，已去掉'}`} onTap={() => onToggle(card.id)}>
                <View className='wall__photo'><ProductTile title={card.title} photo={photo === undefined ? undefined : links[photo]} size='wall' /><View className='wall__tick'>{picked ? '✓' : '去掉了'}</View></View>
                <View className='wall__who'>{who}</View>
                <View className='wall__what'>{claimWords(card.reason, card.claim, card.quantity)}</View>
              </Tap>
              <Tap className='wall__look' label={`看${who}的详情`} onTap={() => go(`/packages/leader/case/index?id=${card.id}`)}>{card.asked > 0 ? yuan(card.asked) : '不用退'} · 看</Tap>
            </View>
          )
        })}
      </View>
      {!all && members.length > FIRST && <Way label={`再看 ${members.length - FIRST} 户的照片（已经选上了）`} onTap={() => setAll(true)} />}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { IncidentMember } from '../../../../../domain/contract/calls'
import { go } from '../../../../components/go'
import { PhotoWall } from '../../../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { Tap } from '../../../../components/Tap/Tap'
import { claimWords } from '../../../../words/claimWords'
import { Way } from '../Way'
import { householdOf } from '../../../../words/householdOf'
import './Wall.scss'

/** Shown at first: a phone draws hundreds of photos slowly, and nobody looks at them all before deciding. */
const FIRST = 24
/** Of those without a photo, which there is nothing to look at of. */
const FIRST_PLAIN = 6

interface WallProps {
  members: readonly IncidentMember[]
  chosen: readonly IncidentMember[]
  /** Photos of the arrival check: nobody's own. */
  crate: readonly string[]
  links: Record<string, string>
  onToggle: (caseId: string) => void
}

/** The crate's photos once above, everybody's own side by side, and who sent none in a list below; a tap takes one out, or in again. */
export function Wall({ members, chosen, crate, links, onToggle }: WallProps): ReactNode {
  const [all, setAll] = useState(false)
  const [allPlain, setAllPlain] = useState(false)
  const photographed = members.filter(m => photoOf(m, links) !== undefined)
  const plain = members.filter(m => photoOf(m, links) === undefined)
  const shown = all ? photographed : photographed.slice(0, FIRST)
  const shownPlain = allPlain ? plain : plain.slice(0, FIRST_PLAIN)
  const isChosen = (member: IncidentMember) => chosen.some(m => m.card.id === member.card.id)
  return (
    <View>
      {crate.length > 0 && <View className='wall__crate'><View className='soft'>到货时拍的整箱</View><PhotoWall photos={crate} links={links} small /></View>}
      {shown.length > 0 && (
        <View className='wall'>
          {shown.map(member => (
            <View key={member.card.id} className={`wall__one${isChosen(member) ? '' : ' wall__one--out'}`}>
              <Pick member={member} picked={isChosen(member)} className='wall__tap' onToggle={onToggle}>
                <View className='wall__photo'><ProductTile title={member.card.title} photo={photoOf(member, links)} size='wall' /><View className='wall__tick'>{isChosen(member) ? '✓' : '去掉了'}</View></View>
                <View className='wall__who'>{householdOf(member.card)}</View>
                <View className='wall__what'>{whatOf(member)}</View>
              </Pick>
              <Look member={member} />
            </View>
          ))}
        </View>
      )}
      {!all && photographed.length > FIRST && <Way label={`再看 ${photographed.length - FIRST} 户的照片（已经选上了）`} onTap={() => setAll(true)} />}
      {plain.length > 0 && (
        <View className='wall__plain'>
          <View className='soft'>{plain.length} 户没有{crate.length > 0 ? '自己的' : ''}照片</View>
          {shownPlain.map(member => (
            <View key={member.card.id} className={`wall__row${isChosen(member) ? '' : ' wall__row--out'}`}>
              <Pick member={member} picked={isChosen(member)} className='wall__pick' onToggle={onToggle}>
                <View className='wall__mark'>{isChosen(member) ? '✓' : ''}</View>
                <View className='wall__said'>
                  <View className='wall__name'>{householdOf(member.card)}{isChosen(member) ? '' : '（去掉了）'}</View>
                  <View className='soft small'>{whatOf(member)}</View>
                </View>
              </Pick>
              <Look member={member} />
            </View>
          ))}
          {shownPlain.length < plain.length && <Way label={`再看 ${plain.length - shownPlain.length} 户没有照片的（已经选上了）`} onTap={() => setAllPlain(true)} />}
        </View>
      )}
    </View>
  )
}

interface PickProps {
  member: IncidentMember
  picked: boolean
  className: string
  onToggle: (caseId: string) => void
  children: ReactNode
}

function Pick({ member, picked, className, onToggle, children }: PickProps): ReactNode {
  const { card } = member
  return <Tap role='checkbox' picked={picked} className={className} label={`${householdOf(card)}，${whatOf(member)}，想退 ${yuan(card.asked)}${picked ? '，一起处理' : '，已去掉'}`} onTap={() => onToggle(card.id)}>{children}</Tap>
}

function Look({ member: { card } }: { member: IncidentMember }): ReactNode {
  return <Tap className='wall__look' label={`看${householdOf(card)}的详情`} onTap={() => go(`/packages/leader/case/index?id=${card.id}`)}>{card.asked > 0 ? yuan(card.asked) : '不用退'} · 看</Tap>
}

function photoOf({ photos: [photo] }: IncidentMember, links: Record<string, string>): string | undefined {
  return photo === undefined ? undefined : links[photo]
}

function whatOf({ card }: IncidentMember): string {
  return claimWords(card.reason, card.claim, card.quantity)
}

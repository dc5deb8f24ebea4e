import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Part } from '../../../../../domain/people/team'
import { useAnswer } from '../../../../cloud/useAnswer'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { Tap } from '../../../../components/Tap/Tap'
import './Team.scss'
import './Hours.scss'

/** What a helper leader is to look after, while it is being chosen: what is settled, and a range of numbers still being typed. */
export interface PartDraft { part: Part; typed: { groupBuyId: string; from: string; to: string } }

const NOTHING_TYPED: PartDraft['typed'] = { groupBuyId: '', from: '', to: '' }
export const EMPTY_PART: PartDraft = { part: { pickupPoints: [], numbers: [] }, typed: NOTHING_TYPED }

export function draftOf(part: Part): PartDraft {
  return { part, typed: NOTHING_TYPED }
}

/** @returns null while nothing is chosen, or a range was begun and is not whole */
export function partOf({ part, typed }: PartDraft): Part | null {
  const begun = typed.groupBuyId !== '' || typed.from.trim() !== '' || typed.to.trim() !== ''
  const [from, to] = [Number(typed.from), Number(typed.to)]
  if (begun && (typed.groupBuyId === '' || from < 1 || to < from)) return null
  const numbers = begun ? [...part.numbers, { groupBuyId: typed.groupBuyId, from, to }] : part.numbers
  return part.pickupPoints.length + numbers.length > 0 ? { pickupPoints: part.pickupPoints, numbers } : null
}

interface PartFieldsProps {
  communityId: string
  pickupPoints: readonly string[]
  draft: PartDraft
  onChange: (next: PartDraft) => void
}

/** Which pick-up points, and which 跟团号 of which group-buys. */
export function PartFields({ communityId, pickupPoints, draft: { part, typed }, onChange }: PartFieldsProps): ReactNode {
  const { data } = useAnswer('listGroupBuys', { communityId })
  const groupBuys = data?.groupBuys ?? []
  // Points that were taken off the community's list since stay in sight, to be taken off here, too.
  const points = [...new Set([...pickupPoints, ...part.pickupPoints])]
  const type = (more: Partial<PartDraft['typed']>) => onChange({ part, typed: { ...typed, ...more } })
  const setPoints = (next: string[]) => onChange({ part: { ...part, pickupPoints: next }, typed })
  return (
    <>
      {points.length > 0 && (
        <>
          <View>归他管的自提点</View>
          <View className='hours__tiles'>
            {points.map(p => {
              const chosen = part.pickupPoints.includes(p)
              return <Tap key={p} role='checkbox' picked={chosen} className={`hours__hour${chosen ? ' hours__hour--chosen' : ''}`} label={`${p}${chosen ? '，已选' : ''}`} onTap={() => setPoints(chosen ? part.pickupPoints.filter(x => x !== p) : [...part.pickupPoints, p])}>{p}{chosen && ' ✓'}</Tap>
            })}
          </View>
        </>
      )}
      {part.numbers.map((n, i) => {
        const which = `${groupBuys.find(g => g.id === n.groupBuyId)?.title ?? '一个团'} ${n.from}–${n.to} 号`
        return <View className='team__one' key={`${n.groupBuyId}.${n.from}.${n.to}`}><View className='team__name'>{which}</View><Button label='去掉' spokenLabel={`去掉${which}`} onTap={() => onChange({ part: { ...part, numbers: part.numbers.filter((_, j) => j !== i) }, typed })} /></View>
      })}
      <View>{part.numbers.length > 0 ? '再加一段跟团号（可以不填）' : points.length > 0 ? '或者按跟团号（可以不填）' : '归他管的跟团号'}</View>
      <PickOne what='团' choices={groupBuys.map(g => ({ value: g.id, label: g.title }))} value={typed.groupBuyId === '' ? null : typed.groupBuyId} onChoose={groupBuyId => type({ groupBuyId })} />
      <Field label='从几号' value={typed.from} type='number' most={5} onChange={from => type({ from })} />
      <Field label='到几号' value={typed.to} type='number' most={5} onChange={to => type({ to })} />
    </>
  )
}

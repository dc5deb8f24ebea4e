import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useSending } from '../../../../cloud/useSending'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { Portion } from '../../../../components/Portion/Portion'
import { Section } from '../../../../components/Section/Section'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { Tap } from '../../../../components/Tap/Tap'

type Pickup = Answers['showArrival']['pickups'][number]

const FIRST = 30

/** Who has fetched theirs: a tap marks it, another takes the mark away. Who has not stands first. What is on hold has to be said to stay here. */
export function Pickups({ groupBuyId, pickups, onChanged }: { groupBuyId: string; pickups: readonly Pickup[]; onChanged: () => void }): ReactNode {
  const { busy, failed, send } = useSending()
  const [sought, setSought] = useState('')
  const [holding, setHolding] = useState<Pickup | null>(null)
  const left = pickups.filter(p => p.pickedUpAt === null)
  const found = sought.trim() === '' ? pickups : pickups.filter(p => `${p.joinNumber}号 ${p.buyer}`.includes(sought.trim()))
  const sorted = [...found].sort((a, b) => Number(a.pickedUpAt !== null) - Number(b.pickedUpAt !== null) || Number(a.joinNumber) - Number(b.joinNumber))
  const mark = ({ orderId, pickedUpAt }: Pickup, heldStays: boolean) => void send(async () => {
    await call('markPickedUp', { groupBuyId, orderIds: [orderId], pickedUp: pickedUpAt === null, ...(heldStays ? { heldStays } : {}) })
    setHolding(null)
    onChanged()
  })
  const tap = (p: Pickup) => (p.pickedUpAt === null && p.held.length > 0 ? setHolding(p) : mark(p, false))
  return (
    <Section title={left.length === 0 ? '都取走了' : `还有 ${left.length} 户没取`}>
      {pickups.length > FIRST && <Field label='找哪一户' value={sought} placeholder='跟团号或名字' onChange={setSought} />}
      <Trouble words={holding === null ? failed?.message : null} />
      <Portion of={sorted} first={FIRST} more={more => `看后面的（还有 ${more} 户）`}>
        {some => (
          <View className='arrival__pickups'>{some.map(p => (
            <Tap key={p.orderId} role='checkbox' picked={p.pickedUpAt !== null} disabled={busy} className={`arrival__one${p.pickedUpAt === null ? '' : ' arrival__one--done'}`} label={`${p.joinNumber}号 ${p.buyer}，${p.pieces} 件，${p.pickedUpAt === null ? '没取' : '取走了'}${p.held.length > 0 ? `，先别发${p.held.join('、')}` : ''}`} onTap={() => tap(p)}>
              <View>
                <View>{p.joinNumber === '' ? '' : `${p.joinNumber}号 `}{p.buyer}</View>
                {p.held.length > 0 && <View className='red small'>! 先别发 {p.held.join('、')}</View>}
              </View>
              <View className='soft'>{p.pickedUpAt === null ? `${p.pieces} 件` : '✓ 取了'}</View>
            </Tap>
          ))}</View>
        )}
      </Portion>
      <Sheet
        open={holding !== null} title='这件先别发' onClose={() => setHolding(null)}
        bar={<><Trouble words={failed?.message} /><Button kind='primary' label='这件留下了，其余的取走了' busy={busy} busyLabel='正在记…' onTap={() => { if (holding) mark(holding, true) }} /></>}
      >
        <View>{holding?.joinNumber === '' ? '' : `${holding?.joinNumber ?? ''}号 `}{holding?.buyer}的「{holding?.held.join('」「')}」有安全问题，先别给他。</View>
      </Sheet>
    </Section>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { GOODS_WAYS, waybillTrouble, type GoodsWay } from '../../../domain/case/goods'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { SaySheet, type Said, type SaySheetProps } from '../SaySheet/SaySheet'

/** How goods went, with the parcel's number where there is one. */
export interface Sent extends Said {
  way: GoodsWay
  waybill: string
}

interface GoodsWaySheetProps extends Pick<SaySheetProps, 'title' | 'camera' | 'send' | 'busy' | 'said' | 'onClose'> {
  /** Those that are meant here, in the order shown. */
  ways: readonly GoodsWay[]
  /** Said under a way, where its name does not tell enough. */
  hints?: Partial<Record<GoodsWay, string>>
  explain?: string
  /** @returns whether it was taken, or waits to be sent */
  onSend: (sent: Sent) => Promise<boolean>
}

/** Goods go their way, back or to the household: by which way, with the parcel's number, a photo where one is wanted, a word. */
export function GoodsWaySheet({ ways, hints, explain, onSend, ...sheet }: GoodsWaySheetProps): ReactNode {
  const [way, setWay] = useSheetDraft<GoodsWay | null>('way', ways.length === 1 ? ways[0] ?? null : null)
  const [typed, setTyped] = useSheetDraft('waybill', '')
  const waybill = way === 'courier' ? typed.trim() : ''
  const trouble = way === null ? null : waybillTrouble(way, waybill)
  const go = (said: Said) => (way === null ? Promise.resolve(false) : onSend({ ...said, way, waybill }))
  return (
    <SaySheet
      {...sheet} label='想说的话' placeholder='想说的话（可以不写）' onSend={go}
      missing={() => (way === null ? '先选怎么送' : trouble === null ? null : waybill === '' ? '先填快递单号' : '单号不对')}
    >
      {explain !== undefined && <View>{explain}</View>}
      <ChoiceTiles columns={ways.length > 2 ? 1 : 2} value={way} onChoose={setWay} choices={ways.map(value => ({ value, label: GOODS_WAYS[value], ...(hints?.[value] === undefined ? {} : { hint: hints[value] }) }))} />
      {way === 'courier' && <Field label='快递单号' value={typed} onChange={setTyped} most={40} trouble={waybill !== '' && trouble ? '单号是 6 位以上的字母和数字' : undefined} hint='快递单上、快递小程序里都有' />}
    </SaySheet>
  )
}

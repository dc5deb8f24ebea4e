import type { ReactNode } from 'react'
import { GoodsWaySheet } from '../../../components/GoodsWaySheet/GoodsWaySheet'
import type { CaseSheetProps } from './caseSheet'

/** 我拿出来了: by which way the goods go back. */
export function ReturnSheet({ view, act, ...sheet }: CaseSheetProps): ReactNode {
  const point = view.household?.pickupPoint ?? ''
  return (
    <GoodsWaySheet
      {...sheet} title='怎么退回去' ways={['pickupPoint', 'door', 'courier']} hints={{ ...(point === '' ? {} : { pickupPoint: point }), door: '在家等人来拿' }}
      camera='拍一张现在的样子，免得说不清（可以不拍）' send='拿出来了，告诉团长' onSend={sent => act({ type: 'sendReturn', ...sent })}
    />
  )
}

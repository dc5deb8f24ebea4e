import type { ReactNode } from 'react'
import { GOODS_WAYS } from '../../../../../domain/case/goods'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Card } from '../../../../components/Card/Card'
import { Facts } from '../../../../components/Facts/Facts'

/** How goods went last, with the number that one finds a parcel by. Nothing before they went. */
export function GoodsCard({ goods }: Pick<CaseView, 'goods'>): ReactNode {
  if (!goods?.way) return null
  const toHousehold = ['replacementSent', 'replacementReceived', 'returnedToResident'].includes(goods.state)
  return (
    <Card title={toHousehold ? '给邻居的东西' : '退回来的东西'}>
      <Facts facts={[{ label: '怎么送', value: GOODS_WAYS[goods.way] }, { label: '单号', value: goods.waybill, ...(goods.waybill === '' ? {} : { copy: goods.waybill }) }]} />
    </Card>
  )
}

import type { ReactNode } from 'react'
import { totalDue } from '../../../domain/case/liability'
import { yuan } from '../../../domain/case/money'
import { spoken } from '../../../domain/clock/shanghai'
import type { CaseView } from '../../../domain/people/caseView'
import { Card } from '../Card/Card'
import { useNow } from '../useNow'
import { Facts } from '../Facts/Facts'
import { isOwed } from './isOwed'

/** Which neighbour it is. While money is due from who reads it, what has to be found again in the other app can be copied. */
export function Household({ view }: { view: CaseView }): ReactNode {
  const now = useNow()
  if (!view.household) return null
  const { buyer, joinNumber, room, pickupPoint } = view.household
  const due = isOwed(view) && !view.gathered
  return (
    <Card title={due ? '退给谁' : '哪一家'}>
      <Facts
        facts={[
          { label: '邻居', value: buyer },
          { label: '跟团号', value: joinNumber, copy: joinNumber },
          ...(due ? [{ label: '要退', value: yuan(totalDue(view)), copy: yuan(totalDue(view)).slice(1) }] : []),
          { label: '房号', value: room },
          { label: '自提点', value: pickupPoint },
          { label: '到货', value: view.arrivedAt === null ? '还没点已到货' : spoken(view.arrivedAt, now) },
          { label: '反映', value: spoken(view.filedAt, now) },
        ]}
      />
    </Card>
  )
}

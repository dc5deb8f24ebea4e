import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { spoken } from '../../../domain/clock/shanghai'
import type { BoughtGroupBuy, BoughtLine } from '../../../domain/contract/calls'
import { Button } from '../../components/Button/Button'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { WarningBadge } from '../../components/WarningBadge/WarningBadge'
import { useNow } from '../../components/useNow'
import { householdOf } from '../../words/householdOf'
import './Bought.scss'

interface BoughtProps {
  bought: Pick<BoughtGroupBuy, 'title' | 'communityName' | 'arrivedAt' | 'lines'>
  /** Of several households: each thing says whose it is. */
  several: boolean
  /** The words of the one thing to do. */
  act?: string
  onFile: (orderId: string, lineId: string) => void
  onCase: (caseId: string) => void
}

/** What a household bought in one group-buy, each thing with the one thing to do about it. */
export function Bought({ bought, several, act = '东西有问题', onFile, onCase }: BoughtProps): ReactNode {
  const now = useNow()
  return (
    <View className='bought'>
      <View className='bought__title'>{bought.title}</View>
      <View className='bought__when'>{bought.communityName} · {bought.arrivedAt === null ? '还没到货' : `${spoken(bought.arrivedAt, now)}到货`}</View>
      {bought.lines.map(line => (
        <View className='bought__line' key={`${line.orderId}/${line.lineId}`}>
          <ProductTile title={line.title} size='small' />
          <View className='bought__words'>
            <View className='bought__goods'>{line.title}</View>
            {several && <View className='bought__detail'>{householdOf(line)}</View>}
            <View className='bought__detail'>{line.spec !== '' && `${line.spec} · `}{line.quantity} 件 · {yuan(line.paid)}</View>
          </View>
          {line.warning && <WarningBadge title={line.title} warningId={line.warning.warningId} />}
          <What line={line} several={several} act={act} onFile={onFile} onCase={onCase} />
        </View>
      ))}
    </View>
  )
}

function What({ line, several, act, onFile, onCase }: Omit<BoughtProps, 'bought' | 'act'> & { line: BoughtLine; act: string }): ReactNode {
  const open = line.openCaseId
  const whose = several ? `${householdOf(line)}的` : ''
  if (open !== null) return <View className='bought__act'><Button narrow kind='quiet' label='看进展' spokenLabel={`看${whose}${line.title}的进展`} onTap={() => onCase(open)} /></View>
  if (line.notClaimable !== null) return <View className='bought__not'>{line.notClaimable}</View>
  return <View className='bought__act'><Button narrow label={act} spokenLabel={`${whose}${line.title}有问题`} onTap={() => onFile(line.orderId, line.lineId)} /></View>
}

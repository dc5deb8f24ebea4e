import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import type { RefundRow as Row } from '../../../../../domain/orders/refundSheet'
import { Card } from '../../../../components/Card/Card'
import { CopyButton } from '../../../../components/CopyButton/CopyButton'
import { Deadline } from '../../../../components/Deadline/Deadline'
import { go } from '../../../../components/go'
import { Money } from '../../../../components/Money/Money'
import { Tap } from '../../../../components/Tap/Tap'
import './RefundRow.scss'

/** One household: what to look for in the other app, how much, and a tick when it is done. Without `onTick` it is only to be read. */
export function RefundRow({ row, ticked = false, onTick }: { row: Row; ticked?: boolean; onTick?: () => void }): ReactNode {
  const who = `${row.joinNumber ? `${row.joinNumber}号 ` : ''}${row.buyer}`
  const amount = onTick ? row.due : row.paid
  const says = saysOf(row)
  return (
    <Card {...(says === null ? {} : { tone: row.state === 'moreThanPaid' ? 'red' as const : 'amber' as const })}>
      <View className='refund-row__first'>
        <View className='refund-row__who'>{who}{row.room === '' ? '' : ` · ${row.room}`}</View>
        <Money fen={amount} size='big' />
      </View>
      {row.cases.map(c => <Tap key={c.caseId} role='link' className='refund-row__case' label={`看${who}的${c.title}`} onTap={() => go(`/packages/leader/case/index?id=${c.caseId}`)}>{c.title} {yuan(c.amount)} ›</Tap>)}
      {onTick && row.dueAt !== null && <Deadline left due={{ dueAt: row.dueAt }} who='请在' />}
      {says !== null && <View className='refund-row__says'>! {says}</View>}
      {!onTick && row.state === 'missing' && (
        <View className='refund-row__ways'>
          {row.joinNumber !== '' && <CopyButton words={row.joinNumber} label='复制跟团号' spokenLabel={`复制${who}的跟团号`} />}
          <CopyButton words={yuan(row.difference).slice(1)} label='复制还少的' spokenLabel={`复制${who}还少的金额`} />
        </View>
      )}
      {onTick && (
        <View className='refund-row__ways'>
          {row.joinNumber !== '' && <CopyButton words={row.joinNumber} label='复制跟团号' spokenLabel={`复制${who}的跟团号`} />}
          <CopyButton words={yuan(amount).slice(1)} label='复制金额' spokenLabel={`复制${who}的金额`} />
          <Tap role='checkbox' picked={ticked} className={`refund-row__tick${ticked ? ' refund-row__tick--on' : ''}`} label={`${who}，${yuan(amount)}${ticked ? '，退好了' : '，还没退'}`} onTap={onTick}>{ticked ? '✓ 退好了' : '退好了就勾'}</Tap>
        </View>
      )}
    </Card>
  )
}

function saysOf({ state, difference, due }: Row): string | null {
  switch (state) {
    case 'perhapsPaid': return difference < due
      ? `订单表里多退了 ${yuan(difference)}，先看看是这次退过一部分，还是以前多退了，别再多退`
      : `订单表里已经有 ${yuan(difference)} 的退款，先看看是不是退过了，别退两次`
    case 'missing': return due > 0 ? `以前说退好的，订单表里还少 ${yuan(difference)}，看看是不是没退成` : `订单表里还少 ${yuan(difference)}，看看是不是没退成`
    case 'moreThanPaid': return `订单表里多退了 ${yuan(difference)}，看看是不是退了两次`
    default: return null
  }
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import type { Input, WarnedRow } from '../../../../../domain/contract/calls'
import { Button } from '../../../../components/Button/Button'
import { CopyButton } from '../../../../components/CopyButton/CopyButton'
import { Trouble } from '../../../../components/States/Trouble'
import { householdWords } from '../behalf/householdWords'
import './CallRow.scss'

interface CallRowProps {
  row: WarnedRow
  /** By which way the leader tells them now. */
  how: IntakeChannel
  /** The warning is over: to be read only. */
  closed: boolean
  busy: boolean
  trouble: string | null
  onMark: (mark: Input<'markReached'>['mark']) => void
}

const SIGN: Record<WarnedRow['state'], string> = { reached: '✓', sent: '…', notReached: '!' }

/** One household of the call list: how far it is, how to find its number, and the tick. */
export function CallRow({ row, how, closed, busy, trouble, onMark }: CallRowProps): ReactNode {
  const who = householdWords(row)
  const called = row.told || row.tried
  return (
    <View className='call-row'>
      <View className='call-row__who'>{who}</View>
      <View className={`call-row__state call-row__state--${row.state}`}>{SIGN[row.state]} {row.how}{row.by === '' ? '' : `（${row.by}记的）`}</View>
      <View className='soft small'>{row.groupBuyTitle}</View>
      {!closed && row.state !== 'reached' && (
        <>
          {/* Whole numbers are not kept: the other app has them, found by what stands here. */}
          {row.phoneLast4 !== '' && <View className='soft small'>手机尾号 {row.phoneLast4}，打电话请到接龙或团购里按 {row.joinNumber} 号找</View>}
          <View className='call-row__ways'>
            <Button kind='primary' label='告诉了' spokenLabel={`告诉${who}了`} disabled={busy} onTap={() => onMark({ outcome: 'reached', how })} />
            {!row.tried && <Button label='没找到人' spokenLabel={`${who}没找到人`} disabled={busy} onTap={() => onMark({ outcome: 'unreachable', how })} />}
            {row.joinNumber !== '' && <CopyButton kind='quiet' label={`复制 ${row.joinNumber} 号`} spokenLabel={`复制${who}的跟团号`} words={row.joinNumber} />}
          </View>
        </>
      )}
      {!closed && called && <Button narrow kind='quiet' label='记错了' spokenLabel={`${who}记错了`} disabled={busy} onTap={() => onMark({ outcome: 'takenBack' })} />}
      <Trouble words={trouble} />
    </View>
  )
}

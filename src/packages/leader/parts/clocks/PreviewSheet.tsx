import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { clockName } from '../../../../../domain/clock/clockRuleWords'
import { spoken } from '../../../../../domain/clock/shanghai'
import type { ClocksPreview } from '../../../../../domain/contract/calls'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { useNow } from '../../../../components/useNow'
import { householdOf } from '../../../../words/householdOf'
import '../case/StepSheet.scss'
import './ClockList.scss'

/** What a change would do, before it is kept. */
export function PreviewSheet({ preview, bar, onClose }: { preview: ClocksPreview; bar: ReactNode; onClose: () => void }): ReactNode {
  const now = useNow()
  const { looked, touched, earlier, atOnce, later, unknown, toDesk, rest, most } = preview
  const counts = [[atOnce, '马上就到'], [earlier, '会提前'], [later, '会推后'], [unknown, '要等国家公布放假安排才知道']] as const
  return (
    <Sheet open title='改了会怎样' onClose={onClose} bar={bar}>
      <View className='step-sheet'>
        <View>{looked === 0 ? '现在没有在办的，只管以后报上来的。' : touched === 0 ? `在办的 ${looked} 件，时间都不变。` : `在办的 ${looked} 件里，有 ${touched} 件的时间会变：`}</View>
        {counts.filter(([n]) => n > 0).map(([n, words]) => <View key={words}>{n} 个时间{words}</View>)}
        {toDesk > 0 && <View className='amber'>! 有 {toDesk} 件马上归平台</View>}
        {later > 0 && <View className='amber'>! 他们那边看到的时间也跟着往后，没有消息另外告诉他们。跟谁说过几点，请说一声</View>}
        {most.map(m => (
          <View className='clocks__moved' key={`${m.caseId}${m.clock}${m.from}`}>
            <View>{householdOf({ joinNumber: m.joinNumber, buyer: null })}{m.title}，{clockName(m.clock)}</View>
            <View className='soft'>原来{spoken(m.was, now)}，改成{spoken(m.will, now)}</View>
          </View>
        ))}
        {rest > 0 && <View className='soft'>还有 {rest} 件没有算进来，最早到时间的 {looked} 件都算了。</View>}
        <View className='soft'>已经办完的、已经过了时间的，都不会变。</View>
      </View>
    </Sheet>
  )
}

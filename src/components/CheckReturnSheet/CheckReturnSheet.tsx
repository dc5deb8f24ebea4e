import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseStep } from '../../../domain/contract/calls'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../SaySheet/SaySheet'

interface CheckReturnSheetProps {
  step: 'receiveReturn' | 'inspectReturn'
  /** How the household is called here: 邻居, or for suppliers 居民. */
  them: string
  busy: boolean
  said: string | null
  onClose: () => void
  onSend: (command: Extract<CaseStep, { type: 'receiveReturn' | 'inspectReturn' }>) => Promise<boolean>
}

/** What came back: that it is here, or, looked at, whether it is as was said. */
export function CheckReturnSheet({ step, them, onSend, ...sheet }: CheckReturnSheetProps): ReactNode {
  const [passed, setPassed] = useSheetDraft<boolean | null>('passed', null)
  if (step === 'receiveReturn') {
    return (
      <SaySheet {...sheet} title='收到退货' label='收到什么样的（可以不写）' placeholder='比如：一盒，外面是干的' camera='拍一张收到的样子（可以不拍）' send={`收到了，告诉${them}`} onSend={({ words, photos }) => onSend({ type: step, words, photos })}>
        <View>先点收到，{them}就知道东西到了；看过里面以后再点「验过了」。</View>
      </SaySheet>
    )
  }
  return (
    <SaySheet
      {...sheet} title='东西验过了，是什么样？' label='看到的（跟说的一样可以不写）' placeholder='比如：两颗烂了，和照片一样' camera='拍一张看到的' kind={passed === false ? 'danger' : 'primary'}
      send={passed === false ? `和说的不一样，告诉${them}` : '验过了，跟说的一样'}
      missing={({ words, photos }) => (passed === null ? '先选验过没有' : !passed && words === '' && photos.length === 0 ? '写一句哪里不对，或者拍一张' : null)}
      onSend={({ words, photos }) => (passed === null ? Promise.resolve(false) : onSend({ type: step, passed, words, photos }))}
    >
      <ChoiceTiles columns={1} value={passed === null ? '' : passed ? 'yes' : 'no'} choices={[{ value: 'yes', label: `跟${them}说的一样`, hint: '接着退钱，或者给换的、修好的' }, { value: 'no', label: '和说的不一样，不退', hint: '先不退，再看怎么办，东西会还回去' }]} onChoose={chosen => setPassed(chosen === 'yes')} />
    </SaySheet>
  )
}

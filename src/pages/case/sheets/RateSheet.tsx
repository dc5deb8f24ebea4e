import type { ReactNode } from 'react'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { Stars } from '../../../components/Stars/Stars'
import { useSheetDraft } from '../../../outbox/sheetDraft'
import type { CaseSheetProps } from './caseSheet'

/** Speed, result and attitude, with a word: whoever wants to. */
export function RateSheet({ act, ...sheet }: CaseSheetProps): ReactNode {
  const [speed, setSpeed] = useSheetDraft<number | null>('speed', null)
  const [result, setResult] = useSheetDraft<number | null>('result', null)
  const [attitude, setAttitude] = useSheetDraft<number | null>('attitude', null)
  return (
    <SaySheet
      {...sheet} title='评一评' label='想说的话' placeholder='想说的话（可以不写）' send='评好了'
      missing={() => (speed === null || result === null || attitude === null ? '三样都点一下' : null)}
      onSend={({ words }) => (speed === null || result === null || attitude === null ? Promise.resolve(false) : act({ type: 'rate', speed, result, attitude, words }))}
    >
      <Stars label='快慢' value={speed} onChange={setSpeed} />
      <Stars label='结果' value={result} onChange={setResult} />
      <Stars label='态度' value={attitude} onChange={setAttitude} />
    </SaySheet>
  )
}

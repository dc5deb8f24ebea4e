import { useState, type ReactNode } from 'react'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { Stars } from '../../../components/Stars/Stars'
import type { CaseSheetProps } from './caseSheet'

/** Speed, result and attitude, with a word: whoever wants to. */
export function RateSheet({ view, act, ...sheet }: CaseSheetProps): ReactNode {
  const owner = `rate:${view.id}`
  const [speed, setSpeed] = useState<number | null>(null)
  const [result, setResult] = useState<number | null>(null)
  const [attitude, setAttitude] = useState<number | null>(null)
  return (
    <SaySheet
      {...sheet} title='评一评' owner={owner} label='想说的话' placeholder='想说的话（可以不写）' send='评好了'
      missing={() => (speed === null || result === null || attitude === null ? '三样都点一下' : null)}
      onSend={({ words }) => (speed === null || result === null || attitude === null ? Promise.resolve(false) : act({ type: 'rate', speed, result, attitude, words }, owner))}
    >
      <Stars label='快慢' value={speed} onChange={setSpeed} />
      <Stars label='结果' value={result} onChange={setResult} />
      <Stars label='态度' value={attitude} onChange={setAttitude} />
    </SaySheet>
  )
}

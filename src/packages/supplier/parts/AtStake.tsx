import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Tally } from '../../../../domain/case/bundle'
import { Money } from '../../../components/Money/Money'

interface AtStakeProps {
  /** What is claimed, admitted or disputed. */
  claimed: Tally
  /** What the leader has not decided. */
  undecided: Tally
  /** All of them, also those that came to nothing. */
  cases: number
}

/** How many cases, and which of them the sum is for: 24 笔 · 20 笔要您承担 ¥973.05 · 4 笔团长还没定，可能 ¥199.60. */
export function AtStake({ claimed, undecided, cases }: AtStakeProps): ReactNode {
  const nothing = cases - claimed.cases - undecided.cases
  return (
    <View>
      {cases} 笔
      {claimed.cases > 0 && <> · {claimed.cases < cases && `${claimed.cases} 笔`}要您承担 <Money fen={claimed.fen} /></>}
      {undecided.cases > 0 && <> · {undecided.cases < cases && `${undecided.cases} 笔`}团长还没定{undecided.fen > 0 && <>，可能 <Money fen={undecided.fen} /></>}</>}
      {nothing > 0 && ` · ${nothing < cases ? `${nothing} 笔` : ''}不用您承担`}
    </View>
  )
}

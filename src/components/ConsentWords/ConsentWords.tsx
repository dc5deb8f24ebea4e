import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { keepOutcome, useConsentOutcome, type ConsentOutcome } from '../../cloud/consentOutcome'
import { useMe } from '../../cloud/me'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'
import './ConsentWords.scss'

/** Refused this once: what was allowed before still comes. */
const NO_MORE = '这次没有多收，还能收的照样发。以后想多收，可以再点；微信不再问了，就去设置里打开。'

const WORDS: Record<ConsentOutcome, string | null> = {
  allowed: null,
  notAsked: null,
  rejected: '您没有让微信给您发消息。不要紧，进展都在“消息”里看得到；想在微信里收，可以去设置里打开。',
  withheld: '微信现在不发这类消息，不是您的问题。进展都在“消息”里看得到。',
  switchedOff: '您关了微信的通知，微信里收不到。进展都在“消息”里看得到；想收的话去打开。',
}

/** What the last answer about messages means, and where it can be changed. Nothing where all is well. */
export function ConsentWords(): ReactNode {
  const outcome = useConsentOutcome()
  const words = WORDS[outcome]
  if (words === null) return null
  return outcome === 'rejected' ? <Rejected none={words} /> : <Said words={words} opens={outcome !== 'withheld'} />
}

/** What still comes is known by our own ledger; until that is there, nothing is said. */
function Rejected({ none }: { none: string }): ReactNode {
  const { data: me, failed } = useMe()
  if (!me && !failed) return null
  return <Said words={me && Object.values(me.credits).some(left => left > 0) ? NO_MORE : none} opens />
}

function Said({ words, opens }: { words: string; opens: boolean }): ReactNode {
  const open = () => {
    platform.openMessageSettings().then(() => keepOutcome('notAsked'), (trouble: unknown) => console.warn('the settings did not open', trouble))
  }
  return (
    <View className='consent-words'>
      <View>{words}</View>
      {opens && <Button label='去打开微信通知' onTap={open} />}
    </View>
  )
}

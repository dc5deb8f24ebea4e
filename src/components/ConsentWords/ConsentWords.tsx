import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { keepOutcome, useConsentOutcome, type ConsentOutcome } from '../../cloud/consentOutcome'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'
import './ConsentWords.scss'

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
  const open = () => {
    platform.openMessageSettings().then(() => keepOutcome('notAsked'), (trouble: unknown) => console.warn('the settings did not open', trouble))
  }
  return (
    <View className='consent-words'>
      <View>{words}</View>
      {outcome !== 'withheld' && <Button label='去打开微信通知' onTap={open} />}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useSyncExternalStore, type ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { answerPrivacy, onPrivacy, privacyAsked } from '../../cloud/privacy'
import { Button } from '../Button/Button'
import { Sheet } from '../Sheet/Sheet'

/** WeChat's privacy question, in our words: what is used, what for, and both answers. Only ever open in WeChat. */
export function PrivacySheet(): ReactNode {
  const asked = useSyncExternalStore(onPrivacy, privacyAsked)
  return (
    <Sheet
      open={asked} title='用照片前、录音前，先跟您说清楚' onClose={() => answerPrivacy('refused')}
      bar={(
        <>
          <Button kind='primary' label='同意' openType='agreePrivacyAuthorization' onAgreePrivacy={() => answerPrivacy('agreed')} />
          <Button label='不同意' onTap={() => answerPrivacy('refused')} />
        </>
      )}
    >
      <View>您选的照片和文件、说的话只用来处理售后：团长看得到、听得到，供货商只看得到照片，听不到您说话，也看不到您是谁。</View>
      <Button kind='quiet' label='看《用户隐私保护指引》' onTap={() => platform.openPrivacyGuide()} />
    </Sheet>
  )
}

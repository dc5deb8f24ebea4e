import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { KIND_WORDS } from '../../../domain/notice/kinds'
import { TEMPLATES_FOR, templateId } from '../../../domain/notice/templates'
import { askConsent } from '../../cloud/askConsent'
import { useMe } from '../../cloud/me'
import { Button } from '../Button/Button'
import './MessagesLeft.scss'

/** How many messages WeChat may still bring in this role, by our own count, and one more of each for one tap. */
export function MessagesLeft({ role }: { role: keyof typeof TEMPLATES_FOR }): ReactNode {
  const { data: me } = useMe()
  const [asking, setAsking] = useState(false)
  if (!me) return null
  const more = () => {
    // First thing in the tap: WeChat asks only then.
    const asked = askConsent(role)
    setAsking(true)
    void asked.then(() => setAsking(false))
  }
  return (
    <View className='messages-left'>
      <View className='messages-left__counts soft small'>{`微信里还能收：${TEMPLATES_FOR[role].map(key => `${KIND_WORDS[key]} ${me.credits[templateId(key)] ?? 0} 条`).join('，')}`}</View>
      <Button kind='quiet' narrow label='多收一条' busy={asking} onTap={more} />
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../domain/contract/calls'
import { KIND_WORDS } from '../../../domain/notice/kinds'
import { TEMPLATES_FOR, templateId } from '../../../domain/notice/templates'
import { askConsent } from '../../cloud/askConsent'
import { useMe } from '../../cloud/me'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { go } from '../../components/go'
import { ConsentWords } from '../../components/ConsentWords/ConsentWords'
import './Credits.scss'

/** How many messages WeChat may still bring, by our own count, and one more for one tap. */
export function Credits(): ReactNode {
  const { data: me } = useMe()
  const [asking, setAsking] = useState(false)
  if (!me) return null
  const role = roleOf(me)
  const more = () => {
    // First thing in the tap: WeChat asks only then.
    const asked = askConsent(role)
    setAsking(true)
    void asked.then(() => setAsking(false))
  }
  return (
    <Card title='微信里还能收几条'>
      <View className='credits'>
        {TEMPLATES_FOR[role].map(key => (
          <View className='credits__row' key={key}><View>{KIND_WORDS[key]}</View><View className='credits__count'>{me.credits[templateId(key)] ?? 0} 条</View></View>
        ))}
        <View className='soft small'>收一条少一条，点一下多一条。用完了也不要紧，这里都看得到。</View>
        <ConsentWords />
        <Button label='多收一条' busy={asking} onTap={more} />
        <Button kind='quiet' label='消息设置：收哪些、几点不打扰' onTap={() => go('/pages/messageSettings/index')} />
      </View>
    </Card>
  )
}

/** Who decides things needs to know what waits; that list holds a resident's as well. */
function roleOf(me: Answers['whoAmI']): keyof typeof TEMPLATES_FOR {
  if (me.leads.length + me.operates.length > 0) return 'leader'
  return me.supplies.length > 0 ? 'supplier' : 'resident'
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenTabs } from '../spoken'
import { Tap } from '../Tap/Tap'
import './Tabs.scss'

interface TabsProps<T extends string> {
  tabs: readonly { tab: T; label: string; count?: number | undefined }[]
  here: T
  onChoose: (tab: T) => void
}

/** Which of a few lists is shown, with how much is in each. */
export function Tabs<T extends string>({ tabs, here, onChoose }: TabsProps<T>): ReactNode {
  return (
    <View className='tabs' {...spokenTabs('看哪些')}>
      {tabs.map(({ tab, label, count }) => (
        <Tap key={tab} role='tab' picked={tab === here} className={`tabs__tab${tab === here ? ' tabs__tab--here' : ''}`} label={`${label}${count === undefined ? '' : `，${count} 件`}${tab === here ? '，现在看的是这个' : ''}`} onTap={() => onChoose(tab)}>
          <View className='tabs__label'>{label}{count !== undefined && <View className='tabs__count'>{count}</View>}</View>
        </Tap>
      ))}
    </View>
  )
}

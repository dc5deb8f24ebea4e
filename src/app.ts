import { useLaunch, useDidShow } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { recordConsents } from './cloud/askConsent'
import { platform } from './cloud/platform'
import './app.scss'

/** The whole mini-program. What was allowed earlier and could not be told the cloud is told whenever the app comes to front. */
export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => platform.start())
  useDidShow(() => {
    if (platform.cannotWork() === null) void recordConsents()
  })
  return children
}

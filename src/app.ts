import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { recordConsents } from './cloud/askConsent'
import { goOnlyTo } from './components/go'
import { platform } from './cloud/platform'
import { hearPrivacy } from './cloud/privacy'
import { keepSending } from './outbox/keepSending'
import { sendWaiting } from './outbox/sendWaiting'
import './app.scss'

/** The whole mini-program. What could not be sent earlier is sent whenever the app comes to front. */
export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    platform.start()
    hearPrivacy()
    keepSending()
  })
  // An old link, or one that was cut: never an empty screen.
  usePageNotFound(() => goOnlyTo('/pages/home/index'))
  useDidShow(() => {
    if (platform.cannotWork() !== null) return
    void recordConsents()
    void sendWaiting()
  })
  return children
}

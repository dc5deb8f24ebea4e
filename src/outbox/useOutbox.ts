import { useSyncExternalStore } from 'react'
import { onWaiting, waitingNow, type Waiting } from './waiting'

/** What waits to be sent, kept up to date while the page stands. */
export function useOutbox(): readonly Waiting[] {
  return useSyncExternalStore(onWaiting, waitingNow)
}

import { platform } from '../cloud/platform'
import { sendWaiting, sendWaitingAtOnce } from './sendWaiting'

/** Called once at the start: what an earlier launch left is sent now, and the rest whenever the signal comes back. */
export function keepSending(): void {
  if (platform.cannotWork() !== null) return
  platform.watchOnline(online => { if (online) void sendWaitingAtOnce() })
  void sendWaiting()
}

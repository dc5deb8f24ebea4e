import { useEffect, useState, useSyncExternalStore } from 'react'
import { cloudAhead, watchCloudTime } from '../cloud/cloudTime'

const MINUTE = 60_000

/** The time now as the cloud has it, whatever this phone's clock says; renewed every minute: promises are counted in minutes. */
export function useNow(): number {
  const [phone, setPhone] = useState(() => Date.now())
  const ahead = useSyncExternalStore(watchCloudTime, cloudAhead)
  useEffect(() => {
    const timer = setInterval(() => setPhone(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return phone + ahead
}

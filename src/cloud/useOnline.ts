import { useEffect, useState } from 'react'
import { platform } from './platform'

/** Whether the phone has a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => platform.watchOnline(setOnline), [])
  return online
}

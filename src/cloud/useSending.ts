import { useRef, useState } from 'react'
import { asCallFailed, type CallFailed } from './callFailed'

export interface Sending {
  busy: boolean
  failed: CallFailed | null
  /** Does something once at a time; a tap while it runs does nothing. @returns whether it was done */
  send: (what: () => Promise<void>) => Promise<boolean>
  /** The last one was done, and nothing was begun since. */
  done: boolean
  /** Takes back what was said about the last attempt. */
  forget: () => void
}

/** A writing call behind a button: busy while it runs, and what went wrong with it. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<CallFailed | null>(null)
  const [done, setDone] = useState(false)
  const running = useRef(false)
  return {
    busy, failed, done,
    async send(what) {
      if (running.current) return false
      running.current = true
      setBusy(true)
      setFailed(null)
      setDone(false)
      try {
        await what()
        setDone(true)
        return true
      } catch (trouble) {
        setFailed(asCallFailed(trouble))
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    forget: () => { setFailed(null); setDone(false) },
  }
}

import { useRef, useState } from 'react'
import type { Input, TogetherView } from '../../domain/contract/calls'
import { call } from './call'
import { asCallFailed, type CallFailed } from './callFailed'
import { drawId } from './drawId'
import { refresh } from './useAnswer'

export interface Together {
  /** How far it is, and what came of it so far; null before the first answer. */
  view: TogetherView | null
  running: boolean
  failed: CallFailed | null
  /** Decides for many cases, to the end. The same decision after a failure goes on where it was. @returns what came of it, or null: `failed` says why */
  decide: (decision: Omit<Input<'decideTogether'>, 'decisionId'>) => Promise<TogetherView | null>
  /** Forgets what came of it. */
  forget: () => void
}

/** How long to wait while somebody else's call is at the same decision. ms */
const A_WHILE = 700

/**
 * One decision for many cases: sent once, then carried on part by part until all are done. It never waits in the outbox: hours later, unseen, it
 * might no longer be meant; the cloud finishes what was begun.
 */
export function useTogether(): Together {
  const [view, setView] = useState<TogetherView | null>(null)
  const [failed, setFailed] = useState<CallFailed | null>(null)
  const [running, setRunning] = useState(false)
  const busy = useRef(false)
  /** The id drawn for a decision that is not done yet, by what the decision is. */
  const drawn = useRef<{ what: string; decisionId: string } | null>(null)

  const decide: Together['decide'] = async decision => {
    if (busy.current) return null
    busy.current = true
    setRunning(true)
    setFailed(null)
    const what = JSON.stringify(decision)
    if (drawn.current?.what !== what) drawn.current = { what, decisionId: drawId() }
    const { decisionId } = drawn.current
    try {
      let now = await call('decideTogether', { ...decision, decisionId })
      setView(now)
      while (now.phase !== 'done') {
        if (now.busy) await new Promise(resolve => { setTimeout(resolve, A_WHILE) })
        now = await call('carryOn', { decisionId })
        setView(now)
      }
      drawn.current = null
      return now
    } catch (trouble) {
      const why = asCallFailed(trouble)
      if (!why.again) drawn.current = null
      setFailed(why)
      return null
    } finally {
      busy.current = false
      setRunning(false)
      refresh('whoAmI', 'leaderInbox', 'supplierCases', 'showBundle', 'showCase')
    }
  }
  return {
    view, running, failed, decide,
    forget() {
      setView(null)
      setFailed(null)
    },
  }
}

import { useEffect, useRef, useState } from 'react'
import type { Input, TogetherView } from '../../domain/contract/calls'
import { call } from './call'
import { asCallFailed, type CallFailed } from './callFailed'
import { pokeCourier, pokeCourierIn } from './courier'
import { drawId } from './drawId'
import { forgetKept, readKept, writeKept } from './kept'
import { refresh } from './useAnswer'

type Decision = Omit<Input<'decideTogether'>, 'decisionId'>

export interface Together {
  /** How far it is; null while nothing was decided here. */
  view: TogetherView | null
  /** On its way: decided, or being taken back. */
  working: boolean
  /** Why it stopped. Asking again goes on where it was. */
  trouble: CallFailed | null
  decide: (decision: Decision) => void
  undo: () => void
  /** Goes on after it stopped. */
  again: () => void
  /** Puts the result away. */
  close: () => void
}

/** Somebody else's call is at it: asked again after this. ms */
const A_SECOND = 1000
/** So that the answer is not asked for in the very millisecond that it changes. ms */
const A_MOMENT = 100

/**
 * One decision for many cases. Its id is kept on the phone before it leaves, so that a killed app finds it again and goes on; the cloud finishes
 * it by itself when the phone does not come back. `place` keeps decisions of several pages apart.
 */
export function useTogether(place: string): Together {
  const key = `together.${place}`
  const [view, setView] = useState<TogetherView | null>(null)
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<CallFailed | null>(null)
  const goOn = useRef<(() => Promise<TogetherView>) | null>(null)
  /** The newest run; an older one, e.g. deciding while it is already being taken back, has nothing more to say. */
  const newest = useRef(0)

  const run = async (id: string, first: () => Promise<TogetherView>, found = false): Promise<void> => {
    const own = ++newest.current
    const mine = () => newest.current === own
    setWorking(true)
    setTrouble(null)
    goOn.current = first
    try {
      let now = await first()
      if (mine()) goOn.current = () => call('carryOn', { decisionId: id })
      for (; now.phase !== 'done' && mine(); now = await call('carryOn', { decisionId: id })) {
        setView(now)
        if (now.busy) await new Promise(resolve => setTimeout(resolve, A_SECOND))
      }
      if (!mine()) return
      setView(now)
      if (now.takesEffect) pokeCourierIn(now.takesEffect.left)
      else pokeCourier()
    } catch (why) {
      if (!mine()) return
      const failed = asCallFailed(why)
      // Refused for good: there is nothing to go on with. Found on the phone and not in the cloud: it never left, and nothing was decided.
      if (!failed.again) forgetKept(key)
      if (failed.again || !found) setTrouble(failed)
    } finally {
      if (mine()) {
        setWorking(false)
        refresh('whoAmI', 'leaderInbox', 'listUntold', 'supplierCases', 'showIncident', 'refundSheet', 'showBundle', 'showCase')
      }
    }
  }
  const latest = useRef(run)
  useEffect(() => { latest.current = run })

  useEffect(() => {
    const kept = readKept<string>(key)
    if (kept !== null) void latest.current(kept, () => call('carryOn', { decisionId: kept }), true)
    return () => { newest.current += 1 }
  }, [key])

  // When it can no longer be taken back, the answer says so.
  const effect = view?.phase === 'done' ? view.takesEffect : null
  const id = view?.id
  useEffect(() => {
    if (!effect || id === undefined) return
    const timer = setTimeout(() => void latest.current(id, () => call('carryOn', { decisionId: id })), effect.left + A_MOMENT)
    return () => clearTimeout(timer)
  }, [effect, id])

  return {
    view, working, trouble,
    decide(decision) {
      const decisionId = drawId()
      writeKept(key, decisionId)
      setView(null)
      void run(decisionId, () => call('decideTogether', { ...decision, decisionId }))
    },
    undo() {
      if (view) void run(view.id, () => call('undoTogether', { decisionId: view.id }))
    },
    again() {
      const kept = readKept<string>(key)
      if (kept !== null && goOn.current) void run(kept, goOn.current)
    },
    close() {
      forgetKept(key)
      setView(null)
      setTrouble(null)
    },
  }
}

import { useEffect, useRef, useState } from 'react'
import { asCallFailed, type CallFailed } from '../cloud/callFailed'
import { sendTrip } from '../cloud/sendTrip'
import { forgetFile, reopenTrip, type Trip, type TripKind } from '../cloud/trip'
import { readTrips, writeTrips } from './keptTrips'

/** A piece of evidence on its way, as it is shown. */
export interface Travelling {
  key: string
  /** To show or play; empty for one that this phone no longer has. */
  path: string
  percent: number
  /** Of the evidence, once it has arrived. */
  id: string | null
  /** Why it did not arrive, and whether sending it again could help. */
  trouble: CallFailed | null
}

export interface Trips<T extends Trip, S extends Travelling> {
  all: S[]
  /** Of those that arrived, in order. */
  ids: string[]
  /** How many are still on their way. */
  sending: number
  failed: number
  /** Takes them up: shown, kept, sent. */
  put: (trips: readonly T[]) => void
  again: (key: string) => void
  remove: (key: string) => void
  /** Waits until none is on its way any more. @returns those that did not arrive, with their trouble */
  settled: () => Promise<S[]>
}

/** How many go up at once: a lift's network carries two better than nine. */
const AT_ONCE = 2

/**
 * Evidence of one kind on its way to the cloud, each piece on its own: one that fails can be sent again alone. `owner`: what they belong to; they
 * are kept on the phone by that name with their files, and go on from where they were when the app was killed. `shown`: what else of a trip is shown.
 */
export function useTrips<T extends Trip, S extends Travelling>(kind: TripKind<T>, shown: (plain: Travelling, trip: T) => S, owner?: string): Trips<T, S> {
  const showOf = (trip: T): S => shown({ key: trip.key, path: trip.path, id: trip.id, percent: trip.id === null ? 0 : 100, trouble: null }, trip)
  const [resumed] = useState(() => (owner === undefined ? [] : readTrips(kind, owner)))
  const [all, setAll] = useState<S[]>(() => resumed.map(t => showOf({ ...t, path: '' })))
  /** What the state will be: uploads end between two renders. */
  const now = useRef(all)
  const trips = useRef(new Map(resumed.map(t => [t.key, t])))
  const queue = useRef<string[]>([])
  const running = useRef(0)
  const gone = useRef(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    gone.current = false
    void resume(resumed)
    return () => { gone.current = true }
    // Once: what an earlier launch left is taken up when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const show = (next: S[]) => {
    now.current = next
    if (!gone.current) setAll(next)
    if (next.every(isSettled)) for (const go of waiting.current.splice(0)) go()
  }
  const keep = () => {
    if (owner !== undefined) writeTrips(kind, owner, now.current.flatMap(s => trips.current.get(s.key) ?? []))
  }
  const change = (key: string, what: Partial<Travelling>) => show(now.current.map(s => (s.key === key ? { ...s, ...what } : s)))
  const start = (keys: string[]) => {
    queue.current.push(...keys)
    next()
  }
  const next = () => {
    while (running.current < AT_ONCE && queue.current.length > 0) {
      const key = queue.current.shift()!
      const trip = trips.current.get(key)
      if (!trip) continue
      running.current++
      void send(key, trip)
    }
  }
  const send = async (key: string, trip: T) => {
    let told = 0
    const further = () => {
      // Taken away meanwhile: nobody else knows of the file just kept.
      if (trips.current.has(key)) keep()
      else forgetFile(trip.kept)
    }
    try {
      await sendTrip(kind, trip, percent => {
        // Phones redraw slowly: every tenth is enough.
        if (percent - told < 10) return
        told = Math.round(percent)
        change(key, { percent: told })
      }, further)
      // Without its path: the one that is on the screen already stays there.
      const { path: _path, ...arrived } = showOf(trip)
      change(key, arrived)
    } catch (trouble) {
      change(key, { trouble: asCallFailed(trouble) })
    } finally {
      running.current--
      next()
    }
  }
  const resume = async (left: T[]) => {
    for (const one of left) {
      const trip = await reopenTrip(one).catch((trouble: unknown) => {
        console.warn('a kept file cannot be opened', trouble)
        return { ...one, path: '' }
      })
      if (!trips.current.has(one.key)) continue
      trips.current.set(one.key, trip)
      change(one.key, { path: trip.path })
      if (trip.id === null) start([one.key])
    }
  }

  return {
    all,
    ids: all.flatMap(s => s.id ?? []),
    sending: all.filter(s => !isSettled(s)).length,
    failed: all.filter(hasFailed).length,
    put(added) {
      for (const trip of added) trips.current.set(trip.key, trip)
      show([...now.current, ...added.map(showOf)])
      keep()
      start(added.map(t => t.key))
    },
    again(key) {
      change(key, { trouble: null, percent: 0 })
      start([key])
    },
    remove(key) {
      forgetFile(trips.current.get(key)?.kept ?? null)
      trips.current.delete(key)
      show(now.current.filter(s => s.key !== key))
      keep()
    },
    async settled() {
      if (!now.current.every(isSettled)) await new Promise<void>(go => waiting.current.push(go))
      return now.current.filter(hasFailed)
    },
  }
}

function isSettled(one: Travelling): boolean {
  return one.id !== null || one.trouble !== null
}

function hasFailed(one: Travelling): boolean {
  return one.trouble !== null
}

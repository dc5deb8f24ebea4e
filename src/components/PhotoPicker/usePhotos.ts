import { useEffect, useRef, useState } from 'react'
import { asCallFailed, type CallFailed } from '../../cloud/callFailed'
import { forgetPicture, reopenTrip, startTrip, type PhotoTrip } from '../../cloud/photoTrip'
import { platform } from '../../cloud/platform'
import { sendPhoto } from '../../cloud/sendPhoto'
import { readTrips, writeTrips } from '../../outbox/keptPhotos'

export interface Photo {
  key: string
  /** To show; empty for one that this phone no longer has. */
  path: string
  percent: number
  photoId: string | null
  /** Why it did not arrive, and whether sending it again could help. */
  trouble: CallFailed | null
}

export interface Photos {
  photos: Photo[]
  /** Of those that arrived, in order. */
  ids: string[]
  /** How many are still on their way. */
  sending: number
  failed: number
  /** Takes at most `count` more. @returns how many were chosen beyond that, and not taken */
  add: (count: number) => Promise<number>
  again: (key: string) => void
  remove: (key: string) => void
  /** Waits until no photo is on its way any more. @returns those that did not arrive, with their trouble */
  settled: () => Promise<Photo[]>
}

/** How many go up at once: a lift's network carries two better than nine. */
const AT_ONCE = 2

/**
 * Photos on their way to the cloud, each on its own: one that fails can be sent again alone. `owner`: what they belong to; they are
 * kept on the phone by that name with their pictures, and go on from where they were when the app was killed.
 */
export function usePhotos(owner?: string): Photos {
  const [resumed] = useState(() => (owner === undefined ? [] : readTrips(owner)))
  const [photos, setPhotos] = useState<Photo[]>(() => resumed.map(t => photoOf({ ...t, path: '' })))
  /** What the state will be: uploads end between two renders. */
  const now = useRef(photos)
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

  const show = (next: Photo[]) => {
    now.current = next
    if (!gone.current) setPhotos(next)
    if (next.every(isSettled)) for (const go of waiting.current.splice(0)) go()
  }
  const keep = () => {
    if (owner !== undefined) writeTrips(owner, now.current.flatMap(p => trips.current.get(p.key) ?? []))
  }
  const change = (key: string, what: Partial<Photo>) => show(now.current.map(p => (p.key === key ? { ...p, ...what } : p)))
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
  const send = async (key: string, trip: PhotoTrip) => {
    let shown = 0
    const further = () => {
      // Taken away meanwhile: nobody else knows of the picture just kept.
      if (trips.current.has(key)) keep()
      else forgetPicture(trip.kept)
    }
    try {
      const photoId = await sendPhoto(trip, percent => {
        // Phones redraw slowly: every tenth is enough.
        if (percent - shown < 10) return
        shown = Math.round(percent)
        change(key, { percent: shown })
      }, further)
      change(key, { photoId, percent: 100 })
    } catch (trouble) {
      change(key, { trouble: asCallFailed(trouble) })
    } finally {
      running.current--
      next()
    }
  }
  const resume = async (left: PhotoTrip[]) => {
    for (const one of left) {
      const trip = await reopenTrip(one).catch((trouble: unknown) => {
        console.warn('a kept photo cannot be opened', trouble)
        return { ...one, path: '' }
      })
      if (!trips.current.has(one.key)) continue
      trips.current.set(one.key, trip)
      change(one.key, { path: trip.path })
      if (trip.photoId === null) start([one.key])
    }
  }

  return {
    photos,
    ids: photos.flatMap(p => p.photoId ?? []),
    sending: photos.filter(p => !isSettled(p)).length,
    failed: failedOf(photos).length,
    async add(count) {
      const paths = await platform.choosePhotos(count)
      const added = await Promise.all(paths.slice(0, count).map(path => startTrip(path, owner !== undefined)))
      for (const trip of added) trips.current.set(trip.key, trip)
      show([...now.current, ...added.map(photoOf)])
      keep()
      start(added.map(t => t.key))
      return Math.max(0, paths.length - count)
    },
    again(key) {
      change(key, { trouble: null, percent: 0 })
      start([key])
    },
    remove(key) {
      forgetPicture(trips.current.get(key)?.kept ?? null)
      trips.current.delete(key)
      show(now.current.filter(p => p.key !== key))
      keep()
    },
    async settled() {
      if (!now.current.every(isSettled)) await new Promise<void>(go => waiting.current.push(go))
      return failedOf(now.current)
    },
  }
}

function photoOf({ key, path, photoId }: PhotoTrip): Photo {
  return { key, path, percent: photoId === null ? 0 : 100, photoId, trouble: null }
}

function isSettled(photo: Photo): boolean {
  return photo.photoId !== null || photo.trouble !== null
}

function failedOf(photos: readonly Photo[]): Photo[] {
  return photos.filter(p => p.trouble !== null)
}

import { useEffect, useRef, useState } from 'react'
import { asCallFailed, type CallFailed } from '../../cloud/callFailed'
import { drawId } from '../../cloud/drawId'
import { platform } from '../../cloud/platform'
import { sendPhoto, type PhotoTrip } from '../../cloud/sendPhoto'

export interface Photo {
  key: string
  /** To show; empty for one that came from a draft. */
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
  add: (count: number) => Promise<void>
  again: (key: string) => void
  remove: (key: string) => void
  /** Waits until no photo is on its way any more. @returns the ids of those that arrived, and how many did not */
  settled: () => Promise<{ ids: string[]; failed: number }>
}

/** How many go up at once: a lift's network carries two better than nine. */
const AT_ONCE = 2

/** Photos on their way to the cloud, each on its own: one that fails can be sent again alone. `arrived`: ids that a draft kept. */
export function usePhotos(arrived: readonly string[] = []): Photos {
  const [photos, setPhotos] = useState<Photo[]>(() => arrived.map(photoId => ({ key: photoId, path: '', percent: 100, photoId, trouble: null })))
  /** What the state will be: uploads end between two renders. */
  const now = useRef(photos)
  const trips = useRef(new Map<string, PhotoTrip>())
  const queue = useRef<string[]>([])
  const running = useRef(0)
  const gone = useRef(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    gone.current = false
    return () => { gone.current = true }
  }, [])

  const show = (next: Photo[]) => {
    now.current = next
    if (!gone.current) setPhotos(next)
    if (next.every(isSettled)) for (const go of waiting.current.splice(0)) go()
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
    try {
      const photoId = await sendPhoto(trip, percent => {
        // Phones redraw slowly: every tenth is enough.
        if (percent - shown < 10) return
        shown = Math.round(percent)
        change(key, { percent: shown })
      })
      change(key, { photoId, percent: 100 })
    } catch (trouble) {
      change(key, { trouble: asCallFailed(trouble) })
    } finally {
      running.current--
      next()
    }
  }

  return {
    photos,
    ids: idsOf(photos),
    sending: photos.filter(p => !isSettled(p)).length,
    failed: failedOf(photos),
    async add(count) {
      const paths = await platform.choosePhotos(count)
      const added = paths.slice(0, count).map(path => ({ key: drawId(), path, percent: 0, photoId: null, trouble: null }))
      for (const p of added) trips.current.set(p.key, { path: p.path })
      show([...now.current, ...added])
      start(added.map(p => p.key))
    },
    again(key) {
      change(key, { trouble: null, percent: 0 })
      start([key])
    },
    remove(key) {
      trips.current.delete(key)
      show(now.current.filter(p => p.key !== key))
    },
    async settled() {
      if (!now.current.every(isSettled)) await new Promise<void>(go => waiting.current.push(go))
      return { ids: idsOf(now.current), failed: failedOf(now.current) }
    },
  }
}

function isSettled(photo: Photo): boolean {
  return photo.photoId !== null || photo.trouble !== null
}

function idsOf(photos: readonly Photo[]): string[] {
  return photos.flatMap(p => p.photoId ?? [])
}

function failedOf(photos: readonly Photo[]): number {
  return photos.filter(p => p.trouble !== null).length
}

import { useEffect, useRef, useState } from 'react'
import { platform } from '../../cloud/platform'

interface Playback {
  /** `opening`: asked for, and nothing to be heard yet. */
  state: 'still' | 'opening' | 'playing'
  /** This very source could not be played; another is another try. */
  failed: boolean
  toggle: () => void
}

/** Plays and stops one sound. Leaving the page stops it, and so does another that is played; a fresh link of the same does not. */
export function usePlayback(src: string | undefined): Playback {
  const [state, setState] = useState<Playback['state']>('still')
  const [dead, setDead] = useState<string | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const toggle = () => {
    if (stop.current) return stop.current()
    if (src === undefined) return
    setState('opening')
    setDead(null)
    let over = false
    const stopThis = platform.play(src, what => {
      if (what === 'playing') return setState('playing')
      over = true
      stop.current = null
      setState('still')
      if (what === 'failed') setDead(src)
    })
    // What failed at once has already said so.
    if (!over) stop.current = stopThis
  }
  return { state, failed: dead !== null && dead === src, toggle }
}

import { useEffect, useRef, useState } from 'react'
import { platform } from '../../cloud/platform'

interface Playback {
  playing: boolean
  /** This very source could not be played; another is another try. */
  failed: boolean
  toggle: () => void
}

/** Plays and stops one sound. Leaving the page stops it, and so does another that is played; a fresh link of the same does not. */
export function usePlayback(src: string | undefined): Playback {
  const [playing, setPlaying] = useState(false)
  const [dead, setDead] = useState<string | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const toggle = () => {
    if (stop.current) return stop.current()
    if (src === undefined) return
    setPlaying(true)
    setDead(null)
    let over = false
    const stopThis = platform.play(src, what => {
      if (what === 'playing') return
      over = true
      stop.current = null
      setPlaying(false)
      if (what === 'failed') setDead(src)
    })
    // What failed at once has already said so.
    if (!over) stop.current = stopThis
  }
  return { playing, failed: dead !== null && dead === src, toggle }
}

import type { Playback } from '../platformType'

let silence: (() => void) | null = null

/** Plays with the browser's own player. */
export function play(src: string, hear: (what: Playback) => void): () => void {
  silence?.()
  const player = new Audio(src)
  let over = false
  const end = (what: Playback) => {
    if (over) return
    over = true
    silence = null
    player.pause()
    hear(what)
  }
  const stop = () => end('ended')
  silence = stop
  player.onplaying = () => { if (!over) hear('playing') }
  player.onended = stop
  player.onerror = () => end('failed')
  player.play().catch((trouble: unknown) => {
    // Stopped before it began is no failure.
    if (!over) console.warn('a voice could not be played', trouble)
    end('failed')
  })
  return stop
}

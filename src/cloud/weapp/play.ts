import Taro from '@tarojs/taro'
import type { Playback } from '../platformType'

let silence: (() => void) | null = null

/** Plays with WeChat's player. A phone set to silent still plays it: it was tapped to be heard. */
export function play(src: string, hear: (what: Playback) => void): () => void {
  silence?.()
  Promise.resolve(Taro.setInnerAudioOption({ obeyMuteSwitch: false }) as unknown).catch((trouble: unknown) => console.warn('a silent phone stays silent', trouble))
  const player = Taro.createInnerAudioContext()
  let over = false
  const end = (what: Playback) => {
    if (over) return
    over = true
    silence = null
    player.destroy()
    hear(what)
  }
  const stop = () => end('ended')
  silence = stop
  player.onPlay(() => { if (!over) hear('playing') })
  player.onEnded(stop)
  player.onStop(stop)
  // A call, or the app goes to the background: whoever comes back taps again.
  player.onPause(stop)
  player.onError(trouble => {
    console.warn('a voice could not be played', trouble)
    end('failed')
  })
  player.src = src
  player.play()
  return stop
}

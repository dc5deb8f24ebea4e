import type { Realm } from '../realm'
import type { ApiSet } from './api'
import type { PhoneFiles } from './files'

/** WeChat's codes for what cannot be played [wechat: InnerAudioContext.onError]. */
const network = 10002, file = 10003, format = 10004
/** What both kinds of phones play. */
const playable = /^audio\/(mpeg|mp4|aac|wav|x-wav)\b/
const playableEnding = /\.(mp3|m4a|aac|wav)$/

type Event = 'Play' | 'Pause' | 'Stop' | 'Ended' | 'Error' | 'Canplay' | 'TimeUpdate' | 'Waiting'
const events: readonly Event[] = ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'Canplay', 'TimeUpdate', 'Waiting']

/** `wx.createInnerAudioContext()`: fetches what it is to play, as a phone does, and plays until a test says that it is over. */
export class Loudspeaker {
  /** What has been heard, in order. */
  readonly heard: { src: string; bytes: Uint8Array }[] = []
  private tell: ((event: Event, news?: unknown) => void) | null = null

  constructor(private readonly realm: Realm, private readonly files: PhoneFiles) {}

  get playing(): boolean {
    return this.tell !== null
  }

  /** What is being played comes to its end. */
  finish(): void {
    const { tell } = this
    if (!tell) throw new Error('nothing is being played')
    this.tell = null
    tell('Ended')
  }

  apis(): ApiSet {
    return { instant: { createInnerAudioContext: () => this.player() }, later: { setInnerAudioOption: () => undefined } }
  }

  private player(): unknown {
    const listeners = new Map<Event, unknown>()
    const player = this.realm.adopt({ src: '', paused: true }) as Record<string, unknown>
    let gone = false
    const tell = (event: Event, news?: unknown): void => {
      const listener = listeners.get(event)
      if (!gone && typeof listener === 'function') this.realm.enter(`InnerAudioContext.on${event}`, () => Reflect.apply(listener, undefined, [this.realm.adopt(news)]) as unknown)
    }
    const silent = (): void => { if (this.tell === tell) this.tell = null }
    for (const event of events) {
      player[`on${event}`] = (listener: unknown) => { listeners.set(event, listener) }
      player[`off${event}`] = () => { listeners.delete(event) }
    }
    Object.assign(player, {
      play: () => void this.fetch(String(player['src'])).then(bytes => {
        if (gone) return
        if (typeof bytes === 'number') return tell('Error', { errCode: bytes, errMsg: 'playing failed' })
        this.heard.push({ src: String(player['src']), bytes })
        this.tell = tell
        tell('Play')
      }),
      stop: () => { silent(); tell('Stop') },
      pause: () => { silent(); tell('Pause') },
      seek: () => undefined,
      destroy: () => { silent(); gone = true },
    })
    return player
  }

  /** @returns the bytes, or the code of why there is nothing to hear */
  private async fetch(src: string): Promise<Uint8Array | number> {
    if (this.files.has(src)) return playableEnding.test(src) ? this.files.read(src).bytes : format
    if (!/^http:\/\/127\.0\.0\.1/.test(src)) return file
    try {
      const response = await fetch(src)
      if (!response.ok) return network
      return playable.test(response.headers.get('content-type') ?? '') ? new Uint8Array(await response.arrayBuffer()) : format
    } catch {
      return network
    }
  }
}

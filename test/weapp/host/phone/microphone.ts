import type { Realm } from '../realm'
import type { ApiSet, Input, Wire } from './api'
import { WxFailure } from './api'
import type { PhoneFiles } from './files'

/** Bit rates that belong to a sampling rate [wechat: RecorderManager.start]; others fail. */
const bitRates: Readonly<Record<number, readonly [number, number]>> = {
  8000: [16000, 48000], 11025: [16000, 48000], 12000: [24000, 64000], 16000: [24000, 96000], 22050: [32000, 128000], 24000: [32000, 128000], 32000: [48000, 192000], 44100: [64000, 320000], 48000: [64000, 320000],
}
/** WeChat's own, where nothing else is asked for. */
const usual = { duration: 60_000, sampleRate: 8000, encodeBitRate: 48000, format: 'aac' }
const longest = 600_000
/** Between start and onStart a phone needs a moment (some 300 ms): a stop in between is lost. */
const warmUp = 5

type Event = 'Start' | 'Stop' | 'Pause' | 'Resume' | 'Error' | 'FrameRecorded' | 'InterruptionBegin' | 'InterruptionEnd'
const events: readonly Event[] = ['Start', 'Stop', 'Pause', 'Resume', 'Error', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd']

/** The phone's microphone, and the person who speaks into it: time in it passes as a test says. */
export class Microphone {
  /** What the person answers when WeChat asks; once refused, WeChat asks no more and only its settings help. */
  permission: 'granted' | 'refused' = 'granted'
  /** What the person does in WeChat's settings. */
  inSettings: 'granted' | 'refused' = 'granted'
  /** What a recording of so many milliseconds is. */
  bytes: (ms: number) => Uint8Array = ms => new Uint8Array(ms)
  private state: 'still' | 'warming' | 'recording' | 'paused' = 'still'
  private spoken = 0
  private most = usual.duration
  private ending = '.aac'
  /** The last one put on is the one that hears. */
  private readonly listeners = new Map<Event, (news?: unknown) => unknown>()

  constructor(private readonly realm: Realm, private readonly wire: Wire, private readonly files: PhoneFiles) {}

  get recording(): boolean {
    return this.state === 'recording'
  }

  /** The person goes on speaking; at the end of the time the recorder ends by itself. */
  speak(ms: number): void {
    if (this.state !== 'recording') throw new Error('nobody is recording')
    this.spoken = Math.min(this.most, this.spoken + ms)
    if (this.spoken === this.most) this.stop()
  }

  /** A call comes in: WeChat pauses the recording. */
  interrupt(): void {
    if (this.state !== 'recording') throw new Error('nobody is recording')
    this.state = 'paused'
    this.tell('InterruptionBegin')
    this.tell('Pause')
  }

  /** The recorder gives up. */
  fail(reason: string): void {
    this.state = 'still'
    this.tell('Error', { errMsg: `operateRecorder:fail ${reason}` })
  }

  apis(): ApiSet {
    const manager: Record<string, unknown> = {
      start: (options: Input = {}) => {
        this.wire.record('recorder.start', options)
        this.start({ ...usual, ...options })
      },
      stop: () => {
        this.wire.record('recorder.stop', undefined)
        this.stop()
      },
      pause: () => {
        if (this.state !== 'recording') return
        this.state = 'paused'
        this.soon(() => this.tell('Pause'))
      },
      resume: () => {
        if (this.state !== 'paused') return
        this.state = 'recording'
        this.soon(() => this.tell('Resume'))
      },
    }
    for (const event of events) manager[`on${event}`] = (listener: (news?: unknown) => unknown) => { this.listeners.set(event, listener) }
    const one = this.realm.adopt(manager)
    return {
      instant: { getRecorderManager: () => one },
      later: {
        authorize: ({ scope }) => {
          if (scope === 'scope.record' && this.permission === 'refused') throw new WxFailure('auth deny')
        },
        openSetting: () => {
          this.permission = this.inSettings
          return { authSetting: { 'scope.record': this.permission === 'granted' } }
        },
        requirePrivacyAuthorize: () => undefined,
      },
    }
  }

  private start({ duration, sampleRate, encodeBitRate, format }: typeof usual): void {
    if (this.state !== 'still') return this.soon(() => this.tell('Error', { errMsg: 'operateRecorder:fail:audio is recording, don\'t start record again' }))
    const [least, most] = bitRates[sampleRate] ?? [Infinity, 0]
    if (encodeBitRate < least || encodeBitRate > most || duration > longest || !['mp3', 'aac', 'wav', 'PCM'].includes(format)) return this.soon(() => this.fail('invalid option'))
    if (this.permission === 'refused') return this.soon(() => this.fail('auth deny'))
    this.state = 'warming'
    this.spoken = 0
    this.most = duration
    this.ending = `.${format.toLowerCase()}`
    this.soon(() => {
      if (this.state !== 'warming') return
      this.state = 'recording'
      this.tell('Start')
    })
  }

  private stop(): void {
    if (this.state === 'warming') return
    if (this.state === 'still') return this.soon(() => this.tell('Error', { errMsg: 'operateRecorder:fail:recorder not start' }))
    this.state = 'still'
    const bytes = this.bytes(this.spoken)
    const tempFilePath = this.files.keep({ bytes }, this.ending)
    const duration = this.spoken
    this.soon(() => this.tell('Stop', { duration, fileSize: bytes.length, tempFilePath }))
  }

  private soon(work: () => void): void {
    ;(this.realm.context['setTimeout'] as (work: () => void, delay: number) => void)(work, warmUp)
  }

  private tell(event: Event, news?: unknown): void {
    const listener = this.listeners.get(event)
    if (listener) this.realm.enter(`recorder.on${event}`, () => Reflect.apply(listener, undefined, [this.realm.adopt(news)]))
  }
}

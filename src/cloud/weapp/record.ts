import Taro from '@tarojs/taro'
import { CallFailed } from '../callFailed'
import { MICROPHONE_REFUSED, type Recorded, type Recording } from '../platformType'
import { privacyTrouble } from './privacy'

/** MP3 plays on every phone; 16 kHz and one channel are enough for speech, and 48 kbit/s belong to it [wechat: RecorderManager.start, 24000–96000 at 16000 Hz]. */
const SOUND = { format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 } as const

/** Some phones never answer a start or a stop; nobody is to wait for ever. ms */
const PATIENCE = 5000

/** WeChat has one recorder for the whole app, and its listeners cannot be taken off: they are put on once and speak to whoever records. */
interface Ear {
  started: () => void
  stopped: (end: Taro.RecorderManager.OnStopCallbackResult) => void
  failed: (trouble: unknown) => void
  interrupted: () => void
}
let recorder: Taro.RecorderManager | null = null
let ear: Ear | null = null

export function canRecord(): boolean {
  return typeof Taro.getRecorderManager === 'function'
}

/** @returns once it is recording: WeChat loses a stop that comes before its onStart */
export async function record(longest: number): Promise<Recording> {
  await allowed()
  const manager = theRecorder()
  return new Promise((begun, notBegun) => {
    let interrupted = false
    let begins = true
    let settle: { resolve: (recorded: Recorded) => void; reject: (why: unknown) => void } | null = null
    const stop = () => {
      manager.stop()
      setTimeout(() => { if (ear === mine) mine.failed('stop was not answered') }, PATIENCE)
    }
    const mine: Ear = {
      started() {
        begins = false
        begun({ stop, ended: new Promise((resolve, reject) => { settle = { resolve, reject } }) })
        if (interrupted) stop()
      },
      stopped(end) {
        ear = null
        settle?.resolve({ path: end.tempFilePath, ending: '.mp3', ms: end.duration, interrupted })
      },
      failed(trouble) {
        ear = null
        console.warn('recording failed', trouble)
        const why = recorderTrouble(trouble)
        if (settle) settle.reject(why)
        else notBegun(why)
      },
      // WeChat would pause and wait for us; what was said so far is worth more than what might come.
      interrupted() {
        if (interrupted) return
        interrupted = true
        if (!begins) stop()
      },
    }
    ear = mine
    manager.start({ ...SOUND, duration: longest })
    setTimeout(() => { if (ear === mine && begins) mine.failed('start was not answered') }, PATIENCE)
  })
}

function theRecorder(): Taro.RecorderManager {
  if (recorder) return recorder
  recorder = Taro.getRecorderManager()
  recorder.onStart(() => ear?.started())
  recorder.onStop(end => ear?.stopped(end))
  recorder.onError(trouble => ear?.failed(trouble))
  recorder.onPause(() => ear?.interrupted())
  recorder.onInterruptionBegin(() => ear?.interrupted())
  Taro.onAppHide(() => ear?.interrupted())
  return recorder
}

/** Asked before anything is recorded, so that no half of a sentence is lost to a question. */
async function allowed(): Promise<void> {
  try {
    await privacyAgreed()
  } catch (trouble) {
    throw privacyTrouble(trouble, '不能录音')
  }
  try {
    await Taro.authorize({ scope: 'scope.record' })
  } catch (trouble) {
    console.warn('the microphone was refused', trouble)
    throw new CallFailed({ code: MICROPHONE_REFUSED, again: true, message: '您没有让团后用麦克风。点下面打开，或者直接打字也行。' })
  }
}

/** WeChat's privacy guide [wechat: base library ≥ 2.32.3]; older ones never ask. */
function privacyAgreed(): Promise<unknown> {
  if (typeof Taro.requirePrivacyAuthorize !== 'function') return Promise.resolve()
  return new Promise((success, fail) => Taro.requirePrivacyAuthorize({ success, fail }))
}

/** The phone's own switch for WeChat is no setting of ours. */
function recorderTrouble(trouble: unknown): CallFailed {
  const says = (trouble as { errMsg?: string } | null)?.errMsg ?? ''
  const message = /permission|auth/i.test(says) ? '手机没有让微信用麦克风，请在手机设置里打开；也可以直接打字。' : '刚才没录成，请再试一次；也可以直接打字。'
  return new CallFailed({ code: 'RECORDING_FAILED', again: true, message })
}

/** @returns when the person is back from WeChat's settings */
export async function openMicrophoneSettings(): Promise<void> {
  await Taro.openSetting()
}

import { CallFailed } from '../callFailed'
import { MICROPHONE_REFUSED, type Recorded, type Recording } from '../platformType'
import { wave } from './wave'

/** Enough for speech, and the least that every browser decodes to. */
const HERTZ = 16_000

/** A page that is not served safely has no microphone either. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && typeof OfflineAudioContext !== 'undefined' && Boolean((navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia)
}

/** Records with the browser's recorder. What it writes (WebM here, MP4 there) not every phone plays, so it is written anew as a WAV. */
export async function record(longest: number): Promise<Recording> {
  const stream = await microphone()
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  let interrupted = false
  const stop = () => { if (recorder.state !== 'inactive') recorder.stop() }
  const interrupt = () => {
    interrupted = true
    stop()
  }
  const hidden = () => { if (document.visibilityState === 'hidden') interrupt() }
  const timer = setTimeout(stop, longest)
  const ended = new Promise<Recorded>((resolve, reject) => {
    recorder.ondataavailable = e => parts.push(e.data)
    recorder.onerror = stop
    recorder.onstop = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hidden)
      for (const track of stream.getTracks()) track.stop()
      written(new Blob(parts), longest).then(sound => resolve({ ...sound, ending: '.wav', interrupted }), (trouble: unknown) => {
        console.warn('recording failed', trouble)
        reject(new CallFailed({ code: 'RECORDING_FAILED', again: true, message: '刚才没录成，请再试一次；也可以直接打字。' }))
      })
    }
  })
  document.addEventListener('visibilitychange', hidden)
  // Unplugged, or taken away in the browser's own settings.
  for (const track of stream.getTracks()) track.onended = interrupt
  await new Promise<void>(started => {
    recorder.onstart = () => started()
    recorder.start()
  })
  return { stop, ended }
}

async function microphone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
  } catch (trouble) {
    console.warn('no microphone', trouble)
    const refused = trouble instanceof DOMException && trouble.name === 'NotAllowedError'
    throw new CallFailed(refused
      ? { code: MICROPHONE_REFUSED, again: true, message: '您没有让浏览器用麦克风。请在地址栏旁边打开，或者直接打字也行。' }
      : { code: 'RECORDING_FAILED', again: true, message: '没找到能用的麦克风，请直接打字。' })
  }
}

async function written(recorded: Blob, longest: number): Promise<{ path: string; ms: number }> {
  const sound = await new OfflineAudioContext(1, 1, HERTZ).decodeAudioData(await recorded.arrayBuffer())
  const samples = sound.getChannelData(0).subarray(0, longest / 1000 * HERTZ)
  return { path: URL.createObjectURL(new Blob([wave(samples, HERTZ)], { type: 'audio/wav' })), ms: samples.length / HERTZ * 1000 }
}

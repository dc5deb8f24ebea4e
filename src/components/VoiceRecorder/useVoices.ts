import { useEffect, useRef, useState } from 'react'
import { LONGEST_VOICE, SHORTEST_VOICE } from '../../../domain/case/voice'
import { asCallFailed } from '../../cloud/callFailed'
import { forgetKept, readKept, writeKept } from '../../cloud/kept'
import { platform } from '../../cloud/platform'
import { MICROPHONE_REFUSED, type Recorded, type Recording } from '../../cloud/platformType'
import { startVoice, VOICES, type VoiceTrip } from '../../cloud/voiceTrip'
import { useTrips, type Travelling, type Trips } from '../../outbox/useTrips'

export interface SpokenVoice extends Travelling {
  seconds: number
}

/** What became of the last try, in words. */
export interface Outcome {
  words: string
  /** Nothing was kept, and something can be done about it. */
  trouble: boolean
  /** The microphone was refused, and WeChat's settings can change that. */
  settings: boolean
}

export interface Voices extends Pick<Trips<VoiceTrip, SpokenVoice>, 'ids' | 'sending' | 'failed' | 'again' | 'remove' | 'settled'> {
  voices: SpokenVoice[]
  /** Whether there is anything to record with. */
  can: boolean
  /** `starting`: waits for the microphone; otherwise the seconds so far. */
  recording: 'starting' | number | null
  outcome: Outcome | null
  start: () => void
  stop: () => void
  openSettings: () => void
}

/** Counted in seconds; looked at more often, so that none is skipped. ms */
const TICK = 250
/** Recorders stop a little before or after their time. ms */
const ABOUT = 500

const speakingKey = (owner: string) => `speaking/${owner}`

/** One that is being made. */
interface Making {
  /** Nobody has ended it yet, though it may not have begun. */
  wanted: boolean
  take: Recording | null
  over: Promise<void>
}

/** Recordings on their way to the cloud (see useTrips), and the one that is being made. */
export function useVoices(owner?: string): Voices {
  const { all, put, settled, ...trips } = useTrips(VOICES, (plain, trip: VoiceTrip): SpokenVoice => ({ ...plain, seconds: trip.seconds }), owner)
  const [recording, setRecording] = useState<Voices['recording']>(null)
  // The app went away while somebody was speaking: what the recorder held is gone, and they are told.
  const [outcome, setOutcome] = useState<Outcome | null>(() => (owner !== undefined && readKept<boolean>(speakingKey(owner)) ? note('刚才那段话没录完，请再说一次') : null))
  const current = useRef<Making | null>(null)
  // Whoever leaves the page has ended it; what was said is kept with the draft.
  useEffect(() => {
    if (owner !== undefined) forgetKept(speakingKey(owner))
    return () => end(current.current)
  }, [owner])

  const make = async (mine: Making) => {
    let ticking: ReturnType<typeof setInterval> | undefined
    try {
      const take = await platform.record(LONGEST_VOICE)
      mine.take = take
      const began = Date.now()
      if (mine.wanted) {
        if (owner !== undefined) writeKept(speakingKey(owner), true)
        setRecording(0)
        ticking = setInterval(() => setRecording(Math.floor((Date.now() - began) / 1000)), TICK)
      } else {
        // Let go while somebody was still asked whether the microphone may be used.
        take.stop()
      }
      const over = !mine.wanted
      const recorded = await take.ended
      if (over) setOutcome(note('麦克风准备好了，请按住再说一次'))
      else await keep(recorded)
    } catch (trouble) {
      const why = asCallFailed(trouble)
      setOutcome({ words: why.message, trouble: true, settings: why.code === MICROPHONE_REFUSED && platform.openMicrophoneSettings !== null })
    } finally {
      clearInterval(ticking)
      if (owner !== undefined) forgetKept(speakingKey(owner))
      current.current = null
      setRecording(null)
    }
  }
  const keep = async (recorded: Recorded) => {
    if (recorded.ms < SHORTEST_VOICE) return setOutcome(note(recorded.interrupted ? '刚才被打断了，请再说一次' : '说得太短了，请按住多说一会儿'))
    put([await startVoice(recorded, owner !== undefined)])
    if (recorded.interrupted) setOutcome(note('刚才被打断了，前面说的已经留着'))
    else if (recorded.ms >= LONGEST_VOICE - ABOUT) setOutcome(note('一段最多一分钟，这一段已经留着，可以再说一段'))
  }

  return {
    ...trips,
    voices: all,
    can: platform.canRecord(),
    recording, outcome,
    start() {
      if (current.current) return
      setOutcome(null)
      setRecording('starting')
      const mine: Making = { wanted: true, take: null, over: Promise.resolve() }
      current.current = mine
      mine.over = make(mine)
    },
    stop: () => end(current.current),
    async settled() {
      const speaking = current.current?.take ? current.current.over : null
      end(current.current)
      await speaking
      return settled()
    },
    openSettings() {
      platform.openMicrophoneSettings?.().then(() => setOutcome(null), (trouble: unknown) => console.warn('the settings did not open', trouble))
    },
  }
}

function end(making: Making | null): void {
  if (!making?.wanted) return
  making.wanted = false
  making.take?.stop()
}

function note(words: string): Outcome {
  return { words, trouble: false, settings: false }
}

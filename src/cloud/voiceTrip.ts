import { call } from './call'
import type { Recorded } from './platformType'
import { startTrip, type Trip, type TripKind } from './trip'

export interface VoiceTrip extends Trip {
  ending: Recorded['ending']
  /** As the phone counted, until the cloud has. */
  seconds: number
}

export const VOICES: TripKind<VoiceTrip> = {
  name: 'voices',
  ending: trip => trip.ending,
  ready: () => Promise.resolve(false),
  async take(trip, fileId) {
    const { voiceId, seconds } = await call('addVoice', { fileId })
    trip.seconds = seconds
    return voiceId
  },
  lost: { code: 'VOICE_LOST', message: '这段话手机里找不到了，请去掉它，再说一遍' },
}

/** Something just said. */
export async function startVoice({ path, ending, ms }: Recorded, lasting: boolean): Promise<VoiceTrip> {
  return { ...await startTrip(path, ending, lasting), ending, seconds: Math.max(1, Math.round(ms / 1000)) }
}

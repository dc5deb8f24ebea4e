import type { Voice } from '../../domain/case/voice'
import { LONGEST_VOICE, SHORTEST_VOICE } from '../../domain/case/voice'
import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { _, db } from './database'
import { acceptEvidence, releaseEvidence, useEvidence, type EvidenceDocument, type EvidenceKind } from './evidence'
import { cleanMp3 } from './mp3'
import { cleanWav } from './wav'

/** A recording without anything but sound; `ms` is counted in it, not told by anybody. */
export interface CleanSound { bytes: Buffer; ms: number }
export type SoundTrouble = 'NOT_A_VOICE' | 'TRUNCATED'
type VoiceTrouble = SoundTrouble | 'VOICE_TOO_LARGE' | 'VOICE_TOO_LONG' | 'VOICE_TOO_SHORT'

const TROUBLES: Record<VoiceTrouble, string> = {
  VOICE_TOO_LARGE: '这段录音太大了，请重新录一段',
  VOICE_TOO_LONG: '一段话最多一分钟，请重新录一段',
  VOICE_TOO_SHORT: '这段录音太短了，请重新录一段',
  NOT_A_VOICE: '这段录音打不开，请重新录一段',
  TRUNCATED: '这段录音没传完整，请重传',
}

/** Recorders stop a little after they are told to, and encoders fill their last frame. ms */
const SLACK = 2000

/**
 * What a recorder is asked for: `.mp3` by WeChat, `.wav` by a browser (docs/decisions/0009). Both play on every phone. The upload's name says
 * which one it claims to be, and the id says so again, because a link has to end in it.
 */
const SOUNDS: Readonly<Record<string, { prefix: string; clean: (input: Buffer) => CleanSound | SoundTrouble }>> = {
  '.mp3': { prefix: 'vm', clean: cleanMp3 },
  '.wav': { prefix: 'vw', clean: cleanWav },
}
const endingOf = (path: string) => /\.\w+$/.exec(path)?.[0].toLowerCase() ?? ''
const endingById = (id: string) => Object.entries(SOUNDS).find(([, sound]) => id.startsWith(sound.prefix))?.[0] ?? ''

export const VOICES: EvidenceKind<{ seconds: number }> = {
  collection: 'voices',
  prefixOf: path => SOUNDS[endingOf(path)]?.prefix ?? 'vo',
  keptPath: id => `evidence/${id}${endingById(id)}`,
  // 62 s of 16 kHz in 16 bits are just below it; as MP3 a minute has 360 KB.
  largest: 2 * 1024 * 1024,
  clean: cleanVoice,
  troubles: TROUBLES, tooLarge: 'VOICE_TOO_LARGE',
  notYours: '找不到这段录音，请重传', notFound: '录音没传上来，请重传',
  unusable: { field: 'voices', code: 'VOICE_NOT_YOURS', message: '有一段录音不能用，请重新录' },
}

function cleanVoice(uploaded: Buffer, uploadPath: string): { bytes: Buffer; seconds: number } | VoiceTrouble {
  const sound = SOUNDS[endingOf(uploadPath)]?.clean(uploaded) ?? 'NOT_A_VOICE'
  if (typeof sound === 'string') return sound
  if (sound.ms > LONGEST_VOICE + SLACK) return 'VOICE_TOO_LONG'
  // The phone counts from its first sound on, and the encoder a little less.
  if (sound.ms < SHORTEST_VOICE / 2) return 'VOICE_TOO_SHORT'
  return { bytes: sound.bytes, seconds: Math.min(Math.max(1, Math.round(sound.ms / 1000)), LONGEST_VOICE / 1000) }
}

/** Takes an uploaded recording as the caller's voice. Repeating it answers the same. */
export async function acceptVoice(caller: Caller, fileId: string, now: number): Promise<Voice> {
  const { _id, seconds } = await acceptEvidence(VOICES, caller, fileId, now)
  return { id: _id, seconds }
}

/** What was measured of the caller's voices, in the order asked for. Refuses when one is not theirs, or counts in another case already. */
export async function voicesOf(caller: Caller, ids: readonly string[], caseId: string): Promise<Voice[]> {
  if (ids.length === 0) return []
  const { data } = await db.collection('voices').where({ _id: _.in([...ids]), personId: caller.personId, caseId: _.in([null, caseId]) }).limit(ids.length).get()
  const known = new Map((data as (EvidenceDocument & { seconds: number })[]).map(v => [v._id, v.seconds]))
  return ids.map(id => {
    const seconds = known.get(id)
    return seconds === undefined ? refuse(VOICES.unusable.code, VOICES.unusable.message, VOICES.unusable.field) : { id, seconds }
  })
}

/** Puts the caller's voices into a case; each counts once. Repeating it for the same case changes nothing. Refuses when one is not theirs to use. */
export async function useVoices(caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  await useEvidence(VOICES, caller, ids, caseId)
}

/** Gives voices back that a case could not be filed with. */
export async function releaseVoices(caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  await releaseEvidence(VOICES, caller, ids, caseId)
}

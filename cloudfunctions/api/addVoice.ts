import type { UseCase } from '../lib/door'
import { acceptVoice } from '../lib/voices'

export const addVoice: UseCase<'addVoice'> = async (caller, { fileId }, now) => {
  const { id, seconds } = await acceptVoice(caller, fileId, now)
  return { voiceId: id, seconds }
}

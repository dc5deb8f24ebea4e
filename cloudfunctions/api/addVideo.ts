import type { UseCase } from '../lib/door'
import { acceptVideo } from '../lib/videos'

export const addVideo: UseCase<'addVideo'> = async (caller, { fileId }, now) => {
  const { id, seconds } = await acceptVideo(caller, fileId, now)
  return { videoId: id, seconds }
}

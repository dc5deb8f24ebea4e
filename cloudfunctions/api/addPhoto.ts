import type { UseCase } from '../lib/door'
import { acceptPhoto } from '../lib/photos'

export const addPhoto: UseCase<'addPhoto'> = async (caller, { fileId }, now) => ({ photoId: await acceptPhoto(caller, fileId, now) })

import { call } from './call'
import { CallFailed, NETWORK, networkTrouble } from './callFailed'
import { drawId } from './drawId'
import { uploadPrefix } from './me'
import { platform } from './platform'

/** A photo's way to the cloud, as far as it got; kept so that trying again does not begin anew. */
export interface PhotoTrip {
  path: string
  shrunk?: string
  fileId?: string
}

/**
 * Re-encodes a photo on the phone, uploads it and has it taken as evidence. Repeat it with the same trip after a failure: what was done stays done.
 * @returns the photo's id. Throws `CallFailed` whose words say what to do about this photo.
 */
export async function sendPhoto(trip: PhotoTrip, onProgress: (percent: number) => void): Promise<string> {
  trip.shrunk ??= await platform.shrinkPhoto(trip.path).catch((trouble: unknown) => {
    console.warn('photo cannot be read', trouble)
    throw new CallFailed({ code: 'NOT_A_PICTURE', message: '这张照片打不开，换一张试试', again: false })
  })
  onProgress(5)
  trip.fileId ??= await upload(trip.shrunk, onProgress)
  try {
    const { photoId } = await call('addPhoto', { fileId: trip.fileId })
    onProgress(100)
    return photoId
  } catch (trouble) {
    // Only a lost answer can be repeated with the same upload; anything else needs a fresh one.
    if (!(trouble instanceof CallFailed && trouble.code === NETWORK)) delete trip.fileId
    throw trouble
  }
}

async function upload(path: string, onProgress: (percent: number) => void): Promise<string> {
  const cloudPath = `${await uploadPrefix()}${drawId()}.jpg`
  try {
    // The last tenth is the cloud's look at it.
    return await platform.uploadFile(path, cloudPath, percent => onProgress(5 + percent * 0.85))
  } catch (trouble) {
    console.warn('upload failed', trouble)
    throw networkTrouble('没传上去，点一下再传')
  }
}

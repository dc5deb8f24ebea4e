import { call } from './call'
import { asCallFailed, CallFailed, NETWORK, networkTrouble } from './callFailed'
import { drawId } from './drawId'
import { uploadPrefix } from './me'
import { makeSmall, type PhotoTrip } from './photoTrip'
import { platform } from './platform'

/** Refusals that a fresh upload of the same picture can cure. */
const UPLOAD_AGAIN = ['UPLOAD_NOT_FOUND', 'TRUNCATED']

/**
 * Re-encodes a photo on the phone, uploads it and has it taken as evidence. Repeat it with the same trip after a failure: what was done stays done.
 * `changed` hears whenever the trip got a step further. @returns the photo's id. Throws `CallFailed` whose words say what to do about this photo.
 */
export async function sendPhoto(trip: PhotoTrip, onProgress: (percent: number) => void, changed: () => void): Promise<string> {
  if (trip.photoId !== null) return trip.photoId
  if (trip.fileId === null) {
    if (trip.path === '') throw new CallFailed({ code: 'PHOTO_LOST', message: '这张照片手机里找不到了，请去掉它，再拍一张', again: false })
    if (!trip.small) {
      await makeSmall(trip).catch((trouble: unknown) => {
        console.warn('photo cannot be read', trouble)
        throw new CallFailed({ code: 'NOT_A_PICTURE', message: '这张照片打不开，换一张试试', again: false })
      })
      changed()
    }
    onProgress(5)
    trip.fileId = await upload(trip.path, onProgress)
    changed()
  }
  trip.photoId = await accept(trip, trip.fileId)
  changed()
  onProgress(100)
  return trip.photoId
}

async function accept(trip: PhotoTrip, fileId: string): Promise<string> {
  try {
    return (await call('addPhoto', { fileId })).photoId
  } catch (trouble) {
    const failed = asCallFailed(trouble)
    // Only a lost answer can be repeated with the same upload; anything else needs a fresh one.
    if (failed.code === NETWORK) throw failed
    trip.fileId = null
    throw UPLOAD_AGAIN.includes(failed.code) ? new CallFailed({ ...failed.refusal, again: true }) : failed
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

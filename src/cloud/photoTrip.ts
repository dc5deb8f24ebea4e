import { call } from './call'
import { CallFailed } from './callFailed'
import { platform } from './platform'
import { replaceFile, startTrip, type Trip, type TripKind } from './trip'

export interface PhotoTrip extends Trip {
  /** Already re-encoded for sending. */
  small: boolean
}

const ENDING = '.jpg'

export const PHOTOS: TripKind<PhotoTrip> = {
  name: 'photos',
  ending: () => ENDING,
  async ready(trip) {
    if (trip.small) return false
    try {
      await replaceFile(trip, await platform.shrinkPhoto(trip.path), ENDING)
      trip.small = true
      return true
    } catch (trouble) {
      console.warn('photo cannot be read', trouble)
      throw new CallFailed({ code: 'NOT_A_PICTURE', message: '这张照片打不开，换一张试试', again: false })
    }
  },
  take: async (_trip, fileId) => (await call('addPhoto', { fileId })).photoId,
  lost: { code: 'PHOTO_LOST', message: '这张照片手机里找不到了，请去掉它，再拍一张' },
}

/** A picture just chosen. */
export async function startPhoto(path: string, lasting: boolean): Promise<PhotoTrip> {
  return { ...await startTrip(path, ENDING, lasting), small: false }
}

import { PHOTOS, startPhoto, type PhotoTrip } from '../../cloud/photoTrip'
import { platform } from '../../cloud/platform'
import { useTrips, type Travelling, type Trips } from '../../outbox/useTrips'

export type Photo = Travelling

export interface Photos extends Pick<Trips<PhotoTrip, Photo>, 'ids' | 'sending' | 'failed' | 'again' | 'remove' | 'settled'> {
  photos: Photo[]
  /** Lets the person choose, and takes at most `count`. @returns how many were chosen beyond that, and not taken */
  add: (count: number) => Promise<number>
}

/** Photos on their way to the cloud: see useTrips. */
export function usePhotos(owner?: string): Photos {
  const { all, put, ...trips } = useTrips(PHOTOS, photo => photo, owner)
  return {
    ...trips,
    photos: all,
    async add(count) {
      const paths = await platform.choosePhotos(count)
      put(await Promise.all(paths.slice(0, count).map(path => startPhoto(path, owner !== undefined))))
      return Math.max(0, paths.length - count)
    },
  }
}

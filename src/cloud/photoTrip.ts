import { platform } from './platform'
import { drawId } from './drawId'

/** A photo's way to the cloud, as far as it got. Kept on the phone, so that neither a lost network nor a killed app begins it anew. */
export interface PhotoTrip {
  key: string
  /** Where the picture can be read in this launch; empty when it cannot any more. */
  path: string
  /** Where the phone keeps it for the next launch; null when it could not. */
  kept: string | null
  /** Already re-encoded for sending. */
  small: boolean
  fileId: string | null
  photoId: string | null
}

/** A picture just chosen. `lasting`: kept before anything else, because the app may be gone the next moment. */
export async function startTrip(path: string, lasting: boolean): Promise<PhotoTrip> {
  return { key: drawId(), path, kept: lasting ? await keep(path) : null, small: false, fileId: null, photoId: null }
}

/** A trip of an earlier launch: what was a path then means nothing now. */
export async function reopenTrip(trip: PhotoTrip): Promise<PhotoTrip> {
  return { ...trip, path: (trip.kept === null ? null : await platform.openKeptPhoto(trip.kept)) ?? '' }
}

/** Has the picture re-encoded; from then on the small one is what is kept. Rejects when it is no picture. */
export async function makeSmall(trip: PhotoTrip): Promise<void> {
  const small = await platform.shrinkPhoto(trip.path)
  const large = trip.kept
  trip.kept = large === null ? null : await keep(small)
  trip.path = small
  trip.small = true
  forgetPicture(large)
}

/** The phone need not keep this picture any longer. */
export function forgetPicture(kept: string | null): void {
  if (kept !== null) platform.forgetPhoto(kept).catch((trouble: unknown) => console.warn('a kept photo stays behind', trouble))
}

/** A phone without room must not stop a photo that is on its way already. */
async function keep(path: string): Promise<string | null> {
  try {
    return await platform.keepPhoto(path)
  } catch (trouble) {
    console.warn('the phone could not keep a photo', trouble)
    return null
  }
}

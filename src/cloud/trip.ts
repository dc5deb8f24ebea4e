import { platform } from './platform'
import { drawId } from './drawId'

/** A photo's or recording's way to the cloud, as far as it got. Kept on the phone, so that neither a lost network nor a killed app begins it anew. */
export interface Trip {
  key: string
  /** Where the file can be read in this launch; empty when it cannot any more. */
  path: string
  /** Where the phone keeps it for the next launch; null when it could not. */
  kept: string | null
  fileId: string | null
  /** The evidence's id, once the cloud has taken it. */
  id: string | null
}

/** What a kind of evidence needs on its way. */
export interface TripKind<T extends Trip> {
  /** What trips of this kind are kept by. */
  name: 'photos' | 'voices' | 'videos'
  ending: (trip: T) => string
  /** Makes the file ready to be sent. @returns whether anything was done. Throws `CallFailed`. */
  ready: (trip: T) => Promise<boolean>
  /** Has the upload taken as evidence. @returns its id. Throws `CallFailed`. */
  take: (trip: T, fileId: string) => Promise<string>
  /** Told when the phone has lost the file. */
  lost: { code: string; message: string }
}

/** A file just chosen or recorded. `lasting`: kept before anything else, because the app may be gone the next moment. */
export async function startTrip(path: string, ending: string, lasting: boolean): Promise<Trip> {
  return { key: drawId(), path, kept: lasting ? await keep(path, ending) : null, fileId: null, id: null }
}

/** A trip of an earlier launch: what was a path then means nothing now. */
export async function reopenTrip<T extends Trip>(trip: T): Promise<T> {
  return { ...trip, path: (trip.kept === null ? null : await platform.openKeptFile(trip.kept)) ?? '' }
}

/** Another file takes the place of this one; from then on it is the one that is kept. */
export async function replaceFile(trip: Trip, path: string, ending: string): Promise<void> {
  const before = trip.kept
  trip.kept = before === null ? null : await keep(path, ending)
  trip.path = path
  forgetFile(before)
}

/** The phone need not keep this file any longer. */
export function forgetFile(kept: string | null): void {
  if (kept !== null) platform.forgetFile(kept).catch((trouble: unknown) => console.warn('a kept file stays behind', trouble))
}

/** A phone without room must not stop what is on its way already. */
async function keep(path: string, ending: string): Promise<string | null> {
  try {
    return await platform.keepFile(path, ending)
  } catch (trouble) {
    console.warn('the phone could not keep a file', trouble)
    return null
  }
}

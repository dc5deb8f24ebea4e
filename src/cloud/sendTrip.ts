import { asCallFailed, CallFailed, NETWORK, networkTrouble } from './callFailed'
import { drawId } from './drawId'
import { uploadPrefix } from './me'
import { platform } from './platform'
import type { Trip, TripKind } from './trip'

/** Refusals that a fresh upload of the same file can cure. */
const UPLOAD_AGAIN = ['UPLOAD_NOT_FOUND', 'TRUNCATED']

/**
 * Makes a file ready on the phone, uploads it and has it taken as evidence. Repeat it with the same trip after a failure: what was done stays done.
 * `changed` hears whenever the trip got a step further. @returns the evidence's id. Throws `CallFailed` whose words say what to do about this file.
 */
export async function sendTrip<T extends Trip>(kind: TripKind<T>, trip: T, onProgress: (percent: number) => void, changed: () => void): Promise<string> {
  if (trip.id !== null) return trip.id
  if (trip.fileId === null) {
    if (trip.path === '') throw new CallFailed({ ...kind.lost, again: false })
    if (await kind.ready(trip)) changed()
    onProgress(5)
    trip.fileId = await upload(trip.path, kind.ending(trip), onProgress)
    changed()
  }
  trip.id = await take(kind, trip, trip.fileId)
  changed()
  onProgress(100)
  return trip.id
}

async function take<T extends Trip>(kind: TripKind<T>, trip: T, fileId: string): Promise<string> {
  try {
    return await kind.take(trip, fileId)
  } catch (trouble) {
    const failed = asCallFailed(trouble)
    // Only a lost answer can be repeated with the same upload; anything else needs a fresh one.
    if (failed.code === NETWORK) throw failed
    trip.fileId = null
    throw UPLOAD_AGAIN.includes(failed.code) ? new CallFailed({ ...failed.refusal, again: true }) : failed
  }
}

async function upload(path: string, ending: string, onProgress: (percent: number) => void): Promise<string> {
  const cloudPath = `${await uploadPrefix()}${drawId()}${ending}`
  try {
    // The last tenth is the cloud's look at it.
    return await platform.uploadFile(path, cloudPath, percent => onProgress(5 + percent * 0.85))
  } catch (trouble) {
    console.warn('upload failed', trouble)
    throw networkTrouble('没传上去，点一下再传')
  }
}

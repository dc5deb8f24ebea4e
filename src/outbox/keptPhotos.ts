import { forgetPicture, type PhotoTrip } from '../cloud/photoTrip'
import { forgetKept, readKept, writeKept } from '../cloud/kept'

/** Photos of something not sent yet, by what they belong to. One list for the form and for the outbox, so that they cannot disagree. */
const keyOf = (owner: string) => `photos/${owner}`

export function readTrips(owner: string): PhotoTrip[] {
  return readKept<PhotoTrip[]>(keyOf(owner)) ?? []
}

export function writeTrips(owner: string, trips: readonly PhotoTrip[]): void {
  writeKept(keyOf(owner), trips)
}

/** Sent, or given up: the pictures too. */
export function forgetTrips(owner: string): void {
  for (const trip of readTrips(owner)) forgetPicture(trip.kept)
  forgetKept(keyOf(owner))
}

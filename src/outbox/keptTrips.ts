import { forgetFile, type Trip, type TripKind } from '../cloud/trip'
import { forgetKept, readKept, writeKept } from '../cloud/kept'

/** Evidence of something not sent yet, by what it belongs to. One list of a kind for the form and for the outbox, so that they cannot disagree. */
const keyOf = <T extends Trip>({ name }: TripKind<T>, owner: string) => `${name}/${owner}`

export function readTrips<T extends Trip>(kind: TripKind<T>, owner: string): T[] {
  // An earlier version kept a photo's id by another name.
  return (readKept<(T & { photoId?: string | null })[]>(keyOf(kind, owner)) ?? []).map(trip => ({ ...trip, id: (trip.id as string | null | undefined) ?? trip.photoId ?? null }))
}

export function writeTrips<T extends Trip>(kind: TripKind<T>, owner: string, trips: readonly T[]): void {
  writeKept(keyOf(kind, owner), trips)
}

/** Sent, or given up: the files too. */
export function forgetTrips<T extends Trip>(kind: TripKind<T>, owner: string): void {
  for (const trip of readTrips(kind, owner)) forgetFile(trip.kept)
  forgetKept(keyOf(kind, owner))
}

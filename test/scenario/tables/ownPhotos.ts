import { createHash, randomUUID } from 'node:crypto'
import type { Input } from '../../../domain/contract/calls'
import type { House } from '../openHouse'
import { addAll } from './realHouse'

/** The command with photos that nobody has used yet. */
export function withOwnPhotos(command: unknown): { command: Input<'actOnCase'>['command']; photos: string[] } {
  const photos: string[] = []
  const fresh = (value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith('photo-')) return value
    const id = `ph${createHash('sha256').update(randomUUID()).digest('hex').slice(0, 32)}`
    photos.push(id)
    return id
  }
  return { command: JSON.parse(JSON.stringify(command), (_key, value: unknown) => fresh(value)) as Input<'actOnCase'>['command'], photos }
}

/** Photos as `addPhoto` leaves them, without the picture. */
export async function addPhotos(house: House, photos: readonly { id: string; personId: string }[]): Promise<void> {
  await addAll(house, 'photos', photos.map(({ id, personId }) => ({ _id: id, personId, caseId: null, bytes: 1, sha256: id, at: 0, width: 1, height: 1 })))
}

import { createHash } from 'node:crypto'

/** An id made of its parts, kept apart: the same parts give the same id for ever. */
export function deriveId(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

import { createHash } from 'node:crypto'
import type { ContactWay } from './contacts'

/** What is kept of a code: it fits one person, one way and one address only. */
export function codeHash(personId: string, way: ContactWay, address: string, code: string): string {
  return createHash('sha256').update(JSON.stringify(['code', personId, way, address, code])).digest('hex')
}

import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../scenario/openHouse'
import { againstBudget } from './budget'
import type { Figure } from './figure'

/** Bytes of each function as it is deployed. */
export function functionBytes(): Figure[] {
  const folder = path.join(ROOT, 'dist/functions')
  return readdirSync(folder).sort().map(name => againstBudget(`functions.${name}.bytes`, statSync(path.join(folder, name, 'index.js')).size, 'bytes'))
}

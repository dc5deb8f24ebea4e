import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'

/**
 * One number for the content of files and folders, so that what is built need not be built again. Times of files are not looked at: a
 * checkout or a save without a change makes nothing stale. Tests are left out: nothing built depends on them.
 * @param {string[]} places relative to the root; one that does not exist counts as empty
 */
export function fingerprint(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesUnder).sort()) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file.split(path.sep).join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [place]
  return readdirSync(full, { withFileTypes: true })
    .filter(entry => !/\.test\.tsx?$/.test(entry.name))
    .flatMap(entry => filesUnder(path.join(place, entry.name)))
}

/** @returns whether `stamp` was written for this very fingerprint, and everything it promised is still there */
export function isFresh(stamp, print, outputs) {
  const file = path.join(root, stamp)
  return existsSync(file) && readFileSync(file, 'utf8').trim() === print && outputs.every(output => existsSync(path.join(root, output)))
}

/** To be called last, when the outputs are complete. */
export function writeStamp(stamp, print) {
  const file = path.join(root, stamp)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${print}\n`)
}

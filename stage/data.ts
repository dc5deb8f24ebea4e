import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Says that a folder is this stage's own, and how far the demo community came. */
const MARK = 'stage.json'

/** Where everything lives that outlasts a restart. */
export interface StageData {
  /** The local cloud's part of it. */
  cloud: string
  demoIsLoaded: () => boolean
  demoLoaded: () => void
}

/**
 * Opens the data folder, empty if `fresh`.
 * @throws when it holds something that this stage did not put there: --fresh must never delete anybody's papers
 */
export function openData(directory: string, fresh: boolean): StageData {
  const mark = path.join(directory, MARK)
  const foreign = existsSync(directory) && readdirSync(directory).length > 0 && !existsSync(mark)
  if (foreign) throw new Error(`${directory} holds other things than a demo's data: choose another folder with DATA=`)
  if (fresh) rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  if (!existsSync(mark)) write(mark, false)
  return {
    cloud: path.join(directory, 'cloud'),
    demoIsLoaded: () => (JSON.parse(readFileSync(mark, 'utf8')) as { demoIsLoaded: boolean }).demoIsLoaded,
    demoLoaded: () => write(mark, true),
  }
}

/** Whole or not at all, also when the power goes. */
function write(mark: string, demoIsLoaded: boolean): void {
  writeFileSync(`${mark}.new`, JSON.stringify({ demoIsLoaded }))
  renameSync(`${mark}.new`, mark)
}

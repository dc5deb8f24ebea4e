import path from 'node:path'
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { functionBundle } from '../../scripts/function-bundle.mjs'
import { ROOT } from '../scenario/openHouse'
import { bytesByPackage } from './bytesByPackage'
import type { Figure } from './figure'

/** A function's one file, and what it is made of. */
export interface Bundle { code: Uint8Array; metafile: Metafile }

/** What every function needs at least: the SDK, and a handler. */
const SDK = '@cloudbase/node-sdk'
const BARE = `import tcb from '${SDK}'\nconst db = tcb.init({ env: 'bench' }).database()\nexports.main = async () => db`
export const BARE_NAME = 'nodeSdk'
const FUNCTIONS = ['api', 'import', 'courier']
/** What adds less is not worth a line. Bytes. */
const WORTH_A_LINE = 1_000

/** Every function and the bare SDK, bundled as what is deployed is. */
export async function makeBundles(): Promise<Map<string, Bundle>> {
  const bundles = new Map([[BARE_NAME, await bundle({ stdin: { contents: BARE, resolveDir: ROOT } })]])
  for (const name of FUNCTIONS) bundles.set(name, await bundle({ entryPoints: [path.join(ROOT, 'cloudfunctions', name, 'index.ts')] }))
  return bundles
}

/** The packages that our own code names, without the SDK, which is the yardstick. */
export function dependenciesOf(bundles: ReadonlyMap<string, Bundle>): string[] {
  const named = [...bundles.values()].flatMap(({ metafile }) => Object.entries(metafile.inputs)
    .filter(([file]) => !file.includes('node_modules/'))
    .flatMap(([, { imports }]) => imports.flatMap(({ path: file, original }) => (file.includes('node_modules/') && original !== undefined ? [original] : []))))
  return [...new Set(named)].filter(name => name !== SDK).sort()
}

/** The bare SDK, and one whole package more. */
export function bareWith(dependency: string): Promise<Bundle> {
  return bundle({ stdin: { contents: `${BARE}\nexports.more = require(${JSON.stringify(dependency)})`, resolveDir: ROOT } })
}

/** Bytes that each package, and our own code, add to a function beyond the bare SDK. */
export function dependencyBytes(bundles: ReadonlyMap<string, Bundle>): Figure[] {
  const bare = bundles.get(BARE_NAME)
  if (!bare) throw new Error('there is no bundle of the bare SDK')
  const yardstick = { value: bare.code.length, of: 'bare node-sdk' }
  const inBare = bytesByPackage(bare.metafile)
  return [...bundles].flatMap(([name, { code, metafile }]) => [
    { name: `bundle.${name}.bytes`, value: code.length, unit: 'bytes' as const, yardstick: name === BARE_NAME ? null : yardstick },
    ...(name === BARE_NAME ? [] : [...bytesByPackage(metafile)])
      .map(([dependency, bytes]) => ({ name: `bundle.${name}.adds.${dependency}`, value: bytes - (inBare.get(dependency) ?? 0), unit: 'bytes' as const, yardstick }))
      .filter(({ value }) => value >= WORTH_A_LINE)
      .sort((a, b) => b.value - a.value),
  ])
}

async function bundle(input: Pick<BuildOptions, 'stdin' | 'entryPoints'>): Promise<Bundle> {
  const { outputFiles: [file] = [], metafile } = await build({ ...functionBundle, ...input, absWorkingDir: ROOT, outdir: path.join(ROOT, 'dist/bench'), metafile: true })
  if (!file) throw new Error('esbuild made no bundle')
  return { code: file.contents, metafile }
}

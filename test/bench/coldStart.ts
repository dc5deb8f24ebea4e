import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { functionBundle } from '../../scripts/function-bundle.mjs'
import { ROOT } from '../scenario/openHouse'
import { percentile } from './atOnce'
import { bytesByPackage } from './bytesByPackage'
import type { Figure } from './figure'

const FUNCTIONS = ['api', 'import', 'courier']
const RUNS = 11
/** What every function needs at least: the SDK, and a handler. */
const BARE = "import tcb from '@cloudbase/node-sdk'\nconst db = tcb.init({ env: 'bench' }).database()\nexports.main = async () => db"
/** A dependency that adds less is not worth a line. Bytes. */
const WORTH_A_LINE = 5_000

/**
 * Milliseconds from the start of a process until the handler of a function can be called, and the bytes that each package adds to a bundle;
 * both against a bundle of the bare SDK. The bundles are made as the deployed ones are.
 */
export async function coldStart(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tuanhou-cold-'))
  try {
    const bare = await bundle({ stdin: { contents: BARE, resolveDir: ROOT } })
    const bundles = new Map([['nodeSdk', bare]])
    for (const name of FUNCTIONS) bundles.set(name, await bundle({ entryPoints: [path.join(ROOT, 'cloudfunctions', name, 'index.ts')] }))
    for (const [name, { code }] of bundles) await writeFile(path.join(folder, `${name}.js`), code)
    const medians = await startTimes(folder, [...bundles.keys()])
    return [
      ...[...medians].map(([name, ms]): Figure => ({ name: `coldStart.${name}`, value: ms, unit: 'ms', yardstick: name === 'nodeSdk' ? null : { value: medians.get('nodeSdk') ?? NaN, of: 'bare node-sdk' } })),
      ...[...bundles].map(([name, { code }]): Figure => ({ name: `bundle.${name}.bytes`, value: code.length, unit: 'bytes', yardstick: name === 'nodeSdk' ? null : { value: bare.code.length, of: 'bare node-sdk' } })),
      ...FUNCTIONS.flatMap(name => dependencies(name, bundles.get(name))),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Bundle { code: Uint8Array; metafile: Metafile }

async function bundle(input: Pick<BuildOptions, 'stdin' | 'entryPoints'>): Promise<Bundle> {
  const { outputFiles: [file] = [], metafile } = await build({ ...functionBundle, ...input, absWorkingDir: ROOT, outdir: path.join(ROOT, 'dist/bench'), metafile: true })
  if (!file) throw new Error('esbuild made no bundle')
  return { code: file.contents, metafile }
}

function dependencies(name: string, made: Bundle | undefined): Figure[] {
  if (!made) return []
  const whole = { value: made.code.length, of: 'the bundle' }
  return [...bytesByPackage(made.metafile)]
    .filter(([, bytes]) => bytes >= WORTH_A_LINE)
    .sort(([, a], [, b]) => b - a)
    .map(([dependency, bytes]) => ({ name: `bundle.${name}.${dependency}`, value: bytes, unit: 'bytes', yardstick: whole }))
}

/** Medians; the bundles take turns, so that a machine that gets slower is slower for all. */
async function startTimes(folder: string, names: readonly string[]): Promise<Map<string, number>> {
  const times = new Map(names.map(name => [name, [] as number[]]))
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) times.get(name)?.push(await timeToStart(path.join(folder, `${name}.js`)))
  }
  return new Map([...times].map(([name, all]) => [name, Number(percentile(all, 0.5).toPrecision(3))]))
}

/** The process says that it is ready as soon as the bundle is read, and is ended then. */
function timeToStart(file: string): Promise<number> {
  const program = `if (typeof require(${JSON.stringify(file)}).main !== 'function') throw new Error('no handler'); process.send('ready')`
  const begun = performance.now()
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'bench' } })
  return new Promise((resolve, reject) => {
    let took: number | null = null
    child.once('message', () => {
      took = performance.now() - begun
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', code => (took === null ? reject(new Error(`${file} did not load: code ${code}`)) : resolve(took)))
  })
}

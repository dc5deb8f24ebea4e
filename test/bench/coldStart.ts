import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { percentile } from './atOnce'
import { BARE_NAME, type Bundle } from './bundles'
import type { Figure } from './figure'

const RUNS = 11

/** Milliseconds from the start of a process until the handler of a function can be called, against a bundle of the bare SDK; medians. */
export async function coldStart(bundles: ReadonlyMap<string, Bundle>): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tuanhou-cold-'))
  try {
    for (const [name, { code }] of bundles) await writeFile(path.join(folder, `${name}.js`), code)
    const medians = await startTimes(folder, [...bundles.keys()])
    const yardstick = { value: medians.get(BARE_NAME) ?? NaN, of: 'bare node-sdk' }
    return [...medians].map(([name, value]) => ({ name: `coldStart.${name}`, value, unit: 'ms', yardstick: name === BARE_NAME ? null : yardstick }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The bundles take turns, so that a machine that gets slower is slower for all. */
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

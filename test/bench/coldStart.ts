import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { againstBudget } from './budget'
import { BARE_NAME, bareWith, dependenciesOf, type Bundle } from './bundles'
import type { Figure } from './figure'

const RUNS = 11

/** From the start of a process until the handler can be called, in milliseconds. */
interface Start {
  /** By the clock, as a person waits. */
  wall: number
  /** Of a processor: what else the machine does is no part of it, so that small differences can be seen. */
  cpu: number
}

/**
 * The start of each function's bundle against that of a bundle of the bare SDK; the least of some runs counts. And what each dependency adds by
 * itself, in processor time: a bundle of the bare SDK and the whole of that package, which is the most that it can add.
 */
export async function coldStart(bundles: ReadonlyMap<string, Bundle>): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tuanhou-cold-'))
  try {
    const dependencies = dependenciesOf(bundles)
    const files = new Map([...bundles].map(([name, { code }]) => [name, code]))
    for (const name of dependencies) files.set(fileOf(name), (await bareWith(name)).code)
    for (const [name, code] of files) await writeFile(path.join(folder, `${name}.js`), code)
    const starts = await leastStarts(folder, [...files.keys()])
    const startOf = (name: string) => starts.get(name) ?? { wall: NaN, cpu: NaN }
    const bare = startOf(BARE_NAME)
    const of = 'bare node-sdk'
    const against = (name: string, value: number, yardstick: number): Figure => ({ name, value: round(value), unit: 'ms', yardstick: { value: round(yardstick), of } })
    const functions = [...bundles.keys()].filter(name => name !== BARE_NAME)
    return [
      { name: `coldStart.${BARE_NAME}`, value: round(bare.wall), unit: 'ms', yardstick: null },
      ...functions.flatMap(name => [against(`coldStart.${name}`, startOf(name).wall, bare.wall), against(`coldStart.${name}.cpu`, startOf(name).cpu, bare.cpu)]),
      ...dependencies.map(name => against(`coldStart.adds.${name}.cpu`, startOf(fileOf(name)).cpu - bare.cpu, bare.cpu)),
      againstBudget('coldStart.api.times', round(startOf('api').cpu / bare.cpu), 'times'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function fileOf(dependency: string): string {
  return `with-${dependency.replaceAll('/', '-')}`
}

/** The bundles take turns, so that a machine that gets slower is slower for all. */
async function leastStarts(folder: string, names: readonly string[]): Promise<Map<string, Start>> {
  const least = new Map<string, Start>()
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) {
      const { wall, cpu } = await start(path.join(folder, `${name}.js`))
      const before = least.get(name)
      least.set(name, { wall: Math.min(wall, before?.wall ?? Infinity), cpu: Math.min(cpu, before?.cpu ?? Infinity) })
    }
  }
  return least
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

/** The process says that it is ready as soon as the bundle is read, and is ended then. */
function start(file: string): Promise<Start> {
  const program = `if (typeof require(${JSON.stringify(file)}).main !== 'function') throw new Error('no handler'); const { user, system } = process.cpuUsage(); process.send((user + system) / 1000)`
  const begun = performance.now()
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'bench' } })
  return new Promise((resolve, reject) => {
    let took: Start | null = null
    child.once('message', (cpu: number) => {
      took = { wall: performance.now() - begun, cpu }
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', code => (took === null ? reject(new Error(`${file} did not load: code ${code}`)) : resolve(took)))
  })
}

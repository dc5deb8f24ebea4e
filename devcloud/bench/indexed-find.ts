import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataDirectory } from '../data-directory'
import { explain } from '../database/explain'
import { matchingPage } from '../database/matching'
import { parseOrder } from '../database/order'
import { Store } from '../database/store'
import { parseEjson } from '../values/ejson'
import type { Doc } from '../values/value'

/** What a find through an index costs in a small and in a large collection, each in a data directory of its own, asked in turns. */
const SMALL = 10_000
const LARGE = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 30
const ASKED_PER_ROUND = 200
/** Loaded so many in one transaction. */
const BATCH = 20_000

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc
const index = (name: string, keys: Record<string, 1 | -1>, unique = false) => ({ name, unique, keys: parseOrder(doc(keys)) })

/** The same question finds the same number of documents in both: one by `k`, the first ten of twenty by `g` in the order of `v`. */
const load = (size: number) => {
  const path = mkdtempSync(join(tmpdir(), 'devcloud-bench-'))
  const data = openDataDirectory(path)
  const store = new Store(data.sql)
  store.deploy([{ name: 'things', indexes: [index('k', { k: 1 }, true), index('gv', { g: 1, v: -1 })] }])
  const begun = performance.now()
  for (let from = 0; from < size; from += BATCH) {
    store.transaction(() => {
      for (let at = from; at < Math.min(size, from + BATCH); at++) {
        store.insert('things', doc({ _id: `thing-${at}`, k: `key-${(at * 7919) % size}`, g: at % (size / 20), v: (at * 31) % 1000, text: 'x'.repeat(100) }))
      }
    })
  }
  const seconds = (performance.now() - begun) / 1000
  return { size, store, seconds, close: () => { data.close(); rmSync(path, { recursive: true, force: true }) } }
}
type Loaded = ReturnType<typeof load>

const QUESTIONS: Record<string, { query: (at: number, size: number) => Doc; order: Doc; limit: number }> = {
  'one by a unique field': { query: (at, size) => doc({ k: `key-${at % size}` }), order: doc({}), limit: 100 },
  'the first ten of a group in order': { query: (at, size) => doc({ g: at % (size / 20) }), order: doc({ v: -1 }), limit: 10 },
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

const ask = ({ store, size }: Loaded, { query, order, limit }: (typeof QUESTIONS)[string], seed: number): number => {
  const queries = Array.from({ length: ASKED_PER_ROUND }, (_, at) => query(seed * 104_729 + at * 15_485_863, size))
  const keys = parseOrder(order)
  const begun = performance.now()
  for (const asked of queries) if (matchingPage(store, 'things', asked, keys, 0, limit).length === 0) throw new Error(`nothing found for ${JSON.stringify(asked)}`)
  return (performance.now() - begun) * 1000 / ASKED_PER_ROUND
}

const say = (line: string) => { process.stdout.write(`${line}\n`) }
const both = [load(SMALL), load(LARGE)] as const
for (const { size, seconds } of both) say(`loaded ${size} documents with two indexes in ${seconds.toFixed(1)} s (${Math.round(size / seconds)} a second)`)
let worst = 0
for (const [name, question] of Object.entries(QUESTIONS)) {
  for (const loaded of both) say(JSON.stringify({ size: loaded.size, ...explain(loaded.store, 'things', question.query(12_345, loaded.size), parseOrder(question.order), 0, question.limit) }))
  const times: [number[], number[]] = [[], []]
  for (let round = -3; round < ROUNDS; round++) {
    // Whoever is asked first changes each time, so that a busy moment meets both alike.
    for (const which of round % 2 === 0 ? [0, 1] as const : [1, 0] as const) {
      const microseconds = ask(both[which], question, round + 10)
      if (round >= 0) times[which].push(microseconds)
    }
  }
  const [small, large] = [median(times[0]), median(times[1])]
  worst = Math.max(worst, large / small)
  say(`${name}: ${small.toFixed(1)} µs in ${SMALL}, ${large.toFixed(1)} µs in ${LARGE}, ratio ${(large / small).toFixed(2)} (median of ${ROUNDS} rounds of ${ASKED_PER_ROUND})`)
}
for (const { close } of both) close()
if (worst > 1.5) {
  say('over the limit of 1.5')
  process.exitCode = 1
}

import './need-node.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import { buildFunctions } from './build-functions.mjs'
import { buildStage } from './build-stage.mjs'
import { chrome } from './chrome.mjs'
import { installIfNeeded } from './install.mjs'
import { root, runNode } from './run.mjs'
import { inWords, say, step } from './say.mjs'
import { lastLine, skippedTests, tallyOf } from './tally.mjs'

/**
 * `npm test`: everything, from a fresh clone. Stops at the first step that fails; the last line counts.
 * `npm test -- --only unit,scenario` runs those kinds alone, with what they need and without lint and types.
 */
const builds = {
  functions: buildFunctions,
  h5: () => runNode('scripts/build-h5.mjs'),
  weapp: () => runNode('scripts/build-weapp.mjs'),
  stage: buildStage,
}
/** What each kind of test stands on. */
const needs = {
  unit: ['functions'],
  components: [],
  devcloud: [],
  scenario: ['functions'],
  browser: ['functions', 'h5', 'stage'],
  weapp: ['functions', 'weapp'],
  faults: ['functions'],
  bench: ['functions', 'weapp'],
}
/** A slow or busy machine is no failure; what hangs still ends. ms */
const patience = 60_000
const needsChrome = ['browser', 'weapp']

const begun = performance.now()
const kinds = kindsFrom(process.argv.slice(2))
const everything = kinds.length === Object.keys(needs).length

await installIfNeeded()
const env = kinds.some(kind => needsChrome.includes(kind)) ? { CHROME: await chrome() } : {}
if (everything) {
  await must('lint', () => runNode('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']))
  await must('types', () => runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']))
} else {
  say(`only ${kinds.join(', ')}: without lint, types and the other kinds`)
}
for (const [name, build] of Object.entries(builds)) {
  if (kinds.some(kind => needs[kind].includes(name))) await must(`build ${name}`, build)
}
await tests()

/** Runs a step; one that throws or answers a code other than 0 is the end. */
async function must(title, work) {
  try {
    const code = await step(title, work)
    if (typeof code === 'number' && code !== 0) throw new Error(`ended with code ${code}`)
  } catch (error) {
    say(`✗ ${title}: ${error.message}`)
    finish({ passed: 0, failed: 1, skipped: 0 })
  }
}

async function tests() {
  const report = path.join(root, 'dist/test/jest.json')
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const workers = Math.max(1, Math.min(os.availableParallelism(), 4))
  const code = await step(`tests: ${kinds.join(', ')}`, () => runNode('node_modules/jest/bin/jest.js',
    ['--selectProjects', ...kinds, '--maxWorkers', String(workers), '--testTimeout', String(patience), '--json', '--outputFile', report],
    // Whatever it is outside: React's production build, for one, cannot be tested.
    { ...env, NODE_ENV: 'test' }))
  if (!existsSync(report)) {
    say(`✗ tests: ended with code ${code} and left no report`)
    return finish({ passed: 0, failed: 1, skipped: 0 })
  }
  const read = JSON.parse(readFileSync(report, 'utf8'))
  for (const skipped of skippedTests(read)) say(`skipped: ${path.relative(root, skipped)}`)
  finish(tallyOf(read, code))
}

/** @param {import('./tally.mjs').Tally} tally */
function finish(tally) {
  say(`in ${inWords(performance.now() - begun)}`)
  say(lastLine(tally))
  process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1)
}

function kindsFrom(args) {
  const known = Object.keys(needs)
  if (args.length === 0) return known
  const named = args[0] === '--only' && args.length === 2 ? args[1].split(',') : []
  const strange = named.filter(kind => !known.includes(kind))
  if (named.length > 0 && strange.length === 0) return known.filter(kind => named.includes(kind))
  say(`usage: npm test [-- --only ${known.join(',')}]`)
  process.exit(2)
}

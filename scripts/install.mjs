import './need-node.mjs'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run } from './run.mjs'
import { fail, say, step } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const stamp = 'node_modules/.tuanhou-installed'

/**
 * Installs what package-lock.json says, only when it is not there yet. Without dependencies: it is what brings them.
 */
export async function installIfNeeded() {
  const print = fingerprint(['package-lock.json'])
  if (isFresh(stamp, print, ['node_modules'])) return
  if (matchesLock()) return writeStamp(stamp, print)
  await step('installing packages (about two minutes the first time)', install)
  writeStamp(stamp, fingerprint(['package-lock.json']))
}

/**
 * `npm install` and not `npm ci`: libraries bring a binary for each system as optional packages, a lock lists those that the registry
 * had for whoever wrote it, and `npm ci` refuses to go on where one is not listed. `install` takes what is listed at the
 * listed version and goes on. `--no-save` leaves package.json and the lock as they are; `--include=dev` because
 * NODE_ENV=production would leave out what builds the product; no script because nothing we use needs its own.
 */
const args = ['install', '--no-save', '--include=dev', '--ignore-scripts', '--no-fund', '--no-audit']

/**
 * A lock that lists no binary for this system would be kept to, binary or not (npm leaves out optional packages that a lock does not
 * name): there package.json alone counts, which names every direct dependency exactly.
 */
function forThisSystem() {
  const binaries = Object.keys(packagesIn('package-lock.json') ?? {}).filter(place => place.startsWith('node_modules/@swc/core-'))
  const ours = `node_modules/@swc/core-${process.platform}-${process.arch}`
  return binaries.length === 0 || binaries.some(place => place.startsWith(ours)) ? args : [...args, '--no-package-lock']
}

async function install() {
  const begun = Date.now()
  const stillAlive = setInterval(() => say(`  … still installing, ${Math.round((Date.now() - begun) / 1000)} s`), 20_000)
  try {
    const wanted = forThisSystem()
    const code = await runNpm(wanted)
    if (code !== 0) fail(`npm ${wanted.join(' ')} ended with code ${code}; its own words are above`)
  } finally {
    clearInterval(stillAlive)
  }
}

/** npm's own script where npm started us: then no shell has to find it, on any system. */
function runNpm(args) {
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args])
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/** Whether somebody's own `npm install` already brought just what the lock says, by npm's record of what it put there. */
function matchesLock() {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesIn)
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, entry]) => place === '' || entry.link === true ||
    (present[place] ? present[place].version === entry.version : entry.optional === true))
}

function packagesIn(lock) {
  const file = path.join(root, lock)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await installIfNeeded()

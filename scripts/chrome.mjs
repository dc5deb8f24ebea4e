import { accessSync, constants, existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { run } from './run.mjs'
import { fail, say, step } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const debian = ['chromium', 'fonts-noto-cjk']

/**
 * The browser that the tests drive. $CHROME if set, else what is on this machine, else Debian's, installed where that is allowed.
 * @returns {Promise<string>} its path
 */
export async function chrome() {
  const chosen = process.env.CHROME
  if (chosen) return runs(chosen) ? chosen : fail(`CHROME=${chosen} is no browser that runs`)
  const found = findChrome()
  if (found) return found
  await installDebians()
  return findChrome() ?? fail(`no Chrome or Chromium found, and the system's package did not bring one: ${advice}`)
}

const advice = `sudo apt-get install ${debian.join(' ')} (or set CHROME to the path of a Chrome or Chromium)`

/** @returns {string | undefined} */
export function findChrome(searched = process.env.PATH ?? '') {
  const onPath = searched.split(path.delimiter).filter(Boolean).flatMap(folder => names.map(name => path.join(folder, name)))
  return [...onPath, ...elsewhere].find(runs)
}

/** Some systems put a script of that name there that only says how to install the real one: so ask it. */
function runs(file) {
  if (!existsSync(file)) return false
  try {
    accessSync(file, constants.X_OK)
  } catch (error) {
    say(`  ${file} is there but cannot be run (${error.code})`)
    return false
  }
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return answer.status === 0 && /Chrom(e|ium)/.test(answer.stdout)
}

async function installDebians() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) fail(`the browser tests need a Chrome or Chromium: ${advice}`)
  await step(`no Chrome found: installing ${debian.join(' and ')}`, async () => {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', ...debian]]) {
      const code = await run('apt-get', args, quiet)
      if (code !== 0) fail(`apt-get ${args[0]} failed; the browser tests need a Chrome or Chromium: ${advice}`)
    }
  })
}

import './need-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'
import { fail, inWords, say } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

/** All that a build is made of. */
const sources = ['src', 'domain', 'config', 'cloudbase', 'types', 'babel.config.js', 'package-lock.json', 'scripts/build-app.mjs']
const mainFile = { weapp: 'app.json', h5: 'index.html' }
/** Taro ends with 0 after some compilations that failed. */
const failure = /Failed to compile|Module not found|Module build failed|ModuleNotFoundError|SyntaxError|ERROR in/

/**
 * Builds one platform into dist/<platform>, unless the last build was of the same sources; --force builds in any case.
 * Ends the process, with what Taro said, when it cannot.
 * @param {'weapp' | 'h5'} platform
 */
export async function buildApp(platform) {
  const stamp = `dist/.stamps/${platform}`
  const out = `dist/${platform}`
  const print = `${fingerprint(sources)} ${process.env.TARO_APP_CLOUD_ENV ?? ''} ${process.env.TARO_APP_WEB_ADDRESS ?? ''}`.trim()
  if (!process.argv.includes('--force') && isFresh(stamp, print, [path.join(out, mainFile[platform])])) return say(`  ${platform} is built already: ${sizes(platform)}`)

  // Without it a build that stops halfway would pass for the one before.
  rmSync(path.join(root, stamp), { force: true })
  rmSync(path.join(root, out), { recursive: true, force: true })
  const begun = performance.now()
  say(`  ${platform}: building; the first time takes about a minute`)
  const { code, said } = await taro(platform, () => say(`  ${platform}: still building, ${inWords(performance.now() - begun)}`))
  if (code !== 0 || failure.test(withoutWarnings(said))) fail(`${said}\n${platform} was not built: Taro says why, above`)
  if (!existsSync(path.join(root, out, mainFile[platform]))) fail(`${said}\n${platform} was not built: ${out}/${mainFile[platform]} is missing`)
  writeStamp(stamp, print)
  say(`  ${platform}: built in ${inWords(performance.now() - begun)}, ${sizes(platform)}`)
}

/** What webpack warns of quotes errors that did no harm, as of a cache that another folder wrote: `<w>` begins such a line, an indented stack follows. */
function withoutWarnings(said) {
  return said.replace(/^.*<w>.*(?:\n[ \t]+.*)*/gm, '')
}

/** NODE_ENV is production for the build alone: whoever starts this may be a test. */
function taro(platform, alive) {
  const env = { ...process.env, NODE_ENV: 'production', TARO_ENV: platform }
  const child = spawn(process.execPath, [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', data => said.push(data))
  child.stderr.on('data', data => said.push(data))
  const timer = setInterval(alive, 10_000)
  return new Promise(resolve => {
    child.once('error', trouble => fail(`${platform} was not built: Taro did not start: ${trouble.message}`))
    child.once('close', code => {
      clearInterval(timer)
      resolve({ code, said: Buffer.concat(said).toString() })
    })
  })
}

/** What a phone has to fetch: the main package before anything is seen, the rest when it is needed. */
function sizes(platform) {
  const out = path.join(root, 'dist', platform)
  const files = readdirSync(out, { recursive: true }).map(String).filter(f => !/\.map$|\.LICENSE\.txt$/.test(f) && statSync(path.join(out, f)).isFile())
  const bytes = list => list.reduce((sum, f) => sum + statSync(path.join(out, f)).size, 0).toLocaleString('en')
  const total = `total ${bytes(files)} bytes`
  return platform === 'weapp' ? `main package ${bytes(files.filter(f => !f.startsWith('packages')))} bytes, ${total}` : total
}

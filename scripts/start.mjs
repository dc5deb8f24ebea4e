import './need-node.mjs'
import { createServer } from 'node:net'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { buildFunctions } from './build-functions.mjs'
import { buildStage } from './build-stage.mjs'
import { installIfNeeded } from './install.mjs'
import { root, runNode } from './run.mjs'
import { fail, step } from './say.mjs'

/**
 * `npm start`: the whole product on this machine, from a fresh clone with nothing but Node and npm.
 * Flags: --fresh begins anew. Environment: PORT (5180), DATA (.data/demo).
 */
const unknown = process.argv.slice(2).filter(flag => flag !== '--fresh')
if (unknown.length > 0) fail(`unknown: ${unknown.join(' ')}. Known is --fresh (begin anew); PORT and DATA are read from the environment`)

const port = portFrom(process.env.PORT ?? '5180')
await checkFree(port)
await installIfNeeded()
try {
  await step('functions', buildFunctions)
  await step('mini-program for the browser', async () => {
    const code = await runNode('scripts/build-h5.mjs')
    if (code !== 0) throw new Error('build:h5 says why, above')
  })
  await step('stage', buildStage)
} catch (error) {
  fail(`the build failed: ${error.message}`)
}
// In this process, so that one Ctrl-C reaches it and nothing is left behind.
await import(pathToFileURL(path.join(root, 'dist/stage/main.mjs')).href)

function portFrom(text) {
  const number = Number(text)
  return Number.isInteger(number) && number >= 0 && number < 65536 ? number : fail(`PORT=${text} is no port number`)
}

/** Before anything is built: whoever has to choose another port should know at once. */
function checkFree(wanted) {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error => fail(error.code === 'EADDRINUSE'
      ? `port ${wanted} is in use: stop what listens there, or choose another one: PORT=${wanted + 1} npm start`
      : `port ${wanted} cannot be used: ${error.message}`))
    probe.listen(wanted, '127.0.0.1', () => probe.close(resolve))
  })
}

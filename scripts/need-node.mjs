import { readFileSync } from 'node:fs'
import { fail } from './say.mjs'

/**
 * Imported first, for its effect: an older Node stops here with one line instead of somewhere in a library with many.
 * The floor is `engines.node` of package.json.
 */
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const wanted = engines.node.replace(/^>=/, '')

if (compareVersions(process.versions.node, wanted) < 0) {
  fail(`this is Node ${process.versions.node}, and Node ${wanted} or newer is needed: https://nodejs.org/`)
}

function compareVersions(a, b) {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  for (let at = 0; at < 3; at++) {
    const order = (left[at] || 0) - (right[at] || 0)
    if (order !== 0) return order
  }
  return 0
}

import './need-node.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { functionBundle } from './function-bundle.mjs'
import { root } from './run.mjs'
import { fail, say } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const stamp = 'dist/.stamps/functions'
/** All that a bundle is made of. */
const sources = ['cloudfunctions', 'domain', 'cloudbase', 'cloudbaserc.json', 'package-lock.json', 'tsconfig.json', 'scripts/build-functions.mjs', 'scripts/function-bundle.mjs']

/**
 * Makes dist/functions/<name>/ for every function of cloudbaserc.json: what is uploaded, and what the local cloud runs, byte for byte.
 * Everything is bundled, packages too: no installation in the cloud, and a cold start that reads one file instead of 400.
 */
export async function buildFunctions() {
  const { functionRoot, functions } = JSON.parse(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8'))
  const names = functions.map(entry => entry.name)
  const folderOf = name => path.join(functionRoot, name)
  const outputs = names.flatMap(name => ['index.js', 'config.json'].map(file => path.join(folderOf(name), file)))

  const print = fingerprint(sources)
  if (isFresh(stamp, print, outputs)) return say('  functions are built already')
  // Without it a build that stops halfway would pass for the one before.
  rmSync(path.join(root, stamp), { force: true })

  const esbuild = await import('esbuild')
  for (const name of names) {
    const code = await bundle(esbuild, name)
    const target = path.join(root, folderOf(name))
    mkdirSync(target, { recursive: true })
    writeFileSync(path.join(target, 'index.js'), code)
    writeFileSync(path.join(target, 'config.json'), readFileSync(path.join(root, 'cloudfunctions', name, 'config.json')))
    say(`  function ${name}: ${code.length.toLocaleString('en')} bytes`)
  }
  // Its helper process would stay as long as this one, which may go on to be the stage.
  await esbuild.stop()
  writeStamp(stamp, print)
  const total = outputs.reduce((sum, output) => sum + statSync(path.join(root, output)).size, 0)
  say(`  functions together: ${total.toLocaleString('en')} bytes`)
}

/** @returns one CommonJS file; the same sources give the same bytes */
async function bundle(esbuild, name) {
  const entry = path.join(root, 'cloudfunctions', name, 'index.ts')
  if (!existsSync(entry)) fail(`cloudbaserc.json names the function ${name}, and cloudfunctions/${name}/index.ts does not exist`)
  const result = await esbuild.build({
    ...functionBundle,
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: path.join(root, 'dist/functions', name),
  })
  return Buffer.from(result.outputFiles[0].contents)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildFunctions().catch(error => fail(`the functions were not built: ${error.message}`))
}

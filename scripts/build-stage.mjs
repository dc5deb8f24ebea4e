import './need-node.mjs'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './run.mjs'
import { fail, say } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const stamp = 'dist/.stamps/stage'
const sources = ['stage', 'devcloud', 'domain', 'cloudbase', 'package-lock.json', 'tsconfig.json', 'scripts/build-stage.mjs']

/** Makes dist/stage/: the server (packages stay in node_modules: it runs here only) and the page that it serves. */
export async function buildStage() {
  const print = fingerprint(sources)
  if (isFresh(stamp, print, ['dist/stage/main.mjs', 'dist/stage/page/page.js', 'dist/stage/page/index.html'])) return say('  the stage is built already')
  const { build, stop } = await import('esbuild')
  const common = { absWorkingDir: root, bundle: true, logLevel: 'warning', sourcemap: 'linked' }
  await build({
    ...common,
    entryPoints: { main: 'stage/main.ts' },
    outdir: 'dist/stage', outExtension: { '.js': '.mjs' },
    platform: 'node', format: 'esm', target: 'node20', packages: 'external',
  })
  await build({
    ...common,
    entryPoints: { page: 'stage/page/page.ts' },
    outdir: 'dist/stage/page',
    platform: 'browser', format: 'esm', target: 'es2022', minify: true,
  })
  // Its helper process would stay as long as this one, which is going to be the stage.
  await stop()
  copyFileSync(path.join(root, 'stage/page/index.html'), path.join(root, 'dist/stage/page/index.html'))
  writeStamp(stamp, print)
  say('  the stage is built')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStage().catch(error => fail(`the stage was not built: ${error.message}`))
}

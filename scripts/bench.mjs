import './need-node.mjs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root, runNode } from './run.mjs'
import { fail } from './say.mjs'

/**
 * `npm run bench`: what the product costs, as one table; `-- --json` as one object a line. Installs and builds what is missing or stale.
 */
const args = process.argv.slice(2)
if (args.some(arg => arg !== '--json')) fail(`unknown: ${args.join(' ')}. Known is --json`)

// What they say goes to the side: the figures alone are the output.
for (const script of ['scripts/install.mjs', 'scripts/build-functions.mjs', 'scripts/build-weapp.mjs']) {
  const { status } = spawnSync(process.execPath, [path.join(root, script)], { cwd: root, stdio: ['ignore', 2, 'inherit'] })
  if (status !== 0) fail(`${script} says why, above`)
}
const { build } = await import('esbuild')
await build({
  absWorkingDir: root, entryPoints: { main: 'test/bench/main.ts' }, outdir: 'dist/bench', outExtension: { '.js': '.cjs' },
  bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'inline', logLevel: 'warning',
})
process.exit(await runNode('dist/bench/main.cjs', args))

import './need-node.mjs'
import { runNode } from './run.mjs'

/** `npm run bench:devcloud [-- documents]`: what a find through an index costs in 10,000 documents and in 1,000,000. Takes about two minutes. */
const { build } = await import('esbuild')
await build({
  entryPoints: { 'indexed-find': 'devcloud/bench/indexed-find.ts' }, outdir: 'dist/devcloud', outExtension: { '.js': '.mjs' },
  bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', logLevel: 'warning',
})
process.exit(await runNode('dist/devcloud/indexed-find.mjs', process.argv.slice(2)))

import './need-node.mjs'
import { build } from 'esbuild'
import { root, runNode } from './run.mjs'

/** `npm run permissions`: writes docs/permissions.md, docs/fields.md and docs/messages.md from the rules of the domain. */
await build({
  absWorkingDir: root, entryPoints: { write: 'test/scenario/tables/write.ts' }, outdir: 'dist/tables', outExtension: { '.js': '.cjs' },
  bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning',
})
process.exit(await runNode('dist/tables/write.cjs'))

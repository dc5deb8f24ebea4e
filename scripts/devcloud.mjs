// Starts the local cloud: bundles devcloud/main.ts when it has changed, then runs it in this very process.
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'dist/devcloud/main.mjs')

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (directory) => Math.max(0, ...readdirSync(directory, { withFileTypes: true }).map((entry) => {
  const file = join(directory, entry.name)
  if (entry.isDirectory()) return newest(file)
  return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? modified(file) : 0
}))

if (newest(join(root, 'devcloud')) >= modified(bundle)) {
  let esbuild
  try {
    esbuild = createRequire(import.meta.url)('esbuild')
  } catch (error) {
    console.error(`devcloud: packages are missing, run npm install first (${error.message})`)
    process.exit(1)
  }
  mkdirSync(dirname(bundle), { recursive: true })
  // Written aside, then renamed: another start at the same moment never sees half of it.
  const aside = `${bundle}.${process.pid}.mjs`
  await esbuild.build({
    entryPoints: [join(root, 'devcloud/main.ts')], outfile: aside, bundle: true, packages: 'external',
    platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', logLevel: 'warning',
  })
  renameSync(aside, bundle)
}

await import(pathToFileURL(bundle).href)

import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'

/** What WeChat's own compilers make of a build. */
export interface CompiledBuild {
  /** Script that defines `$gwx(path)(data)`, which turns data into a tree. */
  readonly markup: string
  /** Plain CSS per .wxss path; `%%?32rpx?%%` and `%%HERESUFFIX%%` are WeChat's own placeholders. */
  readonly styles: Readonly<Record<string, string>>
  /** What the style compiler refused; the markup compiler's refusal is thrown, for nothing can be shown without it. */
  readonly errors: readonly string[]
}

const binaries: Partial<Record<NodeJS.Platform, { folder: string; ending: string }>> = {
  linux: { folder: 'linux', ending: '' },
  darwin: { folder: 'mac', ending: '' },
  win32: { folder: 'windows', ending: '.exe' },
}

const workshop = join(tmpdir(), 'weapp-host')
const outputLimit = 64 * 1024 * 1024

/** Every file of a folder, as paths with forward slashes, sorted. */
export function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Writes so that a reader in another process sees the whole file or none. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}

/** The npm package ships its binaries without the executable bit, and node_modules may be read-only: run a copy. */
function compiler(name: 'wcc' | 'wcsc'): string {
  const binary = binaries[process.platform]
  if (!binary) throw new Error(`WeChat has no compiler for ${process.platform}`)
  const home = dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = join(workshop, `compiler-${version}`, name + binary.ending)
  if (existsSync(copy)) return copy
  mkdirSync(dirname(copy), { recursive: true })
  const draft = `${copy}.${process.pid}`
  copyFileSync(join(home, 'bin', binary.folder, name + binary.ending), draft)
  chmodSync(draft, 0o755)
  renameSync(draft, copy)
  return copy
}

function run(name: 'wcc' | 'wcsc', args: readonly string[], cwd: string): { output: string; complaint: string | null } {
  const done = spawnSync(compiler(name), args, { cwd, maxBuffer: outputLimit, encoding: 'utf8' })
  if (done.error) throw done.error
  return { output: done.stdout, complaint: done.status === 0 ? null : done.stderr.trim() || `${name} ended with ${String(done.status)}` }
}

/** Compiles all .wxml, .wxs and .wxss of a build, once per content. */
export function compileBuild(root: string): CompiledBuild {
  const files = filesUnder(root)
  const markup = files.filter((file) => /\.(wxml|wxs)$/.test(file))
  const styles = files.filter((file) => file.endsWith('.wxss'))
  const hash = createHash('sha256')
  for (const file of [...markup, ...styles]) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  const kept = join(workshop, 'compiled', `${hash.digest('hex')}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as CompiledBuild

  const tree = run('wcc', ['-d', ...markup], root)
  if (tree.complaint !== null) throw new Error(`wcc refuses this build: ${tree.complaint}`)
  const errors: string[] = []
  const sheets: Record<string, string> = {}
  for (const file of styles) {
    // An @import must be named on the command line or it counts as missing; each sheet is compiled by itself otherwise.
    const imports = [...readFileSync(join(root, file), 'utf8').matchAll(/@import\s+["']([^"']+)["']/g)]
      .map((found) => join(dirname(file), found[1] ?? '').split(sep).join('/'))
    const sheet = run('wcsc', ['-lc', file, ...imports], root)
    if (sheet.complaint !== null) errors.push(`wcsc refuses ${file}: ${sheet.complaint}`)
    sheets[file] = sheet.output
  }
  const compiled: CompiledBuild = { markup: tree.output, styles: sheets, errors }
  writeWhole(kept, JSON.stringify(compiled))
  return compiled
}

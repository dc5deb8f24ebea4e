import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { ROOT } from '../scenario/openHouse'
import type { Figure } from './figure'

const MAPPED = path.join(ROOT, 'dist/bench/weapp')
/** What adds less is not worth a line. Bytes. */
const WORTH_A_LINE = 1_000

/**
 * Bytes that each package, and our own code, has in the mini-program's main package. From a build of its own that also writes maps; the code
 * in it is that of the build which is uploaded.
 */
export function weappDependencies(): Figure[] {
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'], {
    cwd: ROOT, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production', TARO_ENV: 'weapp', BENCH_MAPS: '1' },
  })
  const bytes = new Map<string, number>()
  const add = (name: string, more: number) => bytes.set(name, (bytes.get(name) ?? 0) + more)
  let all = 0
  for (const file of readdirSync(MAPPED, { recursive: true, encoding: 'utf8' })) {
    if (file.startsWith(`packages${path.sep}`) || !/\.(js|wxml|wxss|wxs|json)$/.test(file)) continue
    const text = readFileSync(path.join(MAPPED, file), 'utf8')
    all += Buffer.byteLength(text)
    if (file.endsWith('.js')) for (const [name, some] of bySource(text, path.join(MAPPED, `${file}.map`))) add(name, some)
    else add(file.endsWith('.wxml') ? 'templates' : 'own', Buffer.byteLength(text))
  }
  return [...bytes]
    .map(([name, value]) => ({ name: `weapp.main.adds.${name}`, value, unit: 'bytes' as const, yardstick: { value: all, of: 'the main package' } }))
    .filter(({ value }) => value >= WORTH_A_LINE)
    .sort((a, b) => b.value - a.value)
}

/** Every letter of a script belongs to the source that its map names; what the bundler wrote itself is `bundler`. */
function bySource(text: string, mapFile: string): Map<string, number> {
  const bytes = new Map<string, number>()
  const map = existsSync(mapFile) ? new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]) : null
  text.split('\n').forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      const entry = map?.findEntry(row, column)
      const name = entry && 'originalSource' in entry ? packageIn(entry.originalSource) : 'bundler'
      bytes.set(name, (bytes.get(name) ?? 0) + Buffer.byteLength(line[column] ?? ''))
    }
  })
  return bytes
}

/**
 * The build writes paths with _ for /: `webpack://tuanhou/._node_modules_swr_dist_…`. A package inside another's folder counts for itself.
 * Taro's packages come with maps of their own, which lead out of the repository (`.._src_…`) and do not say which of them it is.
 */
function packageIn(source: string): string {
  if (source.includes('/.._')) return '@tarojs'
  const inside = source.split(/node_modules[_/]/).at(-1)
  if (inside === undefined || inside === source) return source.includes('webpack/') || source.includes('webpack_') ? 'bundler' : 'own'
  return inside.split(/[_/]/).slice(0, inside.startsWith('@') ? 2 : 1).join('/')
}

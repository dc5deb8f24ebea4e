import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { filesUnder } from './compile-build'

const source = join(__dirname, 'fixture')
const repo = join(__dirname, '../../..')

/**
 * Builds the fixture app with the real Taro, once per content (about 12 s), and says where the build is. It is built from a copy
 * under `dist/`, because the compiler leaves a cache beside the sources that it compiles.
 */
export function buildFixture(): string {
  const hash = createHash('sha256')
  for (const file of filesUnder(source)) hash.update(file).update('\0').update(readFileSync(join(source, file))).update('\0')
  for (const name of ['@tarojs/cli', '@tarojs/runtime', 'react']) {
    const manifest = createRequire(__filename).resolve(`${name}/package.json`)
    hash.update((JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version)
  }
  const home = join(repo, 'dist/host-fixture', hash.digest('hex').slice(0, 16))
  const build = join(home, 'weapp')
  if (existsSync(join(build, 'app.json'))) return build

  const draft = `${home}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  cpSync(source, draft, { recursive: true })
  const taro = join(dirname(createRequire(__filename).resolve('@tarojs/cli/package.json')), 'bin/taro')
  execFileSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: draft, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production', FIXTURE_OUT: 'weapp' },
  })
  if (!existsSync(join(draft, 'weapp/app.json'))) throw new Error('the fixture build made no app.json')
  rmSync(home, { recursive: true, force: true })
  renameSync(draft, home)
  return build
}

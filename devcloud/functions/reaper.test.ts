import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloudProcess } from '../testing/cloud-process'
import { temporary, until, writeFiles } from '../testing/fixture'

/** A process that has ended counts as gone, also while nobody has asked how it ended. */
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return true
  }
  return existsSync(`/proc/${pid}/stat`) && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

test('a function in a busy loop does not outlive a cloud that was killed', async () => {
  const { path, remove } = temporary()
  const busy = join(path, 'busy')
  writeFiles(path, {
    'cloudbaserc.json': { version: '2.0', envId: 'test-env', functions: [{ name: 'loops', timeout: 60 }, { name: 'waits', timeout: 60 }] },
    'cloudbase/storage-rules.json': { read: false, write: false },
    'loops/index.js': `exports.main = () => { require('node:fs').writeFileSync(${JSON.stringify(busy)}, process.pid + '\\n'); for (;;); }`,
    'waits/index.js': 'exports.main = () => process.pid',
    'people.json': [],
  })
  const cloud = await startCloudProcess({ root: path, data: join(path, 'data') })
  let pid: number | undefined
  try {
    const url = cloud.env['DEVCLOUD_URL'] as string
    const { access_token: token } = await (await fetch(`${url}/auth/v1/signin/anonymously`, { method: 'POST', headers: { 'x-device-id': 'device-of-the-test' }, body: '{}' })).json() as { access_token: string }
    const call = (name: string) => fetch(`${url}/v1/functions/${name}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' })
    const waiting = await (await call('waits')).json() as number
    const looping = expect(call('loops')).rejects.toThrow('fetch failed')
    await until(() => existsSync(busy) && readFileSync(busy, 'utf8').endsWith('\n'))
    pid = Number(readFileSync(busy, 'utf8'))
    expect([isGone(pid), isGone(waiting)]).toEqual([false, false])
    await cloud.end('SIGKILL')
    await looping
    await until(() => isGone(pid as number) && isGone(waiting))
  } finally {
    await cloud.end('SIGKILL')
    if (pid !== undefined && !isGone(pid)) process.kill(pid, 'SIGKILL')
    remove()
  }
}, 30_000)

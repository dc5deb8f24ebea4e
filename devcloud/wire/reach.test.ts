import type { IncomingMessage } from 'node:http'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { temporary, until, writeFiles } from '../testing/fixture'
import { isFromHere, reachOf } from './reach'

const from = (remoteAddress: string, localAddress: string) => isFromHere({ socket: { remoteAddress, localAddress } } as IncomingMessage)

test('this machine is this machine by loopback, and by its own address', () => {
  expect([from('127.0.0.1', '127.0.0.1'), from('::1', '::1'), from('::ffff:127.0.0.1', '::ffff:127.0.0.1'), from('192.168.1.5', '192.168.1.5')]).toEqual([true, true, true, true])
  expect([from('192.168.1.9', '192.168.1.5'), from('fe80::2', 'fe80::1'), from('12.7.0.0', '192.168.1.5')]).toEqual([false, false, false])
})

test('the names by which it may be asked for', () => {
  expect(reachOf('127.0.0.1')).toMatchObject({ open: false, name: '127.0.0.1', names: new Set(['127.0.0.1', 'localhost', '[::1]']) })
  expect(reachOf('192.168.1.5')).toMatchObject({ open: true, name: '192.168.1.5' })
  expect(reachOf('192.168.1.5').names.has('192.168.1.5')).toBe(true)
  expect(reachOf('FE80::1').names.has('[fe80::1]')).toBe(true)
  expect(reachOf('0.0.0.0')).toMatchObject({ open: true, name: '127.0.0.1' })
  for (const host of ['example.com', '', '192.168.1', '*']) expect(() => reachOf(host)).toThrow(expect.objectContaining({ code: 'BAD_DEPLOYMENT' }) as Error)
})

test.each([['0.0.0.0', true], ['127.0.0.1', false]])('--host %s: warned %s', async (host, warned) => {
  const place = temporary()
  writeFiles(place.path, { 'cloudbaserc.json': { version: '2.0', envId: 'test-env', functions: [] } })
  const main = spawn(process.execPath, ['scripts/devcloud.mjs', '--host', host, '--root', place.path, '--data', join(place.path, 'data'), '--no-timers'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => main.once('close', resolve))
  let [said, complaints] = ['', '']
  try {
    main.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
    main.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString() })
    await until(() => /^ready$/m.test(said) || main.exitCode !== null)
  } finally {
    main.kill('SIGTERM')
    await ended
    place.remove()
  }
  expect([/^ready$/m.test(said), complaints.includes('Everybody in this network can sign in as anybody')]).toEqual([true, warned])
})

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const root = path.resolve(__dirname, '..')
let place: string

beforeEach(() => {
  place = path.relative(root, mkdtempSync(path.join(root, 'node_modules/.stamp-test-')))
})
afterEach(() => rmSync(path.join(root, place), { recursive: true }))

const write = (name: string, content: string) => writeFileSync(path.join(root, place, name), content)

test('a change of content or of a name counts, a change of time or of a test does not', () => {
  write('a.ts', 'one')
  const first = fingerprint([place])
  utimesSync(path.join(root, place, 'a.ts'), 1, 1)
  write('a.test.ts', 'anything')
  expect(fingerprint([place])).toBe(first)
  write('a.ts', 'two')
  const second = fingerprint([place])
  expect(second).not.toBe(first)
  write('b.ts', 'two')
  expect(fingerprint([place])).not.toBe(second)
})

test('content cannot move from one file to the next unseen', () => {
  write('a.ts', 'onetwo')
  write('b.ts', '')
  const first = fingerprint([place])
  write('a.ts', 'one')
  write('b.ts', 'two')
  expect(fingerprint([place])).not.toBe(first)
})

test('fresh is the same sources, and everything that was made still there', () => {
  write('made.js', '')
  const stamp = path.join(place, 'stamp')
  const outputs = [path.join(place, 'made.js')]
  expect(isFresh(stamp, 'x', outputs)).toBe(false)
  writeStamp(stamp, 'x')
  expect(isFresh(stamp, 'x', outputs)).toBe(true)
  expect(isFresh(stamp, 'y', outputs)).toBe(false)
  expect(isFresh(stamp, 'x', [...outputs, path.join(place, 'gone.js')])).toBe(false)
})

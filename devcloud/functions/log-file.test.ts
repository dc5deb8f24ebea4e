import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { temporary } from '../testing/fixture'
import { LogFile } from './log-file'

const fail = (error: Error) => { throw error }

let place: ReturnType<typeof temporary>
beforeEach(() => { place = temporary() })
afterEach(() => place.remove())

test('lines are there in order once they are flushed, after those of before', () => {
  const path = join(place.path, 'log')
  appendFileSync(path, 'before\n')
  const file = new LogFile(path, 1000, fail)
  file.append('one')
  file.append('two')
  file.flush()
  expect(readFileSync(path, 'utf8')).toBe('before\none\ntwo\n')
})

test('what cannot be written is told, and what comes after is tried again', () => {
  const path = join(place.path, 'not there', 'log')
  const errors: string[] = []
  const file = new LogFile(path, 1000, (error) => errors.push(error.message))
  file.append('one')
  file.flush()
  expect(errors).toEqual([expect.stringContaining('ENOENT')])
  mkdirSync(join(place.path, 'not there'))
  file.append('two')
  file.close()
  file.append('three')
  file.flush()
  expect([errors.length, readFileSync(path, 'utf8')]).toEqual([1, 'two\n'])
})

test('it never takes more than twice its bound and what came last', () => {
  const path = join(place.path, 'log')
  const file = new LogFile(path, 1000, fail)
  for (let n = 0; n < 1000; n++) {
    file.append(`line ${n}`)
    file.flush()
    const sizes = [path, `${path}.1`].map((name) => (existsSync(name) ? statSync(name).size : 0))
    expect(Math.max(...sizes)).toBeLessThan(1020)
  }
  const lines = [`${path}.1`, path].flatMap((name) => readFileSync(name, 'utf8').trimEnd().split('\n'))
  // The newest, without a gap.
  expect(lines).toEqual(Array.from({ length: lines.length }, (_, at) => `line ${1000 - lines.length + at}`))
  expect(lines.length).toBeGreaterThan(100)
})

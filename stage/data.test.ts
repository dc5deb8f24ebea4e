import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openData } from './data'

let parent: string
let directory: string

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'tuanhou-data-'))
  directory = path.join(parent, 'data')
})
afterEach(() => rmSync(parent, { recursive: true }))

test('remembers over a restart that the demo is loaded', () => {
  const first = openData(directory, false)
  expect(first.demoIsLoaded()).toBe(false)
  first.demoLoaded()
  expect(openData(directory, false).demoIsLoaded()).toBe(true)
})

test('fresh begins anew', () => {
  const first = openData(directory, false)
  first.demoLoaded()
  mkdirSync(first.cloud)
  const anew = openData(directory, true)
  expect(anew.demoIsLoaded()).toBe(false)
  expect(existsSync(anew.cloud)).toBe(false)
})

test.each([true, false])('somebody else\'s folder is left alone (fresh: %s)', fresh => {
  mkdirSync(directory)
  writeFileSync(path.join(directory, 'letters.txt'), 'dear')
  expect(() => openData(directory, fresh)).toThrow('holds other things')
  expect(existsSync(path.join(directory, 'letters.txt'))).toBe(true)
})

test('an empty folder will do', () => {
  mkdirSync(directory)
  expect(openData(directory, true).demoIsLoaded()).toBe(false)
})

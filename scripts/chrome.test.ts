import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChrome } from './chrome.mjs'

let folder: string

beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tuanhou-chrome-')) })
afterEach(() => rmSync(folder, { recursive: true }))

function program(name: string, script: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test('finds a browser on the PATH', () => {
  const file = program('google-chrome', 'echo Google Chrome 140.0')
  expect(findChrome(folder)).toBe(file)
})

test('is not fooled by a script that only tells how to install one', () => {
  const stub = program('chromium', 'echo Command requires the snap to be installed; exit 1')
  const real = program('chromium-browser', 'echo Chromium 140.0')
  expect(findChrome(folder)).toBe(real)
  expect(findChrome(folder)).not.toBe(stub)
})

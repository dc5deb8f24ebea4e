import { chromium, type Browser } from 'playwright-core'

/** Starts the browser that `npm test` found. Nothing in it talks to anybody but the house under test. `more`: further flags. */
export async function startChrome(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROME']
  if (!executablePath) throw new Error('CHROME is not set: run npm test -- --only browser, which finds one, or set it to the path of a Chrome or Chromium')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', ...more],
  })
}

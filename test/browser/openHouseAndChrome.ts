import type { Browser } from 'playwright-core'
import { startChrome } from './chrome'
import { startHouse, type House } from './startHouse'

/** Long enough for a busy machine; whoever waits for less is not in a hurry. ms */
const PATIENCE = 300_000

/**
 * The house and the browser of the tests in one file: started before the first, ended after the last. To be read in tests and in hooks that come after it.
 * @param flags further flags of the browser
 */
export function openHouseAndChrome({ flags = [] }: { flags?: readonly string[] } = {}): { readonly house: House; readonly chrome: Browser } {
  let house: House | undefined
  let chrome: Browser | undefined
  beforeAll(async () => {
    // One after the other: what has been started is known by name and can be ended, whatever comes next.
    chrome = await startChrome(flags)
    house = await startHouse()
  }, PATIENCE)
  afterAll(async () => {
    await chrome?.close()
    await house?.stop()
  })
  return {
    get house() { return started(house) },
    get chrome() { return started(chrome) },
  }
}

function started<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('asked for before it was started')
  return one
}

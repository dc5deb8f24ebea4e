import type { BrowserContext, Page } from 'playwright-core'
import { photo } from '../scenario/photo'
import { casesInEachState } from './look/casesInEachState'
import { everyEnd, everyPageDown, type End } from './look/everyEnd'
import { everyPage } from './look/everyPage'
import { openVisit } from './look/openVisit'
import { seeWaysOn } from './look/seeWaysOn'
import { openHouseAndChrome } from './openHouseAndChrome'

/** Many screens, and a busy machine is no reason to fail. */
const PATIENCE = 600_000
jest.setTimeout(PATIENCE)

let context: BrowserContext
let down: End[]
let ends: End[]

const opened = openHouseAndChrome()
beforeAll(async () => {
  const cases = await casesInEachState(opened.house.url, () => Promise.resolve(photo()))
  down = everyPageDown(await everyPage(opened.house.url, cases))
  ends = await everyEnd(opened.house.url, cases)
}, PATIENCE)
beforeEach(async () => { context = await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' }) })
afterEach(() => context.close())

/** Which of the screens show nothing to go on with. All are looked at, so that one run tells everything. How it is with cases in each state, look.test.ts sees. */
async function deadEnds(screens: readonly End[], before: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<string[]> {
  const dead: string[] = []
  for (const screen of screens) {
    const page = await context.newPage()
    await before(page)
    await openVisit(page, opened.house.url, screen, false)
    await screen.does(page)
    if ((await seeWaysOn(page)).length === 0) dead.push(screen.name)
    await context.setOffline(false)
    await page.close()
  }
  return dead
}

test('every page has a next step when no call reaches the cloud', async () => {
  expect(await deadEnds(down, page => page.route('**/v1/functions/**', route => route.abort()))).toEqual([])
})

test('empty, refused, unknown, locked out, done: every end has one, too', async () => {
  expect(await deadEnds(ends)).toEqual([])
})

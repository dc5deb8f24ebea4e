import type { Page } from 'playwright-core'
import { drawPhoto } from './drawPhoto'
import { casesInEachState } from './look/casesInEachState'
import { everyPage, type Visit } from './look/everyPage'
import { openVisit } from './look/openVisit'
import { seeContrast } from './look/seeContrast'
import { seeLayout } from './look/seeLayout'
import { seeSmallWords } from './look/seeSmallWords'
import { seeWaysOn } from './look/seeWaysOn'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

/** Many screens, and a busy machine is no reason to fail. */
const PATIENCE = 900_000
jest.setTimeout(PATIENCE)

let visits: Visit[]

const opened = openHouseAndChrome()
beforeAll(async () => {
  const easel = await opened.chrome.newPage()
  let drawn = 0
  visits = await everyPage(opened.house.url, await casesInEachState(opened.house.url, async title => (await drawPhoto(easel, `${title} ${++drawn}`)).buffer))
  await easel.close()
}, PATIENCE)

/** Shows every screen and gathers what is wrong with it, so that one run tells everything. */
async function lookAtAll(care: boolean, only: (visit: Visit) => boolean, look: (page: Page, complain: (how: string, wrong: string[]) => void) => Promise<void>): Promise<string[]> {
  const wrong: string[] = []
  const page = await (await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  for (const visit of visits.filter(only)) {
    await openVisit(page, opened.house.url, visit, care)
    await look(page, (how, found) => wrong.push(...found.map(one => `${visit.name}${care ? ', care' : ''}, ${how}: ${one}`)))
  }
  await page.context().close()
  return [...wrong, ...trouble]
}

describe.each([{ care: false }, { care: true }])('words in care size: $care', ({ care }) => {
  test('on a phone nothing is cut, overlaps or is too small for a thumb, everything can be read and has a name, and there is a next step', async () => {
    expect(await lookAtAll(care, () => true, async (page, complain) => {
      if ((await seeWaysOn(page)).length === 0) complain('next step', ['there is none but back'])
      if (care) complain('size', await seeSmallWords(page))
      for (const width of [320, 375, 430]) {
        await page.setViewportSize({ width, height: 812 })
        complain(`${width} px`, await seeLayout(page))
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        complain(colorScheme, await seeContrast(page))
      }
      await page.emulateMedia({ colorScheme: 'light' })
    })).toEqual([])
  })

  test('on a desktop the leader\'s, supplier\'s and desk\'s pages stand as well', async () => {
    expect(await lookAtAll(care, visit => visit.desk || visit.name === 'gallery', async (page, complain) => {
      await page.setViewportSize({ width: 1280, height: 900 })
      complain('1280 px', await seeLayout(page))
    })).toEqual([])
  })
})

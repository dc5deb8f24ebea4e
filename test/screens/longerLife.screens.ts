import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startChrome } from '../browser/chrome'
import { drawPhoto } from '../browser/drawPhoto'
import type { Visit } from '../browser/look/everyPage'
import { longerLife } from '../browser/look/longerLife'
import { openVisit } from '../browser/look/openVisit'
import { seeLayout } from '../browser/look/seeLayout'
import { seeSmallWords } from '../browser/look/seeSmallWords'
import { startHouse, type House } from '../browser/startHouse'
import { ROOT } from '../scenario/openHouse'
import { contactSheet, type Taken } from './contactSheet'
import { wholePage } from './wholePage'

const OUT = path.join(ROOT, 'dist/screens/longer-life')
const PATIENCE = 1_800_000
jest.setTimeout(PATIENCE)

/** Some only, by a part of their names: `ONLY=file-,desk npm run screens -- --longer-life`. */
const only = process.env.ONLY?.split(',') ?? null

let house: House
let chrome: Browser
let visits: Visit[]
const taken: Taken[] = []

beforeAll(async () => {
  if (!only) await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  chrome = await startChrome()
  house = await startHouse()
  const easel = await chrome.newPage()
  let drawn = 0
  visits = (await longerLife(house.url, async title => (await drawPhoto(easel, `${title} ${++drawn}`)).buffer)).filter(({ name }) => !only || only.some(part => name.includes(part)))
  await easel.close()
}, PATIENCE)
afterAll(async () => {
  await writeFile(path.join(OUT, 'index.html'), contactSheet(taken))
  await chrome?.close()
  await house?.stop()
})

/** A sheet covers the page and scrolls in itself: of a longer one as much is shown as fits. */
async function take(page: Page, screen: string, how: string, width: number, least: number): Promise<void> {
  const file = `${screen}-${how}.jpg`
  if (await page.locator('.sheet').count() > 0) await page.screenshot({ path: path.join(OUT, file), type: 'jpeg', quality: 80 })
  else await wholePage(page, path.join(OUT, file), width, least)
  taken.push({ screen, how, file })
}

test('what can come of a complaint, in usual and in large words, and at a desktop', async () => {
  const wrong: string[] = []
  for (const visit of visits) {
    for (const care of [false, true]) {
      const page = await (await chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })).newPage()
      page.setDefaultTimeout(15_000)
      try {
        await openVisit(page, house.url, visit, care)
        wrong.push(...[...await seeLayout(page), ...(care ? await seeSmallWords(page) : [])].map(one => `${visit.name}${care ? ', care' : ''}: ${one}`))
        await take(page, visit.name, care ? 'care' : 'usual', 375, 812)
        if (visit.desk && !care) {
          await page.setViewportSize({ width: 1280, height: 900 })
          await take(page, visit.name, 'desktop', 1280, 900)
        }
      } catch (trouble) {
        wrong.push(`${visit.name}${care ? ', care' : ''}: ${String(trouble).slice(0, 300)}`)
      }
      await page.context().close()
    }
  }
  expect(wrong).toEqual([])
})

import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { startChrome } from '../browser/chrome'
import { drawPhoto } from '../browser/drawPhoto'
import { casesInEachState } from '../browser/look/casesInEachState'
import { everyPage, type Visit } from '../browser/look/everyPage'
import { openVisit } from '../browser/look/openVisit'
import { startHouse, type House } from '../browser/startHouse'
import { ROOT, type Name } from '../scenario/openHouse'
import { onPhone } from '../weapp/onPhone'
import { contactSheet, type Taken } from './contactSheet'
import { wholePage } from './wholePage'

const OUT = path.join(ROOT, 'dist/screens')
const THEMES = ['light', 'dark'] as const
/** What WeChat says where its words are large [wechat: getAppBaseInfo]. */
const CARE = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 23.8, fontSizeScaleFactor: 1.4 }
const PATIENCE = 1_800_000
jest.setTimeout(PATIENCE)

let house: House
let chrome: Browser
let page: Page
let visits: Visit[]
const taken: Taken[] = []

beforeAll(async () => {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  chrome = await startChrome()
  house = await startHouse()
  page = await newPhone()
  let drawn = 0
  visits = await everyPage(house.url, await casesInEachState(house.url, async title => (await drawPhoto(page, `${title} ${++drawn}`)).buffer))
}, PATIENCE)
afterAll(async () => {
  await writeFile(path.join(OUT, 'index.html'), contactSheet(taken))
  await chrome?.close()
  await house?.stop()
})

async function newPhone(): Promise<Page> {
  return (await chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })).newPage()
}

async function take(screen: string, how: string, width = 375, least = 812): Promise<void> {
  const file = `${screen}-${how.replace(/\W+/g, '-')}.jpg`
  await wholePage(page, path.join(OUT, file), width, least)
  taken.push({ screen, how, file })
}

test('the browser\'s build', async () => {
  for (const visit of visits) {
    for (const care of [false, true]) {
      // What the visit before left unfinished stays on that phone.
      await page.context().close()
      page = await newPhone()
      await openVisit(page, house.url, visit, care)
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme })
        await take(visit.name, `h5, ${colorScheme}${care ? ', care' : ''}`)
      }
      await page.emulateMedia({ colorScheme: 'light' })
      if (visit.desk && !care) await take(visit.name, 'h5, desktop', 1280, 800)
    }
  }
})

test('the mini-program', async () => {
  const reach = { cloud: { url: house.url }, as: (name: Name) => signIn(house.url, name) }
  for (const visit of visits.filter(({ taps, page: at }) => taps.length === 0 && at !== 'gallery')) {
    for (const care of [false, true]) {
      const phone = await onPhone(reach, visit.person as Name, { path: visit.page, ...(care ? { wx: { getAppBaseInfo: () => CARE } } : {}) })
      try {
        await phone.settled()
        expect([visit.name, phone.errors]).toEqual([visit.name, []])
        await page.setViewportSize({ width: 375, height: 812 })
        await page.setContent(phone.html(), { waitUntil: 'load' })
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          await take(visit.name, `weapp, ${colorScheme}${care ? ', care' : ''}`)
        }
      } finally {
        phone.close()
      }
    }
  }
})

import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { startChrome } from './chrome'
import { drawPhoto } from './drawPhoto'
import { startHouse, tomorrowAtTen, type House } from './startHouse'
import { watchPage } from './watchPage'

jest.setTimeout(180_000)

const HOUR = 3600_000
const DAY = 24 * HOUR

let house: House
let chrome: Browser
const pages: Page[] = []
const watched: string[][] = []
beforeAll(async () => {
  chrome = await startChrome()
  house = await startHouse()
})
afterAll(async () => {
  await chrome?.close()
  await house?.stop()
})

/** Time goes by for the cloud and on every phone, once what they show is all there: a picture that loads for a day has a link that has run out. */
async function timePasses(ms: number): Promise<void> {
  await Promise.all(pages.map(page => page.waitForFunction(() => [...document.images].every(image => image.complete))))
  await house.moveTime(ms)
  for (const page of pages) await page.clock.fastForward(ms)
}

/** How far phones' clocks are behind the cloud's: what they say of time goes by its answers. */
const BEHIND = HOUR / 3

/** A phone whose clock is wrong. */
async function phone(at: string): Promise<Page> {
  const context = await chrome.newContext({ viewport: { width: 390, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.clock.install({ time: await house.moveTime(0) - BEHIND })
  watched.push(watchPage(page))
  const question = page.getByRole('dialog', { name: '允许发送消息' })
  await page.addLocatorHandler(question, () => question.getByRole('button', { name: '允许', exact: true }).click())
  await page.goto(`${house.url}/phone/${at}`)
  pages.push(page)
  return page
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).filter({ visible: true }).first()
const says = (page: Page, words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first()

/** Files by the calls that a phone makes. @returns the case's id */
async function files(who: string, title: string): Promise<string> {
  const resident = await signIn(house.url, who)
  const line = (await resident.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes(title))
  if (!line) throw new Error(`${who} bought no ${title}`)
  const { uploadPrefix } = await resident.call('whoAmI', {})
  const easel = await chrome.newPage()
  const { photoId } = await resident.call('addPhoto', { fileId: await resident.upload(`${uploadPrefix}${randomUUID()}.jpg`, (await drawPhoto(easel, title)).buffer) })
  await easel.close()
  const caseId = randomUUID()
  await resident.call('fileCase', { caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 100 }, photos: [photoId], words: '' })
  return caseId
}

test('a promise stands still while somebody waits for the neighbour, and goes on after; the leader\'s list goes by what is left', async () => {
  // Ten in the morning: somebody answers, and nothing is cut off by the night.
  await tomorrowAtTen(house)
  const strawberries = await files('wang', '草莓')
  await timePasses(HOUR / 2)
  const tomatoes = await files('lin', '番茄')

  const inbox = await phone('chen/#/packages/leader/inbox/index')
  const cards = inbox.locator('.inbox__cards .case-card__title')
  await says(inbox, /番茄/).waitFor()
  expect(await cards.allTextContents()).toEqual([expect.stringContaining('草莓'), expect.stringContaining('番茄')])
  await says(inbox, /还有 23 小时/).waitFor()
  // Nobody has answered either of them: what is late says so above the time of the decision.
  await says(inbox, /^! 您先回一声：晚了 \d+ 分钟$/).waitFor()
  await says(inbox, /^您先回一声：还有 [1-5] 分钟$/).waitFor()

  // 陈姐 asks for a photo. As long as the neighbour has not heard of it, no time goes by.
  const leader = await phone(`chen/#/packages/leader/case/index?id=${strawberries}`)
  await button(leader, /^更多/).click()
  await button(leader, /^请邻居补张照片/).click()
  await leader.getByRole('checkbox', { name: '拍一张整盒的' }).click()
  await button(leader, '发给邻居').click()
  await says(leader, '邻居补材料：停着，还没告诉到邻居，先不算时间').waitFor()

  const resident = await phone(`wang/#/pages/case/index?id=${strawberries}`)
  await says(resident, '整件办完：停着，在等您补照片，先不算时间').waitFor()
  await says(resident, /^您补材料：.+前$/).waitFor()
  // That somebody answered only after half an hour is not hidden.
  await button(resident, /晚了 1 次，点开看$/).click()
  await says(resident, /^! 有人回应：晚了 \d+ 分钟/).waitFor()

  await timePasses(HOUR / 2)
  await button(resident, '补张照片').click()
  const [chooser] = await Promise.all([resident.waitForEvent('filechooser'), button(resident, '拍照片').click()])
  await chooser.setFiles([await drawPhoto(resident, '整盒')])
  await resident.getByRole('img', { name: '第 1 张照片，传好了' }).waitFor()
  await button(resident, '补上，发出去').click()
  await says(resident, /^团长看：.+前$/).waitFor()
  await says(resident, /^整件办完：.+前$/).waitFor()
  expect(await resident.getByText('停着').count()).toBe(0)

  // Looked at afresh, it has more time left than the one that came after it, and that nobody has answered yet.
  await inbox.reload()
  await says(inbox, /^! 您先回一声：晚了 \d+ 分钟$/).waitFor()
  await says(inbox, /^整件办完：还有 \d 小时$/).waitFor()
  expect(await cards.allTextContents()).toEqual([expect.stringContaining('番茄'), expect.stringContaining('草莓')])

  // Nearly a day later nobody has done anything: what ran out went to the desk, and of the other one it is said how little is left.
  await timePasses(DAY - HOUR / 4)
  await inbox.reload()
  await says(inbox, /还有 1[45] 分钟$/).waitFor()
  expect(await cards.allTextContents()).toEqual([expect.stringContaining('草莓')])
  const second = await phone(`lin/#/pages/case/index?id=${tomatoes}`)
  await says(second, /^平台定：.+前$/).waitFor()
  expect(watched.flat()).toEqual([])
})

import type { BrowserContext, Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { drawPhoto } from './drawPhoto'
import { openHouseAndChrome } from './openHouseAndChrome'

jest.setTimeout(120_000)

let context: BrowserContext
const opened = openHouseAndChrome()
beforeEach(async () => { context = await opened.chrome.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' }) })
afterEach(() => context.close())

const WAITS = '还没发出去，有信号会自动再发'
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).filter({ visible: true })
const words = (page: Page, said: string | RegExp): Locator => page.getByText(said).filter({ visible: true }).first()

/** 王阿姨's phone, full-size, with the form on a product filled in. */
async function fillIn(product: string, uncaught: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', error => uncaught.push(error.message))
  await page.goto(`${opened.house.url}/phone/wang/`)
  await button(page, new RegExp(`${product}.*有问题`)).click()
  await page.getByRole('radio', { name: '坏了、烂了' }).click()
  await page.getByRole('radio', { name: '全坏' }).click()
  await page.locator('textarea').fill('压在下面的都烂了')
  return page
}

async function takePhotos(page: Page, count: number): Promise<void> {
  const photos = await Promise.all(Array.from({ length: count }, (_, i) => drawPhoto(page, `${i}`)))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '拍照片').click()])
  await chooser.setFiles(photos)
  await page.getByRole('img', { name: new RegExp(`第 ${count} 张照片`) }).waitFor()
}

const allow = (page: Page) => page.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()

/** How many cases there are on a product, and what the last one holds. */
async function casesOn(product: string): Promise<{ count: number; words: string; photos: number }> {
  const wang = await signIn(opened.house.url, 'wang')
  const { recent } = await wang.call('residentHome', {})
  const on = recent.filter(c => c.title.includes(product))
  const view = on[0] ? (await wang.call('showCase', { caseId: on[0].id })).view : null
  return { count: on.length, words: view?.words ?? '', photos: view?.photos.length ?? 0 }
}

test('no signal from the photo on: it waits, says so, and goes by itself when the signal is back', async () => {
  const uncaught: string[] = []
  const page = await fillIn('草莓', uncaught)
  await context.setOffline(true)
  await words(page, '现在没有网络').waitFor()
  await takePhotos(page, 2)
  await button(page, '发给团长').click()
  await allow(page)
  await words(page, WAITS).waitFor()
  await button(page, /^打电话给团长/).waitFor()
  await context.setOffline(false)
  await words(page, '发给团长了').waitFor()
  expect(await casesOn('草莓')).toEqual({ count: 1, words: '压在下面的都烂了', photos: 2 })
  expect(uncaught).toEqual([])
})

test('the page is closed while it waits: the next one sends it, photos and all', async () => {
  const uncaught: string[] = []
  const page = await fillIn('脐橙', uncaught)
  await context.setOffline(true)
  await takePhotos(page, 2)
  await button(page, '发给团长').click()
  await allow(page)
  await words(page, WAITS).waitFor()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  again.on('pageerror', error => uncaught.push(error.message))
  await again.goto(`${opened.house.url}/phone/wang/`)
  await words(again, '正在处理').waitFor()
  await words(again, '还没发出去的').waitFor({ state: 'detached' })
  expect(await casesOn('脐橙')).toEqual({ count: 1, words: '压在下面的都烂了', photos: 2 })
  expect(uncaught).toEqual([])
})

test('the page is closed before sending: the draft and its photos are there again', async () => {
  const uncaught: string[] = []
  const page = await fillIn('上海青', uncaught)
  await context.setOffline(true)
  await takePhotos(page, 2)
  const address = page.url()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  again.on('pageerror', error => uncaught.push(error.message))
  await again.goto(address)
  await again.getByRole('img', { name: '第 2 张照片，传好了' }).waitFor()
  expect(await again.locator('textarea').inputValue()).toBe('压在下面的都烂了')
  await button(again, '发给团长').click()
  await allow(again)
  await words(again, '发给团长了').waitFor()
  expect(await casesOn('上海青')).toEqual({ count: 1, words: '压在下面的都烂了', photos: 2 })
  expect(uncaught).toEqual([])
})

test('a page that cannot be fetched without a network says so, leads back, and opens once the signal is there', async () => {
  const page = await context.newPage()
  await page.goto(`${opened.house.url}/phone/lin/`)
  await words(page, '我买的').waitFor()
  await context.setOffline(true)
  await button(page, /^消息$/).click()
  const sheet = page.getByRole('alertdialog', { name: '这一页没打开' })
  await sheet.getByRole('button', { name: '再试一次' }).click()
  await sheet.getByText('还是没有网络').waitFor()
  await sheet.getByRole('button', { name: '回刚才那页' }).click()
  await sheet.waitFor({ state: 'detached' })
  await words(page, '我买的').waitFor()
  await button(page, /^消息$/).click()
  await sheet.waitFor()
  await context.setOffline(false)
  await sheet.getByRole('button', { name: '再试一次' }).click()
  await words(page, '微信里还能收几条').waitFor()
})

test('more photos than nine are not dropped in silence', async () => {
  const page = await context.newPage()
  await page.goto(`${opened.house.url}/phone/lin/`)
  await button(page, /可颂.*有问题/).click()
  const photos = await Promise.all(Array.from({ length: 11 }, (_, i) => drawPhoto(page, `可颂 ${i}`)))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '拍照片').click()])
  await chooser.setFiles(photos)
  await words(page, '最多 9 张，多选的 2 张没有加').waitFor()
  expect(await page.getByRole('img', { name: /^第 \d 张照片/ }).count()).toBe(9)
})

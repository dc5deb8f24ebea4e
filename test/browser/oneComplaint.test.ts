import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { startChrome } from './chrome'
import { drawPhoto } from './drawPhoto'
import { startHouse, type House } from './startHouse'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

let house: House
let chrome: Browser
let page: Page
let table: Table
let trouble: string[]

beforeAll(async () => {
  // One after the other: what has been started is known by name and can be ended, whatever comes next.
  chrome = await startChrome()
  house = await startHouse()
  page = await (await chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
  trouble = watchPage(page)
  table = new Table(page)
})
afterAll(async () => {
  await chrome?.close()
  await house?.stop()
})

const button = (phone: FrameLocator, name: string | RegExp): Locator => phone.getByRole('button', { name }).filter({ visible: true })
const words = (phone: FrameLocator, said: string | RegExp): Locator => phone.getByText(said).filter({ visible: true }).first()
const told = (who: string, what: string): Locator => table.messages.filter({ hasText: `发给${who}` }).filter({ hasText: what })

/** WeChat's question after a tap; answered yes. */
async function allowMessages(phone: FrameLocator): Promise<void> {
  await phone.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()
}

test('one complaint, by hand: filed with photos, agreed to, paid, admitted, everybody told', async () => {
  await page.goto(house.url)
  const [resident, leader, supplier] = [table.phone('resident'), table.phone('leader'), table.phone('supplier')]

  // 王阿姨, in her own home page: her strawberries are bad.
  await button(resident, '【丹东99草莓】顺丰冷链有问题').click()
  const photos = [await drawPhoto(page, '一'), await drawPhoto(page, '二')]
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(resident, '拍照片').click()])
  await chooser.setFiles(photos)
  await resident.getByRole('img', { name: '第 2 张照片，传好了' }).waitFor()
  await resident.getByRole('radio', { name: '坏了、烂了' }).click()
  await resident.getByRole('radio', { name: '全坏' }).click()
  await words(resident, '59.90').waitFor()
  await button(resident, '发给团长').click()
  await allowMessages(resident)
  await words(resident, '发给团长了').waitFor()

  // 陈姐 is told, taps the message, looks, agrees.
  await told('老李', '有居民反映坏了、烂了').waitFor()
  await told('陈姐', '王阿姨：坏了、烂了').getByRole('button').click()
  await table.shows('leader', 'packages/leader/case/index')
  await words(leader, '等您看').waitFor()
  await button(leader, '同意并退 ¥59.90').click()
  await allowMessages(leader)
  await words(leader, '等您退款').waitFor()

  // She pays in the other app and says so.
  await button(leader, '我已退款').click()
  await button(leader, /^退好了，告诉邻居/).click()
  await words(leader, '已退款').waitFor()

  // 王阿姨 reads it where she was told.
  await told('王阿姨', '已退款 ¥59.90').getByRole('button').click()
  await table.shows('resident', 'pages/case/index')
  await words(resident, '团长已经把钱退了，请留意到账。').waitFor()
  await words(resident, '¥59.90').waitFor()

  // 老李 is asked to bear it, and does.
  await told('老李', '请确认承担 ¥59.90').getByRole('button').click()
  await table.shows('supplier', 'packages/supplier/case/index')
  await button(supplier, '认 ¥59.90').click()
  await allowMessages(supplier)
  await words(supplier, '✓ 您认了 ¥59.90').waitFor()
  await told('陈姐', '供货商认了 ¥59.90').waitFor()

  expect(trouble).toEqual([])
})

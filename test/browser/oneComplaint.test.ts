import path from 'node:path'
import type { FileChooser, FrameLocator, Locator, Page } from 'playwright-core'
import { drawPhoto } from './drawPhoto'
import { openHouseAndChrome } from './openHouseAndChrome'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(180_000)

const DEMO = path.resolve(__dirname, '../../stage/demo')

let page: Page
let table: Table
let trouble: string[]

const opened = openHouseAndChrome()
beforeAll(async () => {
  const context = await opened.chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  trouble = watchPage(page)
  table = new Table(page)
})

const button = (phone: FrameLocator, name: string | RegExp): Locator => phone.getByRole('button', { name }).filter({ visible: true })
const words = (phone: FrameLocator, said: string | RegExp): Locator => phone.getByText(said).filter({ visible: true }).first()
const field = (phone: FrameLocator, name: string): Locator => phone.getByLabel(name).and(phone.locator('input')).filter({ visible: true })
const told = (who: string, what: string): Locator => table.messages.filter({ hasText: `发给${who}` }).filter({ hasText: what })

/** WeChat's question after a tap; answered yes. */
async function allowMessages(phone: FrameLocator): Promise<void> {
  await phone.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()
}

async function choose(what: Locator, files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), what.click()])
  await chooser.setFiles(files)
}

/** Copies what the sheet offers, and closes it. @returns the link, as whoever pastes it gets it */
async function copyLink(phone: FrameLocator): Promise<string> {
  await button(phone, '复制链接').click()
  await button(phone, '✓ 已复制').waitFor()
  const pasted = await page.evaluate(() => navigator.clipboard.readText())
  await button(phone, '关上').click()
  return pasted
}

/** The link put into the browser's address; who holds which phone, which stands there too, stays. */
async function openLink(pasted: string): Promise<void> {
  const link = new URL(/https?:\S+/.exec(pasted)?.[0] ?? '')
  await page.goto(new URL(link.hash, page.url()).href)
}

test('a community opened, its orders imported, and one complaint in it, all by hand: found, filed, agreed to, admitted, paid, read', async () => {
  await page.goto(opened.house.url)
  const [resident, leader, supplier] = [table.phone('resident'), table.phone('leader'), table.phone('supplier')]

  // 陈姐 takes on the neighbouring estate, and brings its orders in.
  await button(leader, /换小区或再开一个/).click()
  await button(leader, '再开一个小区').click()
  await field(leader, '小区名').fill('海棠苑')
  await field(leader, '邻居怎么称呼您').fill('陈姐')
  await field(leader, '您的手机号（可以不填）').fill('15400000000')
  await button(leader, /^开通$/).click()
  await button(leader, /^海棠苑/).waitFor()
  await leader.getByRole('link', { name: '导入订单' }).filter({ visible: true }).click()
  await choose(button(leader, '订单表，选表格'), path.join(DEMO, 'orders.xlsx'))
  await choose(button(leader, '商品清单（可以不选），选表格'), path.join(DEMO, 'products.csv'))
  await button(leader, '看看认出了什么').click()
  await words(leader, '认出 36 单').waitFor()
  await button(leader, '确认导入 36 单').click()
  await words(leader, '✓ 导入好了').waitFor()
  await button(leader, '去我的团').click()
  await button(leader, '11.21 周六果蔬团已到货').click()
  await button(leader, '到了，现在开始取货').click()

  // A browser has no chat to send a card to: she copies the links.
  await button(leader, '把11.21 周六果蔬团的卡片发到群里').click()
  const card = await copyLink(leader)
  await button(leader, '邀请丹东果业的人').click()
  const invitation = await copyLink(leader)

  // 张叔 has no orders here yet: he pastes the link, and finds his.
  await table.give('resident', 'zhang')
  await field(resident, '把链接粘贴在这里').fill(card)
  await button(resident, /^打开$/).click()
  await field(resident, '跟团号').fill('8')
  await field(resident, '手机号后四位').fill('1190')
  await button(resident, '找到我的订单').click()

  // One box of oranges is bad.
  await choose(button(resident, '【赣南脐橙】甜过初恋有问题'), [await drawPhoto(page, '橙一'), await drawPhoto(page, '橙二')])
  await resident.getByRole('img', { name: '第 2 张照片，传好了' }).waitFor()
  await resident.getByRole('radio', { name: '坏了、烂了' }).click()
  await resident.getByRole('radio', { name: '全坏' }).click()
  await words(resident, '32.80').waitFor()
  await button(resident, '发给团长').click()
  await allowMessages(resident)
  await words(resident, '发给团长了').waitFor()
  await button(resident, '看进展').click()
  await allowMessages(resident)
  await words(resident, '等团长看').waitFor()

  // 陈姐 is told, taps the message, looks, agrees, and lets the seconds pass in which she could take it back.
  await told('陈姐', '老张头：坏了、烂了').getByRole('button').click()
  await table.shows('leader', 'packages/leader/case/index')
  await words(leader, '等您看').waitFor()
  await button(leader, '同意并退 ¥32.80').click()
  await allowMessages(leader)
  await words(leader, /已同意，\d+ 秒内可以撤回/).waitFor()
  await words(leader, '等您退款').waitFor()

  // 老李 accepts the invitation, is asked to bear it, and does.
  await openLink(invitation)
  await table.shows('supplier', 'packages/supplier/join/index')
  await button(supplier, '接受邀请').click()
  await allowMessages(supplier)
  await words(supplier, '您现在替「丹东果业」回话了').waitFor()
  await button(supplier, '去看看有没有要回话的').click()
  await button(supplier, /^【赣南脐橙】/).click()
  await button(supplier, '认 ¥32.80').click()
  await allowMessages(supplier)
  await words(supplier, '✓ 您认了 ¥32.80').waitFor()
  await told('陈姐', '供货商认了 ¥32.80').waitFor()

  // 陈姐 pays in the other app, says so, and proves it.
  await words(leader, '✓ 供货商认了 ¥32.80').waitFor()
  await button(leader, '我已退款').click()
  await choose(button(leader, '拍照片'), [await drawPhoto(page, '退款截图')])
  await leader.getByRole('img', { name: '第 1 张照片，传好了' }).waitFor()
  await button(leader, /^退好了，告诉邻居/).click()
  await words(leader, /^已退款$/).waitFor()

  // 张叔 reads it in his inbox, and opens the case from there.
  await told('张叔', '¥32.80').waitFor()
  await resident.locator('.taro-navigation-bar-back').click()
  // Going back on one phone leaves the others where they are.
  await button(resident, '看我买的全部东西').click()
  await table.shows('supplier', 'packages/supplier/case/index')
  await button(resident, /^消息，\d+ 条没看$/).click()
  await button(resident, /^新消息，已退款 ¥32\.80/).click()
  await table.shows('resident', 'pages/case/index')
  await words(resident, '团长已经把钱退了，收到了点一下「收到钱了」。').waitFor()
  await words(resident, /^已退款$/).waitFor()
  await words(resident, '¥32.80').waitFor()

  expect(trouble).toEqual([])
})

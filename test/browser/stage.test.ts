import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { photo } from '../scenario/photo'
import { openHouseAndChrome } from './openHouseAndChrome'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(60_000)

let page: Page
let table: Table
let trouble: string[]

const opened = openHouseAndChrome()
beforeEach(async () => {
  page = await (await opened.chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
  trouble = watchPage(page)
  table = new Table(page)
})
afterEach(async () => {
  await page.context().close()
  expect(trouble).toEqual([])
})

/** Opens the stage and waits until the three on it have signed in. */
async function open(address = '/', people = ['wang', 'chen', 'laoli']): Promise<void> {
  const signedIn = people.map(id => table.signIn(id))
  await page.goto(opened.house.url + address)
  await Promise.all(signedIn)
}

test('three phones, each signed in as its person and showing their first page', async () => {
  await open()
  expect(await page.locator('iframe').count()).toBe(3)
  await table.phone('resident').getByText('草莓').first().waitFor()
  await table.shows('leader', 'packages/leader/')
  await table.shows('supplier', 'packages/supplier/')
  for (const seat of ['resident', 'leader', 'supplier'] as const) await table.phone(seat).locator('.taro_page').getByText(/[\u4e00-\u9fff]/).first().waitFor()
})

test('a phone changes hands, and a reload leaves it there', async () => {
  await open()
  await table.give('supplier', 'xiaozhou')
  expect(await page.locator('[data-seat="supplier"]').getByText('单独打开').getAttribute('href')).toBe('/phone/xiaozhou/')
  const again = table.signIn('xiaozhou')
  await page.reload()
  await again
  expect(await table.switchOf('supplier').inputValue()).toBe('xiaozhou')
  expect(await table.switchOf('resident').inputValue()).toBe('wang')
})

test('any phone opens full-size', async () => {
  await open()
  const [whole] = await Promise.all([page.context().waitForEvent('page'), page.locator('[data-seat="resident"]').getByText('单独打开').click()])
  await whole.getByText('草莓').first().waitFor()
  expect(new URL(whole.url()).pathname).toBe('/phone/wang/')
})

test('a card in the chat opens its group-buy in the resident\'s phone', async () => {
  await open('/?resident=zhang', ['zhang'])
  await table.card('11.21 周六果蔬团').click()
  await table.shows('resident', 'pages/bind/index?groupBuy=')
  await table.phone('resident').getByText('11.21 周六果蔬团').first().waitFor()
})

test('a message comes into the shade as it is sent, and opens in the phone of whom it was sent to', async () => {
  await open('/?leader=lin', ['lin'])
  const caseId = await fileByWire()
  const message = table.messages.filter({ hasText: '发给陈姐' }).filter({ hasText: '工单处理提醒' })
  await message.waitFor()
  // Newest first: the supplier's comes right after, and moves this one down.
  await table.messages.filter({ hasText: '发给老李' }).waitFor()
  for (const words of ['事项', '坏了、烂了', '编号', caseId.slice(0, 8).toUpperCase(), '待处理', '请在此前处理']) await message.getByText(words).first().waitFor()

  // Nobody shows the leader: the phone that is hers is handed over.
  const handedOver = table.signIn('chen')
  await message.getByRole('button').click()
  await handedOver
  expect(await table.switchOf('leader').inputValue()).toBe('chen')
  await table.shows('leader', `packages/leader/case/index?id=${caseId}`)

  // Once somebody shows her, the message opens there, and nobody signs in again.
  await page.reload()
  await message.getByRole('button').click()
  await table.shows('leader', `packages/leader/case/index?id=${caseId}`)
})

test('only the stage listens for events: a phone holds no connection open', async () => {
  const streams: string[] = []
  page.on('request', request => { if (request.resourceType() === 'eventsource') streams.push(new URL(request.frame().url()).pathname) })
  await open()
  await table.phone('resident').getByText('草莓').first().waitFor()
  expect(streams).toEqual(['/'])
})

/** 王阿姨's phone in the test's own hands: she files about her strawberries, and the courier is asked to run as a phone asks it. */
async function fileByWire(): Promise<string> {
  const wang = await signIn(opened.house.url, 'wang')
  const { uploadPrefix } = await wang.call('whoAmI', {})
  const fileId = await wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, photo())
  const { photoId } = await wang.call('addPhoto', { fileId })
  const { bought } = await wang.call('residentHome', {})
  const line = bought.flatMap(groupBuy => groupBuy.lines).find(one => one.title.includes('草莓'))
  if (!line) throw new Error('the demo has no strawberries')
  const caseId = randomUUID()
  await wang.call('fileCase', {
    caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: 100 }, photos: [photoId], words: '',
  })
  await wang.pokeCourier()
  return caseId
}

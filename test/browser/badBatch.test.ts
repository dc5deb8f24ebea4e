import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { signIn, type CloudClient } from '../../stage/cloudClient'
import { ARRIVED, COMMUNITY } from '../../stage/demo/community'
import { BERRIES, exportOf, PRODUCTS } from '../scenario/estate'
import { photo } from '../scenario/photo'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

const HOUSEHOLDS = 9
let page: Page
let trouble: string[]
let wang: CloudClient

const opened = openHouseAndChrome()
beforeAll(async () => {
  const chen = await signIn(opened.house.url, 'chen')
  wang = await signIn(opened.house.url, 'wang')
  await importBerries(chen)
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const groupBuyId = groupBuys.find(g => g.title === BERRIES)?.id ?? ''
  for (let n = 1; n <= HOUSEHOLDS; n++) await wang.call('bindOrders', { groupBuyId, joinNumber: String(n), phoneLast4: String(10_000_000 + n).slice(-4) })
  const { bought } = await wang.call('residentHome', {})
  const lines = bought.find(g => g.groupBuyId === groupBuyId)?.lines ?? []
  for (const line of lines.slice(0, HOUSEHOLDS - 1)) await report(line)
  page = await (await opened.chrome.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  trouble = watchPage(page)
})

async function importBerries(leader: CloudClient): Promise<void> {
  const { uploadPrefix } = await leader.call('whoAmI', {})
  const upload = (text: string) => leader.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(text))
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(exportOf(HOUSEHOLDS)), productsFile: await upload(PRODUCTS) }
  const { digest } = await leader.call('previewImport', files)
  await leader.call('confirmImport', { ...files, digest })
}

async function report({ orderId, lineId, paid, quantity }: { orderId: string; lineId: string; paid: number; quantity: number }): Promise<void> {
  const { uploadPrefix } = await wang.call('whoAmI', {})
  const { photoId } = await wang.call('addPhoto', { fileId: await wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, photo()) })
  await wang.call('fileCase', { caseId: randomUUID(), orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: Math.round(paid / quantity) }, photos: [photoId], words: '' })
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name }).filter({ visible: true }).first()
const says = (words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first()
/** WeChat's question after a tap, where it comes; answered yes. */
async function allowMessages(): Promise<void> {
  await page.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()
}

test('one bad batch, decided once: four taps from opening the app to eight households', async () => {
  let taps = 0
  const tap = async (what: Locator) => { taps += 1; await what.click() }
  await page.goto(`${opened.house.url}/phone/chen/#/packages/leader/inbox/index`)
  await tap(button(/草莓，8 户反映，一起处理/))
  await says('8 户反映，8 户等您定，一共想退 ¥239.20').waitFor()
  // One of them shows something else: a tap takes it out.
  await tap(page.getByRole('checkbox', { name: /^3号 邻居3/ }))
  await tap(button('同意 7 户，退 ¥209.30'))
  await allowMessages()
  taps += 1
  await says('7 户同意了，共 ¥209.30').waitFor()
  expect(taps).toBe(4)
  await button('知道了').click()
  // The odd one stays, alone; who asks the others about theirs hears what they say.
  await says('8 户反映，1 户等您定').waitFor()
  await button('问问其余 1 户').click()
  await says('问了 1 户：0 户说好的，0 户说有问题，1 户还没回').waitFor()
  const { notices } = await wang.call('listNotices', {})
  const ask = notices.find(n => n.page.startsWith('pages/ask'))
  await page.goto('about:blank')
  await page.goto(`${opened.house.url}/phone/wang/#/${ask?.page ?? ''}`)
  await button('我家的好的').click()
  await says('好的，团长知道了').waitFor()
  expect(trouble).toEqual([])
})

test('tonight: one tap tells everybody who waits, and nobody twice; who cannot be told has a card, and is put down in one go', async () => {
  // Two households of another group-buy, of which nobody is here.
  const chen = await signIn(opened.house.url, 'chen')
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const fruit = groupBuys.find(g => g.title === ARRIVED)?.id ?? ''
  const { households } = await chen.call('listBuyers', { groupBuyId: fruit })
  const away = households.filter(h => !h.bound && h.notClaimable === null).slice(0, 2)
  for (const { orderId, lines: [line] } of away) await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId, lineId: line?.lineId ?? '', channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [], words: '群里说坏了' })
  await page.goto('about:blank')
  await page.goto(`${opened.house.url}/phone/chen/#/packages/leader/inbox/index`)
  await button(/^告诉 \d+ 户：.*前统一处理$/).click()
  await says(/✓ 说好了.*前统一处理：\d+ 户已告诉，2 户还没人来过小程序/).waitFor()
  await button('发卡片给他们').click()
  await button('发一张卡片到群里，2 户一次看到').click()
  await says('这 2 户谁点开').waitFor()
  await button('关上').click()
  for (const { joinNumber, buyer } of away) await page.getByRole('checkbox', { name: new RegExp(`^${joinNumber}号 ${buyer}`) }).click()
  await button('2 户已经告诉了').click()
  await page.getByRole('radio', { name: '在群里说了' }).click()
  await button('记下来').click()
  await says('2 户记下了。').waitFor()
  await button('知道了').click()
  // The others, who are here and did not look yet, are still on the list.
  await button(/^发一张卡片到群里，\d+ 户一次看到$/).waitFor()
  for (const { joinNumber, buyer } of away) await page.getByRole('checkbox', { name: new RegExp(`^${joinNumber}号 ${buyer}`) }).waitFor({ state: 'hidden' })
  await page.goBack()
  await button('知道了').click()
  expect(await button(/统一处理$/).count()).toBe(0)
  expect(trouble).toEqual([])
})

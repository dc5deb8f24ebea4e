import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { signIn, type CloudClient } from '../../stage/cloudClient'
import { ARRIVED, COMMUNITY } from '../../stage/demo/community'
import { photo } from '../scenario/photo'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(180_000)

const opened = openHouseAndChrome()

/** A browser that nobody was ever in. */
async function desk(width = 1366): Promise<Page> {
  const context = await opened.chrome.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  watched.push(watchPage(page))
  return page
}
/** Every complaint of every page. */
const watched: string[][] = []

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).filter({ visible: true })
const words = (page: Page, said: string | RegExp): Locator => page.getByText(said).filter({ visible: true }).first()

/** Complains about a line of the person's own, and has it agreed to. */
async function settledComplaint(resident: CloudClient, leader: CloudClient, title: string): Promise<void> {
  const { bought } = await resident.call('residentHome', {})
  const line = bought.flatMap(b => b.lines).find(l => l.title.includes(title))
  if (!line) throw new Error(`nobody bought ${title}`)
  const { uploadPrefix } = await resident.call('whoAmI', {})
  const { photoId } = await resident.call('addPhoto', { fileId: await resident.upload(`${uploadPrefix}${randomUUID()}.jpg`, photo()) })
  const caseId = randomUUID()
  const { view } = await resident.call('fileCase', {
    caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: Math.round(line.paid / line.quantity) }, photos: [photoId], words: '坏了',
  })
  await leader.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: { type: 'settle' } })
  while ((await leader.call('showCase', { caseId, as: 'leader' })).view.takesEffect !== null);
}

test('from the leader\'s link to the downloaded sheet, at a desk, in browsers that nobody was ever in', async () => {
  const [wang, chen] = [await signIn(opened.house.url, 'wang'), await signIn(opened.house.url, 'chen')]
  await settledComplaint(wang, chen, '草莓')
  await settledComplaint(wang, chen, '脐橙')
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const fruit = groupBuys.find(g => g.title === ARRIVED)
  expect(fruit).toBeDefined()

  // The leader, from her group-buys to the link.
  const leader = await desk(390)
  await leader.goto(`${opened.house.url}/phone/chen/#/packages/leader/groupBuys/index`)
  await leader.getByRole('link', { name: '跟「丹东果业」的账' }).filter({ visible: true }).first().click()
  await words(leader, '要供货商承担').waitFor()
  const sum = (await leader.locator('.bundle-sums__whole .money').innerText()).trim()
  await button(leader, '发链接给供货商').click()
  const shared = await leader.locator('.share-sheet__from').filter({ hasText: 'token=' }).innerText()
  const link = /http:\/\/\S+/.exec(shared)?.[0] ?? ''
  expect(link).toMatch(/\/h5\/#\/packages\/supplier\/join\/index\?token=[\w-]{32}$/)

  // Whoever opens it first and says who they are.
  const first = await desk()
  await first.goto(link)
  await words(first, '团长请您来回话').waitFor()
  await first.getByRole('textbox', { name: '怎么称呼您' }).fill('老王果品')
  await button(first, '接受邀请').click()
  await words(first, '您现在替「丹东果业」回话了').waitFor()
  await button(first, '去看看有没有要回话的').click()
  await words(first, '等您回话').waitFor()
  expect((await first.locator('.bundle-sums__whole .money').innerText()).trim()).toBe(sum)
  expect(await first.locator('body').innerText()).not.toMatch(/王阿姨|王秀珍/)

  // A colleague by the same link: has to be let in.
  const colleague = await desk()
  await colleague.goto(link)
  await words(colleague, '已经有人在替「丹东果业」回话').waitFor()
  await colleague.getByRole('textbox', { name: '怎么称呼您' }).fill('小王')
  await button(colleague, '请他同意我加入').click()
  await words(colleague, '等那边同意').waitFor()
  await button(first, /^一起回话的人/).click()
  await button(first, '同意小王加入').click()
  await words(first, /^小王$/).waitFor()
  await button(colleague, '再看看同意了没有').click()
  await button(colleague, '打开').click()
  await words(colleague, '等您回话').waitFor()

  // One answer for all, by the colleague; the first sees it after a reload, still known.
  await button(colleague, /^认这 \d+ 笔/).click()
  await colleague.getByRole('dialog').getByRole('button', { name: /^认 ¥/ }).click()
  await words(colleague, /✓ 认了 \d+ 笔/).waitFor()
  await first.goBack()
  await first.reload()
  await words(first, '✓ 您认了').waitFor()

  // The sheet.
  const [download] = await Promise.all([first.waitForEvent('download'), button(first, '下载扣款单').click()])
  expect(download.suggestedFilename()).toBe(`扣款单 丹东果业 ${ARRIVED}.xlsx`)
  const rows = await readSheet(await readFile(await download.path())) as unknown[][]
  const total = rows.find(r => r[0] === '一共')
  expect(`¥${Number(total?.[7]).toFixed(2)}`).toBe(sum)
  expect(JSON.stringify(rows)).not.toMatch(/王阿姨|王秀珍|王/)

  // Somebody who has nothing but the address of the page sees nothing of it.
  const stranger = await desk()
  await stranger.goto(first.url())
  await words(stranger, '找不到这个供货商').waitFor()
  expect(watched.flat()).toEqual([])
})

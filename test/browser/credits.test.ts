import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { drawPhoto } from './drawPhoto'
import { openHouseAndChrome } from './openHouseAndChrome'
import { tomorrowAtTen } from './startHouse'
import { watchPage } from './watchPage'

jest.setTimeout(180_000)

const opened = openHouseAndChrome()

const says = (page: Page, words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first()
const more = (page: Page) => page.getByRole('button', { name: '多收一条', exact: true }).filter({ visible: true }).first()

test('how many messages are possible counts down by what was sent, and one more is asked for by a tap', async () => {
  // Nobody is woken by a message: it is ten in the morning.
  await tomorrowAtTen(opened.house)
  const context = await opened.chrome.newContext({ viewport: { width: 390, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const watched = watchPage(page)
  const question = page.getByRole('dialog', { name: '允许发送消息' })
  await page.addLocatorHandler(question, () => question.getByRole('button', { name: '允许', exact: true }).click())

  const resident = await signIn(opened.house.url, 'wang')
  const line = (await resident.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes('草莓'))
  if (!line) throw new Error('no strawberries')
  const { uploadPrefix } = await resident.call('whoAmI', {})
  await page.goto('about:blank')
  const { photoId } = await resident.call('addPhoto', { fileId: await resident.upload(`${uploadPrefix}${randomUUID()}.jpg`, (await drawPhoto(page, '草莓')).buffer) })
  const caseId = randomUUID()
  await resident.call('fileCase', { caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 100 }, photos: [photoId], words: '' })

  await page.goto(`${opened.house.url}/phone/wang/#/pages/case/index?id=${caseId}`)
  const left = async () => Number(/处理结果 (\d+) 条/.exec(await says(page, /^微信里还能收/).textContent() ?? '')?.[1])
  const possible = (results: number) => says(page, new RegExp(`^微信里还能收：处理结果 ${results} 条`)).waitFor()
  const before = await left()
  await more(page).click()
  await possible(before + 1)

  const leader = await signIn(opened.house.url, 'chen')
  const { view } = await leader.call('showCase', { caseId, as: 'leader' })
  await leader.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: { type: 'settle' } })
  // In effect after ten seconds, and sent by the courier's own minute.
  await opened.house.moveTime(90_000)
  await page.reload()
  await possible(before)
  await more(page).click()
  await possible(before + 1)
  expect(watched).toEqual([])
})

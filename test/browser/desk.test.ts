import { signIn } from '../../stage/cloudClient'
import { DESK } from '../../stage/demo/community'
import { drawPhoto } from './drawPhoto'
import { casesInEachState } from './look/casesInEachState'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(300_000)
const opened = openHouseAndChrome()

test('at desktop width a case stands beside the queue, and is settled without leaving it; on a phone it opens on its own page', async () => {
  const easel = await opened.chrome.newPage()
  let drawn = 0
  const cases = await casesInEachState(opened.house.url, async title => (await drawPhoto(easel, `${title} ${++drawn}`)).buffer)
  const xu = await signIn(opened.house.url, DESK.person)
  const waiting = cases.find(c => c.state === 'waitingLeader')?.id ?? ''
  const card = (await xu.call('deskQueue', { deskId: DESK.deskId, show: 'open' })).cards.findIndex(c => c.id === waiting)
  const page = await (await opened.chrome.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  await page.goto(`${opened.house.url}/phone/xu/#/packages/operator/desk/index`)
  await page.getByRole('tab', { name: /^全部没完的/ }).click()
  await page.locator('.queue__one').nth(card).getByRole('button').first().click()
  const beside = page.locator('.desk__case')
  await beside.getByText('等团长看').waitFor()
  await page.getByRole('button', { name: /^同意并退/ }).click()
  await page.getByRole('button', { name: '不允许' }).click()
  await page.getByText('撤回').first().waitFor()
  expect(await page.locator('.queue').isVisible()).toBe(true)
  expect((await xu.call('showCase', { caseId: waiting, as: 'operator' })).view).toMatchObject({ decision: 'agreed' })
  // The same, pulled narrow: the queue alone, and a tap goes on to the case.
  await page.setViewportSize({ width: 375, height: 812 })
  await beside.waitFor({ state: 'detached' })
  await page.locator('.queue__one').first().getByRole('button').first().click()
  await page.waitForURL(/packages\/operator\/case\/index/)
  expect(trouble).toEqual([])
})

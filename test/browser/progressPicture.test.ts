import { ARRIVED, COMMUNITY } from '../../stage/demo/community'
import { signIn } from '../../stage/cloudClient'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

const opened = openHouseAndChrome()

test('the progress of a group-buy is drawn as a picture, by hand, and can be saved', async () => {
  const { groupBuys } = await (await signIn(opened.house.url, 'chen')).call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const page = await (await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN', acceptDownloads: true })).newPage()
  const trouble = watchPage(page)
  await page.goto(`${opened.house.url}/phone/chen/#/packages/leader/progress/index?groupBuy=${groupBuys.find(g => g.title === ARRIVED)?.id ?? ''}`)
  await page.getByRole('button', { name: '画一张' }).click()
  const picture = page.getByRole('img', { name: '进展图片，点开看大图' }).locator('img')
  await picture.waitFor()
  await page.waitForFunction(() => [...document.querySelectorAll('img')].some(i => i.naturalWidth === 750 && i.naturalHeight >= 400))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存到手机' }).click()])
  expect(download.suggestedFilename()).toBe('售后进展.png')
  await page.getByRole('button', { name: '✓ 存好了' }).waitFor()
  expect(trouble).toEqual([])
})

import type { BrowserContext, Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

let context: BrowserContext
const opened = openHouseAndChrome()
beforeEach(async () => { context = await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' }) })
afterEach(() => context.close())

/** The filing page of something that 王阿姨 bought, by a part of its title. */
async function filingPage(title: string): Promise<{ page: Page; trouble: unknown[]; tap: (label: string | RegExp) => Promise<void>; shown: (words: string | RegExp) => Locator }> {
  const wang = await signIn(opened.house.url, 'wang')
  const line = (await wang.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes(title))
  if (!line) throw new Error(`nothing bought called ${title}`)
  const page = await context.newPage()
  const trouble = watchPage(page)
  await page.goto(`${opened.house.url}/phone/wang/#/pages/file/index?order=${encodeURIComponent(line.orderId)}&line=${encodeURIComponent(line.lineId)}`)
  const inPage = page.locator('.taro_page')
  const shown = (words: string | RegExp) => inPage.getByText(words).filter({ visible: true }).first()
  return { page, trouble, shown, tap: label => inPage.getByLabel(label).filter({ visible: true }).first().click() }
}

test('a danger is told in two taps; that it must not be used any more is said at once, and afterwards', async () => {
  const { trouble, tap, shown } = await filingPage('草莓')
  await tap('吃了不舒服、有危险')
  await shown('请先停用，东西别扔').waitFor()
  await tap('发出去')
  await shown('发给平台了').waitFor()
  await shown('请先停用，东西别扔').waitFor()
  expect(trouble).toEqual([])
  const chen = await signIn(opened.house.url, 'chen')
  const [led] = (await chen.call('whoAmI', {})).leads
  const { cards } = await chen.call('leaderInbox', { communityId: led?.communityId ?? '', tab: 'moving' })
  expect(cards.filter(c => c.reason === 'hazard')).toMatchObject([{ title: expect.stringContaining('草莓') as string, claim: { measure: 'none' } }])
})

test('missing parts: what lacks is listed at the first tap, and nothing any more at the last', async () => {
  const { page, trouble, tap, shown } = await filingPage('吐司')
  await tap('更多原因')
  await tap(/^缺配件、缺零件/)
  await tap('发给团长')
  await shown('! 还差 7 样没填').waitFor()
  for (const words of ['第 1 样配件，请写叫什么', '请选哪天发现的', '请选怎么发现的', '请选影响多大', '请选用什么证明是买的']) await shown(words).waitFor()
  const type = async (label: string, words: string) => page.locator('.taro_page').getByLabel(label, { exact: true }).filter({ visible: true }).first().fill(words)
  await type('第 1 样叫什么', '面包夹')
  await tap('第 1 样，型号不知道')
  await tap('+ 还缺一样')
  await shown('! 还差 7 样没填').waitFor()
  await tap('去掉第 2 样')
  for (const label of ['昨天', '打开盒子时', '能用一部分', '就用这个团的订单']) await tap(label)
  await type('这些配件值多少钱', '3')
  await tap('想要别的处理办法')
  await tap(/^退 ¥3.00/)
  await tap('发给团长')
  await shown('发给团长了').waitFor()
  await page.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()
  await tap('看进展')
  await shown('面包夹 1 个，打开盒子时发现的，能用一部分，值 ¥3.00').waitFor()
  expect(trouble).toEqual([])
})

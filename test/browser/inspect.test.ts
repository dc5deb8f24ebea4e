import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { index, signedIn, startFixture, type Fixture } from '../../devcloud/testing/fixture'
import { startSdk, type SdkProcess } from '../../devcloud/testing/sdk-process'
import { startChrome } from './chrome'
import { watchPage } from './watchPage'

/** 1×1 */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const HOUR = 3_600_000

let browser: Browser
let fixture: Fixture
let sdk: SdkProcess
const start = Date.UTC(2026, 0, 1)

beforeAll(async () => {
  fixture = await startFixture({
    functions: {
      hello: { code: "exports.main = (event) => { console.log('hello', event.name); return event.name }", triggers: [{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }] },
      other: { code: 'exports.main = () => 1' },
    },
    collections: { orders: [index('byN', { n: 1 })], empty: [] },
    files: { 'cloudbase/message-templates.json': { 'tmpl-1': { title: '提醒', fields: { thing1: '事项' } } } },
    cloud: { clock: () => start, timers: true, mount: (asked, response) => { if (asked.url !== '/other') return false; response.setHeader('content-type', 'text/html'); response.end('another page'); return true } },
  })
  sdk = startSdk(fixture.cloud.env)
  await sdk.run("for (let n = 0; n < 30; n++) await db.collection('orders').add({ _id: 'order-' + n, n, name: '<b>' + n, at: new Date(0) })")
  await sdk.run("await app.uploadFile({ cloudPath: 'pictures/a.png', fileContent: Buffer.from(input, 'base64') })", PNG)
  browser = await startChrome()
}, 60_000)
afterAll(async () => {
  await browser.close()
  sdk.stop()
  await fixture.stop()
})

/** Does something with the page open at one of its tabs. There may be nothing to complain of. */
const look = async (tab: string, work: (page: Page) => Promise<void>, size = { width: 1280, height: 860 }): Promise<void> => {
  const page = await browser.newPage({ viewport: size })
  const trouble = watchPage(page)
  try {
    await page.goto(`${fixture.cloud.url}/devcloud/#${tab}`)
    await work(page)
    expect(trouble).toEqual([])
  } finally {
    await page.close()
    fixture.cloud.faults.clear()
  }
}
const shown = (page: Page, text: string) => page.getByText(text).first().waitFor()

test('documents: counted, filtered, opened, and how they were found; what is typed stays while the page refreshes', async () => {
  await look('database', async (page) => {
    await shown(page, '30 documents')
    await page.getByLabel('Query').fill('{"n": {"$gte": 28}}')
    await page.getByLabel('Order').fill('{"n": -1}')
    await page.getByRole('button', { name: 'Find' }).click()
    await shown(page, '2 documents')
    await shown(page, 'index byN, backwards')
    await page.getByText('order-29', { exact: true }).click()
    await shown(page, '"$date": "1970-01-01T00:00:00.000Z"')
    await shown(page, '"name": "<b>29"')
    await page.getByLabel('Query').fill('{"n": {"$gte"')
    await sdk.run("await db.collection('orders').add({ _id: 'order-99', n: 99 })")
    // It came by itself.
    await page.getByText('order-99', { exact: true }).waitFor()
    expect(await page.getByLabel('Query').inputValue()).toBe('{"n": {"$gte"')
    expect(await page.locator('details[open]').count()).toBe(1)
    await page.getByLabel('Order').fill('')
    await page.getByLabel('Query').fill('{"$where": 1}')
    expect(await page.locator('.wrong:visible').count()).toBe(0)
    await page.getByRole('button', { name: /^empty/ }).click()
    await shown(page, 'No document matches.')
  })
})

test('a function\'s log is there after a call, with who called', async () => {
  await look('functions', async (page) => {
    await shown(page, 'none: the next call starts cold')
    await fixture.cloud.invoke('hello', { name: 'from alice' }, { openid: 'openid-alice' })
    const call = page.locator('#calls details').first()
    await call.waitFor()
    await call.locator('summary').click()
    await shown(page, 'hello from alice')
    expect(await call.locator('summary').innerText()).toMatch(/hello\s+cold\s+alice/)
    await page.getByRole('row', { name: /hello/ }).getByRole('button', { name: 'Kill processes' }).click()
    await page.getByRole('row', { name: /hello/ }).getByText('none: the next call starts cold').waitFor()
  })
})

test('a fault is switched on and off, seen at the top, and acts through the SDK', async () => {
  await look('faults', async (page) => {
    const upload = () => sdk.run("return (await app.uploadFile({ cloudPath: 'b.txt', fileContent: Buffer.from('b') })).fileID")
    const alarm = page.locator('#alarm')
    await page.locator('#switch-storage').click()
    await alarm.getByText('storage fails').waitFor()
    await expect(upload()).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
    await page.locator('#switch-storage[aria-checked=true]').click()
    await alarm.waitFor({ state: 'hidden' })
    expect(await upload()).toContain('b.txt')

    await page.locator('#crashing').selectOption('hello')
    await page.getByRole('button', { name: 'Let it crash' }).click()
    await alarm.getByText('hello crashes (next call)').waitFor()
    await expect(sdk.run("return await app.callFunction({ name: 'hello' })")).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    await alarm.waitFor({ state: 'hidden' })

    await page.getByLabel(/^Person/).selectOption('openid-alice')
    await page.getByLabel(/^Template/).selectOption('tmpl-1')
    await page.getByRole('button', { name: 'Let it refuse' }).click()
    await page.locator('#switch-offline').click()
    await alarm.getByText('clients are offline').waitFor()
    await alarm.getByText('WeChat: 43101').waitFor()
    expect(fixture.cloud.faults.list()).toMatchObject([{ openid: 'openid-alice', templateId: 'tmpl-1', fail: { errcode: 43101 }, times: 1 }])
    await expect(signedIn(fixture.cloud, 'alice')).rejects.toThrow('fetch failed')
    await page.getByRole('button', { name: 'Switch everything off' }).click()
    await alarm.waitFor({ state: 'hidden' })
    expect(await signedIn(fixture.cloud, 'alice')).toHaveProperty('authorization')
    expect(fixture.cloud.faults.list()).toEqual([])
  })
})

test('time moves forward, timers fire, and how far it is ahead is said', async () => {
  await look('timers', async (page) => {
    await shown(page, 'As this machine’s own clock.')
    await page.locator('#amount').fill('2')
    await page.getByRole('button', { name: 'Move' }).click()
    await shown(page, 'Moved on by 2 h. Fired: hello/hourly (once for 2 dates).')
    await shown(page, `2 h ahead of this machine (${2 * HOUR} ms)`)
    expect(fixture.cloud.logs({ function: 'hello', limit: 1 })).toMatchObject([{ timer: true }])
    await page.getByRole('button', { name: 'Fire now' }).click()
    await shown(page, 'hello/hourly returned null')
  })
})

test('pictures are previewed', async () => {
  await look('files', async (page) => {
    await shown(page, 'pictures/a.png')
    const picture = page.locator('.file img')
    await page.waitForFunction(() => [...document.images].some(({ complete, naturalWidth }) => complete && naturalWidth === 1))
    expect(await picture.count()).toBe(1)
  })
})

test.each(['database', 'functions', 'wechat', 'timers', 'files', 'faults'])('%s fits a phone and can be read, also in the dark', async (tab) => {
  await look(tab, async (page) => {
    await page.locator(`#${tab} .card`).first().waitFor()
    await page.locator('#link').getByText('live').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.evaluate(axe.source)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate('axe.run()') as axe.AxeResults
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  }, { width: 360, height: 740 })
})

test('no other page of this machine may ask what the page asks', async () => {
  const page = await browser.newPage()
  try {
    // Another origin: the same machine by another name.
    await page.goto(`${fixture.cloud.url.replace('127.0.0.1', 'localhost')}/other`)
    const tried = (url: string, init: string) => page.evaluate(`fetch('${url}', ${init}).then((answer) => answer.status, () => 'not let')`)
    expect(await tried(`${fixture.cloud.url}/devcloud/inspect/state`, '{}')).toBe(403)
    expect(await tried(`${fixture.cloud.url}/devcloud/inspect/kill-function`, "{ method: 'POST', headers: { 'x-devcloud-page': '1' }, body: '{\"function\":\"hello\"}' }")).toBe(403)
  } finally {
    await page.close()
  }
})

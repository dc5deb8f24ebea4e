import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { startChrome } from '../browser/chrome'
import { drawPhoto } from '../browser/drawPhoto'
import { casesInEachState, type Standing, whenEffective } from '../browser/look/casesInEachState'
import { everyPage, type Visit } from '../browser/look/everyPage'
import { openVisit } from '../browser/look/openVisit'
import { startHouse, type House } from '../browser/startHouse'
import { Table } from '../browser/table'
import { ROOT } from '../scenario/openHouse'

const PICTURES = path.join(ROOT, 'docs/pictures')
const PATIENCE = 300_000
jest.setTimeout(PATIENCE)

let chrome: Browser
let page: Page
let house: House
let scraps: string
beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true })
  scraps = await mkdtemp(path.join(tmpdir(), 'tuanhou-pictures-'))
  chrome = await startChrome()
}, PATIENCE)
beforeEach(async () => {
  house = await startHouse()
  page = await (await chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
}, PATIENCE)
afterEach(async () => {
  await page?.context().close()
  await house?.stop()
})
afterAll(async () => {
  await chrome?.close()
  await rm(scraps, { recursive: true, force: true })
})

test('the stage: strawberries reported, agreed to and paid, the supplier asked', async () => {
  const easel = await chrome.newPage()
  const photo = (await drawPhoto(easel, '11.21')).buffer
  await easel.close()
  const table = new Table(page)
  const signedIn = ['wang', 'chen', 'laoli'].map(id => table.signIn(id))
  await page.goto(house.url)
  await Promise.all(signedIn)

  const [wang, chen] = [await signIn(house.url, 'wang'), await signIn(house.url, 'chen')]
  const { uploadPrefix } = await wang.call('whoAmI', {})
  const { photoId } = await wang.call('addPhoto', { fileId: await wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, photo) })
  const { bought } = await wang.call('residentHome', {})
  const line = bought.flatMap(g => g.lines).find(one => one.title.includes('草莓'))
  if (!line) throw new Error('the demo has no strawberries')
  const caseId = randomUUID()
  const amount = Math.round(line.paid / line.quantity)
  await wang.call('fileCase', { caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount }, photos: [photoId], words: '一打开就是烂的' })
  await wang.pokeCourier()
  for (const command of [{ type: 'settle' }, { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] }] as const) {
    const { view } = await chen.call('showCase', { caseId, as: 'leader' })
    await chen.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: command.type === 'settle' ? command : { ...command, photos: [] } })
    await whenEffective(chen, caseId, 'leader')
    await chen.pokeCourier()
  }
  for (const [who, what] of [['王阿姨', '已退款'], ['陈姐', '王阿姨'], ['老李', '请确认承担']] as const) {
    await table.messages.filter({ hasText: `发给${who}` }).filter({ hasText: what }).first().getByRole('button').click()
  }
  await table.phone('resident').getByText('已退款').first().waitFor()
  await table.phone('leader').getByText('谁来承担').first().waitFor()
  await table.phone('supplier').getByRole('button', { name: /^认/ }).first().waitFor()
  await page.waitForFunction(() => [...document.querySelectorAll('iframe')].every(frame => [...frame.contentDocument?.images ?? []].every(image => image.complete)))
  await page.screenshot({ path: path.join(PICTURES, 'stage.jpg'), type: 'jpeg', quality: 50 })
})

test('the main screens of each', async () => {
  const easel = await chrome.newPage()
  let drawn = 0
  const cases: Standing[] = await casesInEachState(house.url, async title => (await drawPhoto(easel, `${title} ${++drawn}`)).buffer)
  await easel.close()
  const visits = await everyPage(house.url, cases)
  for (const [name, screens] of [
    ['resident', ['home', 'file-pieces', 'case-offered', 'messages']],
    ['leader', ['leader-inbox', 'leader-case-waitingLeader', 'leader-offer', 'leader-group-buys']],
    ['supplier', ['supplier-cases', 'supplier-case-refunded', 'supplier-dispute']],
  ] as const) {
    const shown: string[] = []
    for (const screen of screens) {
      const visit = visits.find(v => v.name === screen)
      if (!visit) throw new Error(`there is no screen ${screen}`)
      shown.push(await screenOf(visit))
    }
    await page.setViewportSize({ width: 30 + shown.length * 340, height: 740 })
    await page.setContent(`<body style="margin:0;padding:30px;display:flex;gap:30px;background:#d9d3c9">${shown.map(data => `<img style="width:310px;height:680px;border-radius:22px;box-shadow:0 4px 18px rgba(60,50,35,.25)" src="${data}">`).join('')}</body>`)
    await page.screenshot({ path: path.join(PICTURES, `${name}.jpg`), type: 'jpeg', quality: 72 })
  }
})

async function screenOf(visit: Visit): Promise<string> {
  await page.setViewportSize({ width: 375, height: 822 })
  await openVisit(page, house.url, visit, false)
  // What was tapped was scrolled to; a page is shown from its beginning.
  await page.evaluate(() => { for (const screen of document.querySelectorAll('.taro_page')) screen.scrollTop = 0 })
  const file = path.join(scraps, `${visit.name}.png`)
  await page.screenshot({ path: file })
  return `data:image/png;base64,${(await readFile(file)).toString('base64')}`
}

import type { Page } from 'playwright-core'
import { NEWCOMER } from '../../stage/demo/community'
import { signIn } from '../../stage/cloudClient'
import { drawPhoto } from './drawPhoto'
import { openHouseAndChrome } from './openHouseAndChrome'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

/** What the issue allows, and one photo. */
const MOST_TAPS = 6

const opened = openHouseAndChrome()

/** Counts every click in every frame of a page, whoever hears it: a trusted one is a finger's. The system's own choice of a file is no click in the page. */
async function countClicks(page: Page): Promise<string[]> {
  const clicks: string[] = []
  await page.exposeFunction('clickedOn', (what: string) => { clicks.push(what) })
  await page.addInitScript(() => {
    // On the document and no earlier: what Playwright itself stops, because something lies in the way, is no click.
    document.addEventListener('click', event => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      const named = event.target.closest('[aria-label], button')
      void (window as unknown as { clickedOn: (what: string) => Promise<void> }).clickedOn(named?.getAttribute('aria-label') ?? named?.textContent ?? event.target.tagName)
    }, true)
  })
  return clicks
}

/** The usual complaint on the stage, from the click on the card in the chat. `opensCamera`, then `labels`: what is tapped on the phone. */
async function fileFromCard(person: string, opensCamera: string, labels: string[]): Promise<string[]> {
  const page = await (await opened.chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  const clicks = await countClicks(page)
  const table = new Table(page)
  const signedIn = table.signIn(person)
  await page.goto(`${opened.house.url}/?resident=${person}`)
  await signedIn
  const phone = table.phone('resident')
  const picture = await drawPhoto(page, person)
  await table.card('11.21 周六果蔬团').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), phone.getByLabel(opensCamera, { exact: true }).filter({ visible: true }).click()])
  await chooser.setFiles([picture])
  for (const label of labels) await phone.getByLabel(label, { exact: true }).filter({ visible: true }).click()
  await phone.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()
  await phone.getByText('发给团长了').filter({ visible: true }).first().waitFor()
  await page.context().close()
  expect(trouble).toEqual([])
  return clicks
}

test('a household that bought one thing: the card leads straight to it', async () => {
  const zhang = await signIn(opened.house.url, NEWCOMER.person)
  const { joinNumber, phoneLast4 } = NEWCOMER
  const chen = await signIn(opened.house.url, 'chen')
  const [led] = (await chen.call('whoAmI', {})).leads
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: led?.communityId ?? '' })
  await zhang.call('bindOrders', { groupBuyId: groupBuys.find(g => g.title.includes('果蔬'))?.id ?? '', joinNumber, phoneLast4 })
  const clicks = await fileFromCard(NEWCOMER.person, '拍照片', ['坏了、烂了', '全坏', '发给团长'])
  console.info(`one thing bought, ${clicks.length} taps and one photo: ${clicks.join(' · ')}`)
  expect(clicks).toHaveLength(MOST_TAPS)
})

test('a household that bought several: the tap that says which opens the camera as well', async () => {
  const clicks = await fileFromCard('wang', '【丹东99草莓】顺丰冷链有问题', ['坏了、烂了', '全坏', '发给团长'])
  console.info(`several things bought, ${clicks.length} taps and one photo: ${clicks.join(' · ')}`)
  expect(clicks).toHaveLength(MOST_TAPS)
})

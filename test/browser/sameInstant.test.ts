import type { Locator, Page } from 'playwright-core'
import { drawPhoto } from './drawPhoto'
import { casesInEachState, type Standing } from './look/casesInEachState'
import { openHouseAndChrome } from './openHouseAndChrome'
import { watchPage } from './watchPage'

jest.setTimeout(300_000)
let cases: Standing[]
const opened = openHouseAndChrome()
beforeAll(async () => {
  const easel = await opened.chrome.newPage()
  let drawn = 0
  cases = await casesInEachState(opened.house.url, async title => (await drawPhoto(easel, `${title} ${++drawn}`)).buffer)
}, 300_000)

const NEWS = /^! 这件事(刚刚有了新情况|已经不在这一步了)：.+/
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).filter({ visible: true }).first()
const words = (page: Page, said: string | RegExp): Locator => page.getByText(said).filter({ visible: true }).first()
const write = (page: Page, label: string, what: string) => page.getByLabel(label).filter({ visible: true }).last().fill(what)
const written = (page: Page, label: string) => page.getByLabel(label).filter({ visible: true }).last().inputValue()
const caseOf = (state: string): string => cases.find(c => c.state === state)?.id ?? ''

/** The case on somebody's own phone. */
async function phone(who: string, caseAt: string, id: string): Promise<{ page: Page; trouble: string[] }> {
  const page = await (await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  await page.goto(`${opened.house.url}/phone/${who}/#/${caseAt}?id=${id}`)
  await words(page, '经过').waitFor()
  return { page, trouble }
}

/** A tap that WeChat's question comes after. */
async function send(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).click()
  await button(page, '不允许').click()
}

const closed = (page: Page, sheet: string) => page.getByRole('dialog', { name: sheet }).waitFor({ state: 'detached' })

async function photograph(page: Page): Promise<void> {
  const photo = await drawPhoto(page, `${Date.now()} ${page.url()}`)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '拍照片').click()])
  await chooser.setFiles(photo)
  await photographed(page).waitFor()
}
const photographed = (page: Page) => page.getByRole('img', { name: '第 1 张照片，传好了' }).filter({ visible: true })

async function more(page: Page, step: RegExp): Promise<void> {
  await button(page, /^更多/).click()
  await button(page, step).click()
}

test('a resident and the leader at the same instant: one is told what the other did, has all of it still, and sends it with a second tap', async () => {
  const id = caseOf('waitingLeader')
  const resident = await phone('wang', 'pages/case/index', id)
  const leader = await phone('chen', 'packages/leader/case/index', id)
  await button(resident.page, '又发现坏的').click()
  await resident.page.getByRole('radio', { name: '全坏' }).click()
  await write(resident.page, '想说的话', '底下全是烂的')
  await photograph(resident.page)
  await more(leader.page, /^请供货商先看/)
  await write(leader.page, '问他一句（可以不写）', '路上断冷了吗')
  await Promise.all([send(resident.page, '补报上去'), send(leader.page, '发给供货商')])
  await Promise.all([closed(resident.page, '又发现坏的'), closed(leader.page, '请供货商先看')])
  const leaderLost = words(leader.page, NEWS)
  expect(await leaderLost.isVisible()).not.toBe(await words(resident.page, NEWS).isVisible())
  if (await leaderLost.isVisible()) {
    expect(await leaderLost.textContent()).toContain('邻居')
    await more(leader.page, /^请供货商先看/)
    expect(await written(leader.page, '问他一句（可以不写）')).toBe('路上断冷了吗')
    await send(leader.page, '发给供货商')
  } else {
    expect(await words(resident.page, NEWS).textContent()).toContain('供货商')
    await button(resident.page, '又发现坏的').click()
    expect(await written(resident.page, '想说的话')).toBe('底下全是烂的')
    await photographed(resident.page).waitFor()
    await send(resident.page, '补报上去')
  }
  await words(leader.page, '等供货商回话').waitFor()
  await words(resident.page, '底下全是烂的').waitFor()

  // An amount: the resident is faster.
  await leader.page.reload()
  await more(leader.page, /^换个办法/)
  await write(leader.page, '或者自己填一个', '1.2')
  await write(leader.page, '跟人家说一句（可以不写）', '先退一部分，您看行吗')
  await button(resident.page, '再补一张照片').click()
  await photograph(resident.page)
  await send(resident.page, '补上，发出去')
  await closed(resident.page, '补张照片')
  await send(leader.page, '发出去：退 ¥1.20')
  // In a browser somebody who comes back to the window reads it anew: then nothing was missed, and the offer went out with what was written.
  await words(leader.page, NEWS).or(button(leader.page, /撤回/)).first().waitFor()
  if (await words(leader.page, NEWS).isVisible()) {
    await more(leader.page, /^换个办法/)
    expect([await written(leader.page, '或者自己填一个'), await written(leader.page, '跟人家说一句（可以不写）')]).toEqual(['1.2', '先退一部分，您看行吗'])
    await send(leader.page, '发出去：退 ¥1.20')
  }
  await button(leader.page, /撤回/).waitFor()
  await words(leader.page, '先退一部分，您看行吗').waitFor()
  expect([...resident.trouble, ...leader.trouble]).toEqual([])
})

test('the desk and the supplier at the same instant: a step that is over leaves its words on the page, and all of it in its sheet should it come back', async () => {
  const id = caseOf('waitingSupplier')
  const supplier = await phone('laoli', 'packages/supplier/case/index', id)
  const desk = await phone('xu', 'packages/operator/case/index', id)
  await button(supplier.page, '有不同意见').click()
  await supplier.page.getByRole('radio', { name: '反映得太晚' }).click()
  await write(supplier.page, '说一句（可以不写）', '签收两天了')
  await photograph(supplier.page)
  await more(desk.page, /^转给别人定/)
  await write(desk.page, '为什么', '说了两天没说到一起')
  await send(desk.page, '接过来')
  await words(desk.page, '等您定').waitFor()
  await send(supplier.page, '发给团长')
  expect(await words(supplier.page, NEWS).textContent()).toContain('平台')
  await words(supplier.page, '您写的没发出去，还在这里').waitFor()
  await words(supplier.page, '“签收两天了”').waitFor()

  // Asked once more; and the desk, meanwhile, writes an offer.
  await more(desk.page, /^请供货商先看/)
  await send(desk.page, '发给供货商')
  await words(desk.page, '等供货商回话').waitFor()
  await more(desk.page, /^换个办法/)
  await write(desk.page, '或者自己填一个', '1.3')
  await write(desk.page, '跟人家说一句（可以不写）', '平台看过了')
  await supplier.page.reload()
  await button(supplier.page, '有不同意见').click()
  await button(supplier.page, '换一个原因，现在是反映得太晚').waitFor()
  expect(await written(supplier.page, '说一句（可以不写）')).toBe('签收两天了')
  await supplier.page.locator('.photo-picker__thumb').first().waitFor()
  await send(supplier.page, '发给团长')
  await closed(supplier.page, '有不同意见')
  expect(await words(supplier.page, '您写的没发出去，还在这里').count()).toBe(0)
  await send(desk.page, '发出去：退 ¥1.30')
  expect(await words(desk.page, NEWS).textContent()).toContain('供货商')
  await more(desk.page, /^换个办法/)
  expect([await written(desk.page, '或者自己填一个'), await written(desk.page, '跟人家说一句（可以不写）')]).toEqual(['1.3', '平台看过了'])
  await send(desk.page, '发出去：退 ¥1.30')
  await button(desk.page, /撤回/).waitFor()
  expect([...supplier.trouble, ...desk.trouble]).toEqual([])
})

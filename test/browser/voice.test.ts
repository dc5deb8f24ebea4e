import type { FrameLocator, Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { drawPhoto } from './drawPhoto'
import { startChrome } from './chrome'
import { openHouseAndChrome } from './openHouseAndChrome'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

/** A microphone that beeps, and a person who lets it be used. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

const opened = openHouseAndChrome({ flags: MICROPHONE })

const button = (phone: FrameLocator | Page, name: string | RegExp): Locator => phone.getByRole('button', { name }).filter({ visible: true })
const words = (phone: FrameLocator | Page, said: string | RegExp): Locator => phone.getByText(said).filter({ visible: true }).first()
const allow = (phone: FrameLocator) => phone.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()

/** Holds the button with the mouse until it has counted so far. */
async function hold(page: Page, phone: FrameLocator | Page, seconds: number): Promise<void> {
  const box = await button(phone, /^按住说话/).boundingBox()
  if (!box) throw new Error('nothing to hold')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await words(phone, `正在听您说 ${seconds} 秒`).waitFor()
  await page.mouse.up()
}

test('on the stage: a real voice is recorded, filed, heard by the leader, and no trace of it reaches the supplier', async () => {
  const page = await (await opened.chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  const table = new Table(page)
  await page.goto(opened.house.url)
  const [resident, leader] = [table.phone('resident'), table.phone('leader')]
  await button(resident, '【丹东99草莓】顺丰冷链有问题').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(resident, '拍照片').click()])
  await chooser.setFiles([await drawPhoto(page, '一')])
  await button(resident, /^按住说话/).scrollIntoViewIfNeeded()
  await hold(page, resident, 2)
  await resident.getByRole('status', { name: '第 1 段话，传好了' }).waitFor()
  await button(resident, /^听第 1 段话/).click()
  await button(resident, '停下，第 1 段话').waitFor()
  await resident.getByRole('radio', { name: '坏了、烂了' }).click()
  await resident.getByRole('radio', { name: '全坏' }).click()
  await button(resident, '发给团长').click()
  await allow(resident)
  await words(resident, '发给团长了').waitFor()

  await table.messages.filter({ hasText: '发给陈姐' }).getByRole('button').first().click()
  await table.shows('leader', 'packages/leader/case/index')
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.request().resourceType() === 'media'),
    button(leader, /^听邻居说的话，[23] 秒$/).click(),
  ])
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'audio/wav'])
  await button(leader, '停下，邻居说的话').waitFor()
  // It comes to its end by itself.
  await button(leader, /^听邻居说的话/).waitFor()

  const [chen, laoli] = [await signIn(opened.house.url, 'chen'), await signIn(opened.house.url, 'laoli')]
  const { cards } = await laoli.call('supplierCases', { tab: 'all' })
  const id = cards[0]?.id ?? ''
  const { view, voiceLinks } = await chen.call('showCase', { caseId: id, as: 'leader' })
  const [voice] = view.voices
  expect([view.voices.length, [2, 3].includes(voice?.seconds ?? 0)]).toEqual([1, true])
  const sound = await fetch(voiceLinks[voice?.id ?? ''] ?? '')
  const bytes = Buffer.from(await sound.arrayBuffer())
  expect([sound.status, bytes.toString('latin1', 0, 4), bytes.length > 32_000]).toEqual([200, 'RIFF', true])
  // The fake microphone beeps: something was recorded, not silence.
  expect(Math.max(...Array.from({ length: (bytes.length - 44) / 2 }, (_, i) => Math.abs(bytes.readInt16LE(44 + i * 2))))).toBeGreaterThan(300)
  const theirs = JSON.stringify([await laoli.call('showCase', { caseId: id }), await laoli.call('supplierCases', { tab: 'all' }), await laoli.call('listNotices', {})])
  for (const trace of [voice?.id ?? 'none', '段话', '.wav']) expect(theirs).not.toContain(trace)
  expect(trouble).toEqual([])
  await page.context().close()
})

test('by keyboard, and without a signal: what was said is there again after the page was closed, and goes up then', async () => {
  const context = await opened.chrome.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${opened.house.url}/phone/wang/`)
  await button(page, /脐橙.*有问题/).click()
  await button(page, /^按住说话/).press('Enter')
  await words(page, '正在听您说 1 秒').waitFor()
  await context.setOffline(true)
  await button(page, '说完了').press('Enter')
  await page.getByRole('status', { name: '第 1 段话，没传上去' }).waitFor()
  const address = page.url()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await again.getByRole('status', { name: '第 1 段话，传好了' }).waitFor()
  await button(again, /^听第 1 段话/).click()
  await button(again, '停下，第 1 段话').waitFor()
  await context.close()
})

test('a refused microphone is said in words, and everything else goes on', async () => {
  const shy = await startChrome(['--use-fake-device-for-media-stream', '--deny-permission-prompts'])
  try {
    const page = await shy.newPage()
    await page.goto(`${opened.house.url}/phone/wang/`)
    await button(page, /上海青.*有问题/).click()
    await button(page, /^按住说话/).press('Enter')
    await page.getByRole('alert').filter({ hasText: '您没有让浏览器用麦克风' }).waitFor()
    expect(await button(page, /^按住说话/).count()).toBe(1)
  } finally {
    await shy.close()
  }
})

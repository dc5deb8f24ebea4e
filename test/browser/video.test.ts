import type { FrameLocator, Locator, Page } from 'playwright-core'
import { signIn } from '../../stage/cloudClient'
import { SECRET_PLACE } from '../scenario/photo'
import { video } from '../scenario/video'
import { drawPhoto } from './drawPhoto'
import { openHouseAndChrome } from './openHouseAndChrome'
import { Table } from './table'
import { watchPage } from './watchPage'

jest.setTimeout(120_000)

const opened = openHouseAndChrome()

const button = (phone: FrameLocator | Page, name: string | RegExp): Locator => phone.getByRole('button', { name }).filter({ visible: true })
const words = (phone: FrameLocator | Page, said: string | RegExp): Locator => phone.getByText(said).filter({ visible: true }).first()
const allow = (phone: FrameLocator) => phone.getByRole('dialog', { name: '允许发送消息' }).getByRole('button', { name: '允许', exact: true }).click()

/** Frames of H.264 that this browser has encoded: a square that wanders. */
async function film(page: Page): Promise<{ frames: Buffer[]; decoder: Buffer }> {
  const made = await page.evaluate(async () => {
    const base64 = (bytes: Uint8Array) => btoa([...bytes].map(byte => String.fromCharCode(byte)).join(''))
    const frames: string[] = []
    let decoder = ''
    const encoder = new VideoEncoder({
      output: (chunk, about) => {
        const bytes = new Uint8Array(chunk.byteLength)
        chunk.copyTo(bytes)
        frames.push(base64(bytes))
        if (about?.decoderConfig?.description) decoder = base64(new Uint8Array(about.decoderConfig.description as ArrayBuffer))
      },
      error: why => { throw why },
    })
    encoder.configure({ codec: 'avc1.42E01E', width: 640, height: 480, avc: { format: 'avc' } })
    const canvas = new OffscreenCanvas(640, 480)
    const brush = canvas.getContext('2d')!
    for (let n = 0; n < 12; n++) {
      brush.fillStyle = '#fff'
      brush.fillRect(0, 0, 640, 480)
      brush.fillStyle = '#c00'
      brush.fillRect(n * 40, 200, 80, 80)
      const frame = new VideoFrame(canvas, { timestamp: n * 250_000 })
      encoder.encode(frame, { keyFrame: n === 0 })
      frame.close()
    }
    await encoder.flush()
    return { frames, decoder }
  })
  return { frames: made.frames.map(frame => Buffer.from(frame, 'base64')), decoder: Buffer.from(made.decoder, 'base64') }
}

async function choose(page: Page, phone: FrameLocator, name: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(phone, name).click()])
  await chooser.setFiles(file)
}

test('on the stage: a real video is filed, plays for the leader when it was cleaned, and no trace of it reaches the supplier', async () => {
  const page = await (await opened.chrome.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' })).newPage()
  const trouble = watchPage(page)
  const table = new Table(page)
  await page.goto(opened.house.url)
  const [resident, leader] = [table.phone('resident'), table.phone('leader')]
  await button(resident, '【丹东99草莓】顺丰冷链有问题').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(resident, '拍照片').click()])
  await chooser.setFiles([await drawPhoto(page, '一')])
  await choose(page, resident, '拍一段视频，15 秒内', { name: 'recorded.webm', mimeType: 'video/webm', buffer: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]) })
  await resident.getByRole('alert').filter({ hasText: '这个格式打不开' }).waitFor()
  await choose(page, resident, '拍一段视频，15 秒内', { name: 'filmed.mp4', mimeType: 'video/mp4', buffer: video({ real: await film(page) }) })
  await resident.getByRole('status', { name: '视频，传好了' }).waitFor()
  await button(resident, '看拍的视频，3 秒').click()
  await button(resident, '看完了').click()
  await resident.getByRole('radio', { name: '坏了、烂了' }).click()
  await resident.getByRole('radio', { name: '全坏' }).click()
  await button(resident, '发给团长').click()
  await allow(resident)
  await words(resident, '发给团长了').waitFor()

  await table.messages.filter({ hasText: '发给陈姐' }).getByRole('button').first().click()
  await table.shows('leader', 'packages/leader/case/index')
  await button(leader, '看邻居拍的视频，3 秒').click()
  const picture = leader.locator('video.film__picture')
  // It is decoded, and comes to its end.
  await picture.evaluate((shown: HTMLVideoElement) => shown.ended || new Promise(resolve => { shown.onended = resolve }))
  expect(await picture.evaluate((shown: HTMLVideoElement) => [shown.videoWidth, shown.videoHeight, Math.round(shown.duration)])).toEqual([640, 480, 3])
  await button(leader, '看完了').click()

  const [chen, laoli] = [await signIn(opened.house.url, 'chen'), await signIn(opened.house.url, 'laoli')]
  const { cards } = await laoli.call('supplierCases', { tab: 'all' })
  const id = cards[0]?.id ?? ''
  const { view, videoLinks } = await chen.call('showCase', { caseId: id, as: 'leader' })
  const bytes = Buffer.from(await (await fetch(videoLinks[view.videos[0]?.id ?? ''] ?? '')).arrayBuffer())
  expect([view.videos.length, bytes.length > 1000, bytes.includes(SECRET_PLACE)]).toEqual([1, true, false])
  const theirs = JSON.stringify([await laoli.call('showCase', { caseId: id }), await laoli.call('supplierCases', { tab: 'all' }), await laoli.call('listNotices', {})])
  for (const trace of [view.videos[0]?.id ?? 'none', '视频', '.mp4']) expect(theirs).not.toContain(trace)
  expect(trouble).toEqual([])
  await page.context().close()
})

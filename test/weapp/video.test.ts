import { act, bind, COMMUNITY, fruitId, joinSupplier, moveIn, openHouse, type House } from '../scenario/openHouse'
import { photo, SECRET_PLACE } from '../scenario/photo'
import { video } from '../scenario/video'
import type { Host } from './host/launch-host'
import type { PhoneStorage } from './host/phone/storage'
import { buildWeapp, cloudOf, fileName, onPhone } from './onPhone'
import { Signal } from './signal'

let house: House
let signal: Signal
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  await (await house.as('chen')).call('markArrived', { groupBuyId: await fruitId(house) })
}, 180_000)
beforeEach(async () => { signal = new Signal(await cloudOf(house, 'wang')) })
afterEach(async () => {
  const errors = phones.flatMap(p => p.errors)
  for (const one of phones.splice(0)) one.close()
  const { data } = await house.db.collection('cases').limit(100).get() as { data: { _id: string; open: boolean }[] }
  for (const one of data) if (one.open) await act(await house.as('wang'), one._id, 'resident', { type: 'withdraw', words: '' })
  expect(errors).toEqual([])
})
afterAll(() => house.close())

async function phone(storage?: PhoneStorage, seconds = 7): Promise<Host> {
  const host = await onPhone(house, 'wang', { cloud: signal.handlers, ...(storage ? { storage } : {}) })
  phones.push(host)
  host.setAlbum([{ name: fileName(), bytes: photo() }, { name: 'filmed.mp4', bytes: video({ seconds }), seconds }])
  return host
}

async function openForm(host: Host): Promise<void> {
  await host.until('草莓')
  await host.tap({ label: /草莓.*有问题/ })
  await host.until('拍视频（15 秒）')
}

const FILM = { label: '拍一段视频，15 秒内' }
const state = (host: Host, words: string) => host.until(h => h.findAll({ label: `视频，${words}` }).length === 1)

async function fillInTheRest(host: Host): Promise<void> {
  await host.tap('拍照片')
  await host.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  await host.tap({ label: /坏了、烂了/ })
  await host.tap({ label: /全坏/ })
}

async function filed(): Promise<{ videos?: { id: string; seconds: number }[] } | undefined> {
  const { data } = await house.db.collection('cases').orderBy('filedAt', 'desc').limit(1).get() as { data: { events: { videos?: { id: string; seconds: number }[] }[] }[] }
  return data[0]?.events[0]
}

test('filmed and filed, seen by the leader; the supplier learns nothing of it; and one more is added', async () => {
  const host = await phone()
  await openForm(host)
  await host.tap(FILM)
  await state(host, '传好了')
  expect(host.calls('chooseMedia')).toMatchObject([{ count: 1, mediaType: ['video'], sourceType: ['camera', 'album'], maxDuration: 15, camera: 'back', sizeType: ['compressed'] }])
  await host.tap({ label: '看拍的视频，7 秒' })
  expect(host.calls('previewMedia')).toMatchObject([{ sources: [{ type: 'video', url: expect.stringMatching(/\.mp4$/) as string }] }])
  await fillInTheRest(host)
  await host.tap('发给团长')
  await host.until('发给团长了')
  expect(await filed()).toMatchObject({ videos: [{ seconds: 7 }] })
  await host.tap('看进展')
  await host.until('您反映：坏了、烂了，想退 ¥59.90，还拍了一段视频（7 秒）')
  await host.tap({ label: '看您拍的视频，7 秒' })
  expect(host.calls('previewMedia')).toHaveLength(2)

  const leader = await onPhone(house, 'chen')
  phones.push(leader)
  await leader.tap({ label: /草莓/ })
  await leader.tap({ label: '看邻居拍的视频，7 秒' })
  const [shown] = leader.calls('previewMedia') as { sources: { url: string }[] }[]
  const answer = await fetch(shown?.sources[0]?.url ?? '')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([answer.headers.get('content-type'), bytes.toString('latin1', 4, 8), bytes.includes('FRAME 0 of'), bytes.includes(SECRET_PLACE)]).toEqual(['video/mp4', 'ftyp', true, false])

  const [card] = (await (await house.as('chen')).call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).cards
  const supplier = await onPhone(house, 'laoli', { path: 'packages/supplier/case/index', query: { id: card?.id ?? '' } })
  phones.push(supplier)
  await supplier.until('草莓')
  expect(supplier.text()).not.toMatch(/视频|秒/)

  await host.tap('再补一张照片')
  host.setAlbum([{ name: 'more.MOV', bytes: video({ seconds: 3, quickTime: true }), seconds: 3 }])
  await host.tap(FILM)
  await state(host, '传好了')
  await host.tap('补上，发出去')
  await host.until('您补了，拍了一段视频（3 秒）')
  await host.until(h => h.findAll({ label: /^看您拍的视频/ }).length === 2)
})

test('too long out of the album is said before it goes up; taken away, it is gone from the phone', async () => {
  const host = await phone(undefined, 40)
  await openForm(host)
  await host.tap(FILM)
  await host.until('视频最长 15 秒，这段有 40 秒，请重拍一段')
  expect(host.calls('cloud.uploadFile')).toHaveLength(0)
  host.setAlbum([{ name: 'short.mp4', bytes: video({ seconds: 4 }), seconds: 4 }])
  await host.tap(FILM)
  await state(host, '传好了')
  await host.tap({ label: '删掉视频' })
  await host.until('拍视频（15 秒）')
  expect([...host.storage.files.keys()].filter(path => path.endsWith('.mp4') && !path.startsWith('http://tmp/'))).toEqual([])
})

test.each<[where: string, cut: () => void]>([
  ['before it goes up', () => signal.cutFrom('upload')], ['on the answer that it was taken', () => signal.loseAnswerOf('addVideo')], ['before the complaint is sent', () => signal.cutFrom('fileCase')],
])('the signal goes %s and the mini-program is killed: the next start sends it, once', async (_where, cut) => {
  const host = await phone(undefined, 6)
  await openForm(host)
  await fillInTheRest(host)
  cut()
  await host.tap(FILM)
  await host.tap('发给团长')
  await host.until('还没发出去，有信号会自动再发')
  const { storage } = host
  host.close()
  signal.restore()
  const before = (await house.db.collection('videos').count()).total ?? 0
  const again = await phone(storage)
  await again.until('正在处理')
  await again.until(h => !h.text().includes('还没发出去的'))
  expect(await filed()).toMatchObject({ videos: [{ seconds: 6 }] })
  expect((await house.db.collection('videos').count()).total ?? 0).toBeLessThanOrEqual(before + 1)
  expect([...storage.files.keys()].filter(path => path.endsWith('.mp4') && !path.startsWith('http://tmp/'))).toEqual([])
})

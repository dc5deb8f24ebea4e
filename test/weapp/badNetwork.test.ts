import { act, decide, bind, fruitId, moveIn, openHouse, type House } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
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
  await (await house.as('chen')).call('markArrived', { groupBuyId: await fruitId(house) })
}, 180_000)
beforeEach(async () => { signal = new Signal(await cloudOf(house, 'wang')) })
afterEach(async () => {
  const errors = phones.flatMap(p => p.errors)
  for (const phone of phones.splice(0)) phone.close()
  // The line is free for the next test.
  const wang = await house.as('wang')
  for (const one of await cases()) if (one.open) await act(wang, one._id, 'resident', { type: 'withdraw', words: '' })
  expect(errors).toEqual([])
})
afterAll(() => house.close())

interface Stored { _id: string; open: boolean; version: number; events: { photos: string[]; words: string; line: { title: string } }[] }
async function cases(): Promise<Stored[]> {
  const { data } = await house.db.collection('cases').orderBy('filedAt', 'desc').limit(100).get() as { data: Stored[] }
  return data
}

async function phone(storage?: PhoneStorage): Promise<Host> {
  const host = await onPhone(house, 'wang', { cloud: signal.handlers, ...(storage ? { storage } : {}) })
  phones.push(host)
  return host
}

async function kill(host: Host): Promise<PhoneStorage> {
  const { storage } = host
  host.close()
  return storage
}

/** Opens the form on the strawberries, and fills in all but the photo. */
async function fillIn(host: Host): Promise<void> {
  await host.until('草莓')
  await host.tap({ label: /草莓.*有问题/ })
  await host.until('拍照片')
  await host.tap({ label: /坏了、烂了/ })
  await host.tap({ label: /全坏/ })
  await host.type({ label: '想说的话' }, '压在下面的都烂了')
}

async function takePhotos(host: Host, count: number): Promise<void> {
  host.setAlbum(Array.from({ length: count }, () => ({ name: fileName(), bytes: photo() })))
  await host.tap('拍照片')
  await host.until(h => h.findAll({ label: new RegExp(`第 ${count} 张照片`) }).length === 1)
}

const WAITS = '还没发出去，有信号会自动再发'

/** Exactly one case came of it, with everything that was filled in. */
async function arrivedOnce(before: number, photos: number): Promise<void> {
  const all = await cases()
  expect(all).toHaveLength(before + 1)
  const [filed] = all[0]?.events ?? []
  expect(filed).toMatchObject({ words: '压在下面的都烂了', line: { title: expect.stringContaining('草莓') as unknown } })
  expect(new Set(filed?.photos).size).toBe(photos)
}

/** Where the signal can go while a complaint is filed. */
const CUTS: [where: string, cut: () => void][] = [
  ['before the photo goes up', () => signal.cutFrom('upload')],
  ['while it goes up, its answer lost', () => signal.loseAnswerOf('upload')],
  ['before it is taken as evidence', () => signal.cutFrom('addPhoto')],
  ['on the answer that it was taken', () => signal.loseAnswerOf('addPhoto')],
  ['before the complaint is sent', () => signal.cutFrom('fileCase')],
  ['on the answer to the complaint', () => signal.loseAnswerOf('fileCase')],
]

test.each(CUTS)('the signal goes %s: it waits, and goes by itself when the signal is back', async (_where, cut) => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  cut()
  await takePhotos(host, 2)
  await host.tap('发给团长')
  await host.until(WAITS)
  expect(host.findAll({ label: /打电话给团长/ })).toHaveLength(1)
  signal.restore()
  await host.setNetwork('none')
  await host.setNetwork('4g')
  await host.until('发给团长了')
  await arrivedOnce(before, 2)
  expect(host.storage.files.size === 0 || [...host.storage.files.keys()].every(path => path.startsWith('http://tmp/'))).toBe(true)
})

test.each(CUTS)('the signal goes %s, and the mini-program is killed: the next start sends it', async (_where, cut) => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  cut()
  await takePhotos(host, 2)
  await host.tap('发给团长')
  await host.until(WAITS)
  const storage = await kill(host)
  signal.restore()
  const again = await phone(storage)
  await again.until('正在处理')
  await again.until(h => !h.text().includes('还没发出去的'))
  await arrivedOnce(before, 2)
})

test('killed with photos that never went up: they are all there again, and go up', async () => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  await signal.gone(host)
  expect(host.text()).toContain('现在没有网络')
  await takePhotos(host, 3)
  const url = host.page()
  const storage = await kill(host)
  signal.restore()
  const again = await onPhone(house, 'wang', { cloud: signal.handlers, storage, path: url.route, query: url.query })
  phones.push(again)
  await again.until(h => h.findAll({ label: /张照片，传好了/ }).length === 3)
  expect(again.text()).toContain('压在下面的都烂了')
  expect(again.findAll({ tag: 'image' }).filter(i => String(i.attrs['src']).startsWith('http://usr/'))).toHaveLength(3)
  await again.tap('发给团长')
  await again.until('发给团长了')
  await arrivedOnce(before, 3)
})

test('killed in the moment of sending: it was in the outbox before it left', async () => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 1)
  await host.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  const cloud = await cloudOf(house, 'wang')
  let left = false
  host.setCloud({ ...cloud, callFunction: async call => {
    if ((call.data as { call?: string }).call !== 'fileCase') return cloud.callFunction(call)
    left = true
    return new Promise(() => undefined)
  } })
  await host.tap('发给团长')
  await host.until(() => left)
  const storage = await kill(host)
  const again = await phone(storage)
  await again.until('正在处理')
  await arrivedOnce(before, 1)
})

test('started without a signal: home shows what waits, a tap tries at once, and one sent it is gone from there', async () => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 1)
  await signal.gone(host)
  await host.tap('发给团长')
  await host.until(WAITS)
  const again = await phone(await kill(host))
  await again.until('还没发出去的')
  expect(again.text()).toContain(WAITS)
  await again.tap('立即重试')
  await again.until(WAITS)
  signal.restore()
  await again.tap('立即重试')
  await again.until(h => !h.text().includes('还没发出去的'))
  await arrivedOnce(before, 1)
})

test('taken back before it went: the form is as it was, and nothing was filed', async () => {
  const before = (await cases()).length
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 2)
  await signal.gone(host)
  await host.tap('发给团长')
  await host.until(WAITS)
  await host.tap('取消')
  await host.until('压在下面的都烂了')
  expect(host.findAll({ label: /第 \d 张照片/ })).toHaveLength(2)
  signal.restore()
  await host.setNetwork('4g')
  await host.settled()
  expect(await cases()).toHaveLength(before)
  await host.until(h => h.findAll({ label: /再传一次/ }).length + h.findAll({ label: /张照片，传好了/ }).length === 2)
})

test('refused when it was finally sent: it says so until it was read, and what was typed is still there', async () => {
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 1)
  await host.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  await signal.gone(host)
  await host.tap('发给团长')
  await host.until(WAITS)
  const storage = await kill(host)
  // Meanwhile the same was filed elsewhere.
  const other = await onPhone(house, 'wang')
  phones.push(other)
  await fillIn(other)
  await takePhotos(other, 1)
  await other.tap('发给团长')
  await other.until('发给团长了')
  const before = (await cases()).length
  signal.restore()
  const again = await phone(storage)
  await again.until('没发成')
  expect(again.text()).toContain('已经有一个问题在处理了')
  expect(await cases()).toHaveLength(before)
  expect([...storage.values.values()].some(kept => kept.includes('压在下面的都烂了'))).toBe(true)
  await again.tap('知道了')
  await again.until(h => !h.text().includes('没发成'))
})

/** A case that waits for the resident's nod. */
async function offered(): Promise<string> {
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 1)
  await host.tap('发给团长')
  await host.until('发给团长了')
  host.close()
  const id = (await cases())[0]?._id ?? ''
  await decide(await house.as('chen'), id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 2000 }], words: '退二十行吗' })
  return id
}

const onCase = async (id: string, storage?: PhoneStorage) => {
  const host = await onPhone(house, 'wang', { cloud: signal.handlers, path: 'pages/case/index', query: { id }, ...(storage ? { storage } : {}) })
  phones.push(host)
  return host
}

test.each([['cut', () => signal.cutFrom('actOnCase')], ['answered, and the answer lost', () => signal.loseAnswerOf('actOnCase')]])('a resident\'s nod, %s: it waits, survives a kill, and counts once', async (_how, cut) => {
  const id = await offered()
  const host = await onCase(id)
  await host.until('同意，退我 ¥20.00')
  cut()
  await host.tap('同意，退我 ¥20.00')
  await host.until(WAITS)
  expect(host.findAll('同意，退我 ¥20.00')).toEqual([])
  const storage = await kill(host)
  signal.restore()
  const again = await onCase(id, storage)
  await again.until('把钱退给您')
  await again.until(h => !h.text().includes(WAITS))
  const agreed = (await house.db.collection('cases').doc(id).get() as { data: { events: { type: string }[] }[] }).data[0]?.events.filter(e => e.type === 'OfferAgreed')
  expect(agreed).toHaveLength(1)
  await act(await house.as('chen'), id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
})

test('words of a 不同意 outlive a kill, and a withdrawal that came too late is shown, not dropped', async () => {
  const id = await offered()
  const host = await onCase(id)
  await host.until('同意，退我 ¥20.00')
  await host.tap('不同意')
  await host.type({ label: '想怎么处理' }, '只坏了一半，退三十吧')
  const second = await onCase(id, await kill(host))
  await second.until('同意，退我 ¥20.00')
  await second.tap('不同意')
  await second.until('只坏了一半，退三十吧')
  await signal.gone(second)
  await second.tap('告诉团长，我不同意')
  await second.until(WAITS)
  const storage = await kill(second)
  // The leader is faster.
  const chen = await house.as('chen')
  await act(await house.as('wang'), id, 'resident', { type: 'agree', option: 0 })
  signal.restore()
  const third = await onCase(id, storage)
  await third.until('没发成')
  await third.tap('知道了')
  await third.until(h => !h.text().includes('没发成'))
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
})

test('a leader\'s decision does not wait in secret: it says that it did not go, and the next tap sends the same one', async () => {
  const host = await phone()
  await fillIn(host)
  await takePhotos(host, 1)
  await host.tap('发给团长')
  await host.until('发给团长了')
  const id = (await cases())[0]?._id ?? ''
  const chenSignal = new Signal(await cloudOf(house, 'chen'))
  const leader = await onPhone(house, 'chen', { cloud: chenSignal.handlers, path: 'packages/leader/case/index', query: { id } })
  phones.push(leader)
  await leader.until('同意并退')
  chenSignal.loseAnswerOf('actOnCase')
  await leader.tap(/^同意并退/)
  await leader.until('没连上')
  expect([...leader.storage.values.keys()]).not.toContain('outbox')
  chenSignal.restore()
  await leader.tap(/^同意并退/)
  await leader.until('我已退款')
  const commands = leader.calls('cloud.callFunction').map(c => (c as { data: { call?: string; input?: { commandId?: string } } }).data).filter(d => d.call === 'actOnCase').map(d => d.input?.commandId)
  expect(commands).toHaveLength(2)
  expect(new Set(commands).size).toBe(1)
  await act(await house.as('chen'), id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
})

import { act, bind, COMMUNITY, fruitId, joinSupplier, moveIn, openHouse, type House } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import { voice } from '../scenario/voice'
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

async function phone(storage?: PhoneStorage): Promise<Host> {
  const host = await onPhone(house, 'wang', { cloud: signal.handlers, ...(storage ? { storage } : {}) })
  phones.push(host)
  host.setAlbum([{ name: fileName(), bytes: photo() }])
  host.microphone.bytes = ms => voice(ms / 1000)
  return host
}

async function openForm(host: Host): Promise<void> {
  await host.until('草莓')
  await host.tap({ label: /草莓.*有问题/ })
  await host.until('按住说话')
}

const SPEAK = { class: 'voice-recorder__speak' }
const said = (host: Host, number: number, state: string) => host.until(h => h.findAll({ label: `第 ${number} 段话，${state}` }).length === 1)

/** Taps to begin, speaks, taps to end. */
async function speak(host: Host, seconds: number): Promise<void> {
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  host.microphone.speak(seconds * 1000)
  await host.tap(SPEAK)
}

async function fillInTheRest(host: Host): Promise<void> {
  await host.tap('拍照片')
  await host.until(h => h.findAll({ label: /第 1 张照片/ }).length === 1)
  await host.tap({ label: /坏了、烂了/ })
  await host.tap({ label: /全坏/ })
}

async function filed(): Promise<{ voices: { id: string; seconds: number }[] } | undefined> {
  const { data } = await house.db.collection('cases').orderBy('filedAt', 'desc').limit(1).get() as { data: { events: { voices: { id: string; seconds: number }[] }[] }[] }
  return data[0]?.events[0]
}

test('held and spoken, filed, and heard by the leader; the supplier learns nothing of it', async () => {
  const host = await phone()
  await openForm(host)
  await host.fire(SPEAK, 'touchstart')
  await host.until('正在听您说 1 秒')
  host.microphone.speak(7000)
  await host.fire(SPEAK, 'touchend')
  // WeChat sends a tap after every touch that nobody else took for a long press.
  await host.fire(SPEAK, 'tap')
  await said(host, 1, '传好了')
  expect(host.calls('recorder.start')).toEqual([{ format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000, duration: 60_000 }])
  expect(host.calls('recorder.stop')).toHaveLength(1)
  await host.tap({ label: '听第 1 段话，7 秒' })
  await host.until(() => host.loudspeaker.playing)
  await host.tap({ label: '停下，第 1 段话' })
  expect(host.loudspeaker.playing).toBe(false)
  await fillInTheRest(host)
  await host.tap('发给团长')
  await host.until('发给团长了')
  expect(await filed()).toMatchObject({ voices: [{ seconds: 7 }] })
  await host.tap('看进展')
  await host.until('您反映：坏了、烂了，想退 ¥59.90，还说了一段话（7 秒）')
  await host.tap({ label: '听您说的话，7 秒' })
  await host.until(() => host.loudspeaker.playing)

  const leader = await onPhone(house, 'chen')
  phones.push(leader)
  await leader.tap({ label: /草莓/ })
  await leader.tap({ label: '听邻居说的话，7 秒' })
  await leader.until('正在放…')
  const [heard] = leader.loudspeaker.heard
  expect(Buffer.from(heard?.bytes ?? []).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xf3]))
  leader.loudspeaker.finish()
  await leader.until(h => h.findAll({ label: '听邻居说的话，7 秒' }).length === 1)

  const [card] = (await (await house.as('chen')).call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).cards
  const supplier = await onPhone(house, 'laoli', { path: 'packages/supplier/case/index', query: { id: card?.id ?? '' } })
  phones.push(supplier)
  await supplier.until('草莓')
  expect(supplier.text()).not.toMatch(/听|段话|秒/)
})

test('a microphone that was refused is said, the settings are a tap away, and then it records', async () => {
  const host = await phone()
  host.microphone.permission = 'refused'
  await openForm(host)
  await host.tap(SPEAK)
  await host.until('您没有让团后用麦克风')
  expect(host.calls('recorder.start')).toEqual([])
  await host.tap('去打开麦克风')
  await host.until(h => !h.text().includes('您没有让团后用麦克风'))
  await speak(host, 3)
  await said(host, 1, '传好了')
})

test('the privacy guide is agreed to before the first word; a refusal is said in words', async () => {
  const host = await phone()
  host.privacy.needed = true
  let now = 0
  host.privacy.now = () => now
  await openForm(host)
  await host.tap(SPEAK)
  await host.until('录音前，先跟您说清楚')
  await host.tap('不同意')
  await host.until('所以不能录音')
  now = 10_000
  await host.tap(SPEAK)
  await host.until('录音前，先跟您说清楚')
  await host.tap('同意')
  await host.until(() => host.microphone.recording)
  host.microphone.speak(2000)
  await host.tap(SPEAK)
  await said(host, 1, '传好了')
})

test.each([
  ['a call comes in', (host: Host) => host.microphone.interrupt()],
  ['the mini-program goes to the background', (host: Host) => host.hide()],
])('%s: what was said until then is kept, and it is said', async (_what, happens) => {
  const host = await phone()
  await openForm(host)
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  host.microphone.speak(5000)
  await happens(host)
  await host.until('刚才被打断了，前面说的已经留着')
  await said(host, 1, '传好了')
  expect(host.findAll({ label: '听第 1 段话，5 秒' })).toHaveLength(1)
})

test('a slip of the thumb, a recorder that gives up, a minute that is over: each in words, and the next one works', async () => {
  const host = await phone()
  await openForm(host)
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  await host.tap(SPEAK)
  await host.until('说得太短了')
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  host.microphone.fail('system permission denied')
  await host.until('手机没有让微信用麦克风')
  expect(host.findAll('去打开麦克风')).toHaveLength(0)
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  host.microphone.speak(61_000)
  await host.until('一段最多一分钟')
  await said(host, 1, '传好了')
  for (const number of [2, 3]) {
    await speak(host, 2)
    await said(host, number, '传好了')
  }
  // Three are enough.
  expect(host.findAll(SPEAK)).toHaveLength(0)
  await host.tap({ label: '去掉第 2 段话' })
  await host.until('再说一段')
})

test('killed before sending: the draft has what was said, and it can be heard', async () => {
  const first = await phone()
  await openForm(first)
  await speak(first, 4)
  await said(first, 1, '传好了')
  const { storage } = first
  const { route: path, query } = first.page()
  first.close()
  const again = await onPhone(house, 'wang', { cloud: signal.handlers, storage, path, query })
  phones.push(again)
  await said(again, 1, '传好了')
  await again.tap({ label: '听第 1 段话，4 秒' })
  await again.until(() => again.loudspeaker.playing)
})

test.each([
  ['before it goes up', () => signal.cutFrom('upload')], ['on the answer that it was taken', () => signal.loseAnswerOf('addVoice')], ['before the complaint is sent', () => signal.cutFrom('fileCase')],
])('the signal goes %s and the mini-program is killed: the next start sends it, once', async (_where, cut) => {
  const host = await phone()
  await openForm(host)
  await fillInTheRest(host)
  await host.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  cut()
  await speak(host, 6)
  await host.tap('发给团长')
  await host.until('还没发出去，有信号会自动再发')
  const { storage } = host
  host.close()
  signal.restore()
  const before = (await house.db.collection('voices').count()).total ?? 0
  const again = await phone(storage)
  await again.until('正在处理')
  await again.until(h => !h.text().includes('还没发出去的'))
  expect(await filed()).toMatchObject({ voices: [{ seconds: 6 }] })
  expect((await house.db.collection('voices').count()).total ?? 0).toBeLessThanOrEqual(before + 1)
  expect([...storage.files.keys()].filter(path => path.endsWith('.mp3') && !path.startsWith('http://tmp/'))).toEqual([])
})

test('sending while still speaking ends the sentence first', async () => {
  const host = await phone()
  await openForm(host)
  await fillInTheRest(host)
  await host.tap(SPEAK)
  await host.until(() => host.microphone.recording)
  host.microphone.speak(9000)
  await host.tap('发给团长')
  await host.until('发给团长了')
  expect(await filed()).toMatchObject({ voices: [{ seconds: 9 }] })
})

test('an older WeChat without a recorder shows no button', async () => {
  const host = await onPhone(house, 'wang', { wx: { getRecorderManager: undefined } })
  phones.push(host)
  await host.until('草莓')
  await host.tap({ label: /草莓.*有问题/ })
  await host.until('想说的话')
  expect(host.findAll(SPEAK)).toHaveLength(0)
})

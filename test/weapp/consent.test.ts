import { act, bind, fruitId, moveIn, openHouse, type House } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import type { Host } from './host/launch-host'
import { WxFailure } from './host/phone/api'
import { buildWeapp, fileName, onPhone } from './onPhone'

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await (await house.as('chen')).call('markArrived', { groupBuyId: await fruitId(house) })
}, 180_000)
afterEach(async () => {
  const errors = phones.flatMap(p => p.errors)
  for (const one of phones.splice(0)) one.close()
  const { data } = await house.db.collection('cases').limit(100).get() as { data: { _id: string; open: boolean }[] }
  for (const one of data) if (one.open) await act(await house.as('wang'), one._id, 'resident', { type: 'withdraw', words: '' })
  expect(errors).toEqual([])
})
afterAll(() => house.close())

async function phone(...[options]: [Parameters<typeof onPhone>[2]?]): Promise<Host> {
  const host = await onPhone(house, 'wang', options)
  phones.push(host)
  host.setAlbum([{ name: fileName(), bytes: photo() }])
  return host
}

async function openForm(host: Host): Promise<void> {
  await host.until('草莓')
  await host.tap({ label: /草莓.*有问题/ })
  await host.until('拍照片')
}

const there = (host: Host) => host.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)

async function fileIt(host: Host): Promise<void> {
  await openForm(host)
  await host.tap('拍照片')
  await there(host)
  await host.tap({ label: /坏了、烂了/ })
  await host.tap({ label: /全坏/ })
  await host.tap('发给团长')
  await host.until('发给团长了')
}

test('the privacy guide is agreed to before the first photo, and not asked for again', async () => {
  const host = await phone()
  host.privacy.needed = true
  await openForm(host)
  await host.tap('拍照片')
  await host.until('用照片前')
  await host.tap('看《用户隐私保护指引》')
  expect(host.calls('openPrivacyContract')).toHaveLength(1)
  await host.tap('同意')
  await there(host)
  await host.tap({ label: /再加照片/ })
  await host.until(h => h.findAll({ label: /第 2 张照片，传好了/ }).length === 1)
  expect(host.privacy.asked).toBe(1)
  expect(host.text()).not.toContain('用照片前')
})

test('a refusal is said in words with a way on; within ten seconds WeChat does not ask, after them it does', async () => {
  const host = await phone()
  host.privacy.needed = true
  let now = 0
  host.privacy.now = () => now
  await openForm(host)
  await host.tap('拍照片')
  await host.until('用照片前')
  await host.tap('不同意')
  await host.until('过十秒再点一次')
  expect(host.findAll({ label: /^打电话给团长/ })).toHaveLength(1)
  now = 5_000
  await host.tap('拍照片')
  await host.until('过十秒再点一次')
  expect(host.privacy.asked).toBe(1)
  now = 10_000
  await host.tap('拍照片')
  await host.until('用照片前')
  await host.tap('同意')
  await there(host)
  expect(host.text()).not.toContain('过十秒')
})

test('an older WeChat that never asks takes photos as ever', async () => {
  const host = await phone({ wx: { onNeedPrivacyAuthorization: undefined } })
  await openForm(host)
  await host.tap('拍照片')
  await there(host)
})

const answering = (answer: string) => ({ requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => Object.fromEntries(tmplIds.map(id => [id, answer])) })

test.each([
  ['reject', '您没有让微信给您发消息'], ['ban', '微信现在不发这类消息'], ['filter', '微信现在不发这类消息'],
])('%s: it is sent all the same, and the words say where to look', async (answer, words) => {
  const host = await phone({ wx: answering(answer) })
  await fileIt(host)
  await host.until(words)
  expect((await (await house.as('wang')).call('whoAmI', {})).credits).toEqual({})
  expect(host.findAll('去打开微信通知')).toHaveLength(answer === 'reject' ? 1 : 0)
  await host.navigate('/pages/messages/index')
  await host.until(words)
})

test('messages switched off as a whole: it is sent all the same, and the settings are a tap away', async () => {
  const host = await phone({ wx: { requestSubscribeMessage: () => { throw new WxFailure('the main switch is switched off', 20004) } } })
  await fileIt(host)
  await host.until('您关了微信的通知')
  await host.tap('去打开微信通知')
  expect(host.calls('openSetting')).toEqual([{ withSubscriptions: true }])
  await host.until(h => !h.text().includes('您关了微信的通知'))
})

test('the question could not be asked for want of a network: nothing is said, and it is sent', async () => {
  const host = await phone({ wx: { requestSubscribeMessage: () => { throw new WxFailure('network error', 10002) } } })
  await fileIt(host)
  expect(host.text()).not.toContain('去打开微信通知')
})

test('the right templates at the right tap: what is decided, the money, and what is going on with it, when a resident files, looks and answers', async () => {
  const host = await phone()
  await fileIt(host)
  await host.tap('看进展')
  await host.until('经过')
  const asked = host.calls('requestSubscribeMessage') as { tmplIds: string[] }[]
  expect(asked).toHaveLength(2)
  for (const { tmplIds } of asked) expect(tmplIds).toEqual(['result', 'refund', 'progress'].map(key => expect.stringContaining(key) as string))
})

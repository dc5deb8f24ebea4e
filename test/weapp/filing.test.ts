import { bind, COMMUNITY, fruitId, joinSupplier, moveIn, openHouse, type House } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import type { Host } from './host/launch-host'
import { buildWeapp, fileName, onPhone } from './onPhone'

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  await (await house.as('chen')).call('markArrived', { groupBuyId: await fruitId(house) })
}, 180_000)
afterEach(() => { for (const phone of phones.splice(0)) phone.close() })
afterAll(() => house.close())

async function phone(...args: Parameters<typeof onPhone>): Promise<Host> {
  const host = await onPhone(...args)
  phones.push(host)
  return host
}

test('a complaint is filed by taps, with photos, and settled and paid on the leader\'s phone', async () => {
  const resident = await phone(house, 'wang')
  await resident.until('草莓')
  await resident.tap({ label: /草莓.*有问题/ })
  await resident.until('拍照片')
  resident.setAlbum([{ name: fileName(), bytes: photo() }, { name: fileName(), bytes: photo() }])
  await resident.tap('拍照片')
  await resident.until(h => h.findAll({ label: /第 2 张照片，传好了/ }).length === 1)
  await resident.tap({ label: /坏了、烂了/ })
  await resident.tap({ label: /全坏/ })
  await resident.until('¥59.90')
  // However often it is tapped.
  await Promise.all([resident.tap('发给团长'), resident.tap('发给团长').catch(() => undefined)])
  await resident.until('发给团长了')
  expect(resident.errors).toEqual([])
  const { cards } = await (await house.as('chen')).call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })
  expect(cards).toMatchObject([{ reason: 'spoiled', asked: 5990 }])
  expect(resident.calls('requestSubscribeMessage')).toHaveLength(1)

  const leader = await phone(house, 'chen')
  await leader.until('草莓')
  expect(leader.page().route).toBe('packages/leader/inbox/index')
  await leader.tap({ label: /草莓/ })
  await leader.until('同意并退 ¥59.90')
  await leader.tap('同意并退 ¥59.90')
  await leader.until('我已退款')
  expect(leader.errors).toEqual([])

  const supplier = await phone(house, 'laoli')
  await supplier.until('草莓')
  expect(supplier.text()).not.toContain('明天会更好')
  expect(supplier.page().route).toBe('packages/supplier/cases/index')
  expect(supplier.errors).toEqual([])
}, 60_000)

test('the draft survives the mini-program being killed in the lift', async () => {
  const first = await phone(house, 'wang')
  await first.until('脐橙')
  await first.tap({ label: /脐橙.*有问题/ })
  await first.until('拍照片')
  first.setAlbum([{ name: fileName(), bytes: photo() }])
  await first.tap('拍照片')
  await first.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  await first.tap({ label: /坏了、烂了/ })
  await first.type({ label: '想说的话' }, '压在箱子底下的都烂了')
  const { storage } = first
  await first.until(() => [...storage.values.values()].some(kept => kept.includes('压在箱子底下')))
  first.close()

  // The first page reminds of it.
  const second = await phone(house, 'wang', { storage })
  await second.until('没写完的')
  await second.tap({ label: /^接着写，.*脐橙/ })
  await second.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  expect(second.text()).toContain('压在箱子底下的都烂了')
  await second.tap({ label: /全坏/ })
  await second.tap('发给团长')
  await second.until('发给团长了')
  expect((await (await house.as('chen')).call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).cards.some(c => c.title.includes('脐橙'))).toBe(true)
  await second.tap('回首页')
  await second.until('正在处理')
  expect(second.text()).not.toContain('没写完的')
  expect(second.errors).toEqual([])
}, 60_000)

test('an answer lost on the way: trying again finds the case that was filed', async () => {
  const resident = await phone(house, 'wang')
  await resident.until('上海青')
  await resident.tap({ label: /上海青.*有问题/ })
  await resident.until('拍照片')
  resident.setAlbum([{ name: fileName(), bytes: photo() }])
  await resident.tap('拍照片')
  await resident.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  await resident.tap({ label: /坏了、烂了/ })
  await resident.tap({ label: /全坏/ })
  const wang = await house.as('wang')
  let lost = 0
  resident.setCloud({
    async callFunction({ data }) {
      const { call, input } = data as { call: 'fileCase'; input: never }
      if (call !== 'fileCase') throw new Error('request:fail')
      await wang.call(call, input)
      lost += 1
      throw new Error('request:fail the answer is lost in the lift')
    },
  })
  await resident.tap('发给团长')
  await resident.until('还没发出去，有信号会自动再发')
  expect(lost).toBe(1)
  resident.setCloud({
    callFunction: async ({ data }) => {
      const { call, input } = data as { call: 'fileCase'; input: never }
      return { ok: true, data: call ? await wang.call(call, input) : {} }
    },
  })
  await resident.tap('立即重试')
  await resident.until('发给团长了')
  const { data } = await house.db.collection('cases').limit(100).get() as { data: { state: { line: { title: string } } }[] }
  expect(data.filter(c => c.state.line.title.includes('上海青'))).toHaveLength(1)
}, 60_000)

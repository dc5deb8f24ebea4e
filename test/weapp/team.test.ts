import { bind, fileOne, moveIn, openHouse, type House } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(...[name, options]: [Parameters<typeof onPhone>[1], Parameters<typeof onPhone>[2]?]): Promise<Host> {
  const host = await onPhone(house, name, options)
  phones.push(host)
  return host
}

test('a helper leader is invited for some numbers, given others in place, and sees those', async () => {
  await fileOne(await house.as('wang'), '草莓')
  const leader = await phone('chen', { path: 'packages/leader/community/index' })
  await leader.tap('请一个帮卖团长')
  await leader.tap({ label: /^11\.21 周六果蔬团/ })
  await leader.type({ label: '从几号' }, '20')
  await leader.tap({ label: /先不请/ }).then(() => leader.tap('请一个帮卖团长'))
  await leader.tap({ label: /^11\.21 周六果蔬团/ })
  await leader.type({ label: '从几号' }, '20')
  await leader.type({ label: '到几号' }, '30')
  await leader.tap('做一张邀请')
  await leader.tap('选群或朋友发出去')
  const { path } = leader.calls('shareAppMessage').at(-1) as { path: string }
  await leader.tap({ label: '关上' })

  const gathers = await phone('zhang', { path })
  await gathers.type({ label: '怎么称呼您' }, '张叔')
  await gathers.tap('接受邀请')
  await gathers.tap('去看邻居反映的')
  await gathers.until(/还没有/)
  expect(gathers.text()).not.toContain('草莓')

  // The same page, opened again: she gives him those from 1 on instead.
  const again = await phone('chen', { path: 'packages/leader/community/index' })
  await again.until('跟团号 20–30')
  await again.tap({ label: '改张叔管哪些邻居' })
  await again.tap({ label: '去掉11.21 周六果蔬团 20–30 号' })
  await again.tap({ label: /^11\.21 周六果蔬团/ })
  await again.type({ label: '从几号' }, '1')
  await again.type({ label: '到几号' }, '19')
  await again.tap('就这样')
  await again.until('跟团号 1–19')
  await gathers.hide()
  await gathers.show()
  await gathers.until('草莓')
  for (const each of phones) expect(each.errors).toEqual([])
})

import { bind, fileOne, moveIn, openHouse, type House, type Name } from '../scenario/openHouse'
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
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(name: Name, path: string, id: string): Promise<Host> {
  const host = await onPhone(house, name, { path, query: { id } })
  phones.push(host)
  return host
}

test('补张照片 by taps: asked for, photographed, sent, and looked at again', async () => {
  const { id } = await fileOne(await house.as('wang'), '草莓')
  const leader = await phone('chen', 'packages/leader/case/index', id)
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^请邻居补张照片/ })
  await leader.until('先选要补什么')
  await leader.tap({ label: '再拍一张清楚的' })
  await leader.tap('发给邻居')
  await leader.until('等邻居补照片')

  const resident = await phone('wang', 'pages/case/index', id)
  await resident.until('等您补一张照片')
  expect(resident.text()).toContain('请再拍一张清楚的')
  await resident.tap('补张照片')
  await resident.until('拍一张，或者说一句')
  resident.setAlbum([{ name: fileName(), bytes: photo() }])
  await resident.tap({ label: '拍照片' })
  await resident.until(h => h.findAll({ label: '第 1 张照片，传好了' }).length === 1)
  await resident.tap('补上，发出去')
  await resident.until('等团长看')
  expect(resident.text()).toContain('您补了 1 张照片')

  await leader.hide()
  await leader.show()
  await leader.until('邻居补了 1 张照片')
  await leader.tap({ label: /^同意并退/ })
  await leader.until('我已退款')
  for (const each of phones) expect(each.errors).toEqual([])
})

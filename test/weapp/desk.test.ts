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

/** The page of the card that was just sent. */
const sent = (host: Host) => (host.calls('shareAppMessage').at(-1) as { path: string }).path

test('a leader invites a desk, its manager a colleague, who settles a case; all by taps', async () => {
  const { id } = await fileOne(await house.as('wang'), '草莓', { wish: { kind: 'refund', amount: 500 } })
  const leader = await phone('chen', { path: 'packages/leader/community/index' })
  await leader.tap('请一个平台')
  await leader.tap('做一张邀请')
  await leader.tap('选群或朋友发出去')

  const manager = await phone('xu', { path: sent(leader) })
  await manager.type({ label: '平台名称' }, '邻里平台')
  await manager.type({ label: '怎么称呼您' }, '小许')
  await manager.tap('开始帮这个小区')
  await manager.tap('去平台看看')
  await manager.until('没有等平台定的')
  await manager.tap('看全部没完的')
  await manager.until('小程序报的')
  await manager.tap({ label: '平台的人' })
  await manager.tap('请一位同事')
  await manager.tap({ label: /^投诉，/ })
  await manager.tap('做一张邀请')
  await manager.tap('选群或朋友发出去')

  const colleague = await phone('tang', { path: sent(manager) })
  await colleague.until('客服、投诉，一件最多定 ¥50.00')
  await colleague.type({ label: '怎么称呼您' }, '小唐')
  await colleague.tap('接受邀请')
  await colleague.tap('去平台看看')
  await colleague.tap('看全部没完的')
  await colleague.tap({ label: /草莓/ })
  expect(colleague.page().route).toBe('packages/operator/case/index')
  await colleague.until('哪一家')
  await colleague.tap({ label: /^更多/ })
  await colleague.until('请居民补张照片')
  await colleague.tap({ label: /^不同意/ })
  await colleague.until('照片里看不出这个问题')
  await colleague.tap({ label: '关上' })
  await colleague.tap('同意并退 ¥5.00')
  await colleague.until('撤回')
  expect((await (await house.as('tang')).call('showCase', { caseId: id, as: 'operator' })).view).toMatchObject({ decision: 'agreed', amount: 500 })

  // The leader ends it in place; the desk's phone says so.
  const again = await phone('chen', { path: 'packages/leader/community/index' })
  await again.until('「邻里平台」在帮这个小区')
  await again.tap('不要平台了')
  await again.tap('结束')
  await again.until('现在没有平台')
  const after = await phone('tang', { path: 'packages/operator/desk/index' })
  await after.until('还没有小区请这个平台')
  for (const each of phones) expect(each.errors).toEqual([])
})

test('somebody of the desk files what was said on the hotline', async () => {
  const { token } = await (await house.as('chen')).call('inviteToCommunity', { communityId: '11111111-2222-4333-8444-555555555555', to: { role: 'desk' } })
  const [own] = (await (await house.as('xu')).call('whoAmI', {})).operates
  await (await house.as('xu')).call('openDesk', { token, desk: { kind: 'own', deskId: own?.deskId ?? '' } })
  const desk = await phone('xu', { path: 'packages/operator/desk/index' })
  await desk.tap({ label: '替居民报' })
  await desk.tap({ label: /^11\.21 周六果蔬团/ })
  await desk.type({ label: '找哪一家' }, '9号')
  await desk.tap({ label: /^选9号/ })
  const [goods] = desk.findAll({ label: /件 · ¥/ }).flatMap(found => (found.label === null ? [] : [found.label]))
  if (goods !== undefined) await desk.tap({ label: goods })
  await desk.tap({ label: /^坏了、烂了/ })
  await desk.tap({ label: /^全坏/ })
  await desk.tap({ label: /^打热线说的/ })
  await desk.type({ label: '邻居的原话' }, '热线里说烂了')
  await desk.tap({ label: /^替他报上/ })
  await desk.until('替他报上了')
  await desk.tap('去处理')
  await desk.tap({ label: /^全部没完的/ })
  await desk.until('打热线说的')
  expect(desk.errors).toEqual([])
})

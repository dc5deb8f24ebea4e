import { importEstate, type Estate } from '../scenario/estate'
import { bind, joinSupplier, moveIn, openHouse, type House, type Someone } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

/** More than one page of the call list. */
const HOUSEHOLDS = 60
let house: House
let wang: Someone, chen: Someone
let estate: Estate
let leader: Host, resident: Host
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, HOUSEHOLDS, wang)
  await joinSupplier(house, 'laoli', '丹东果业')
  // Of all but the first nobody is here.
  await house.db.collection('orders').where({ groupBuyId: estate.groupBuyId, joinNumber: house.db.command.neq('1') }).update({ residents: [] })
}, 180_000)
afterAll(async () => {
  leader?.close()
  resident?.close()
  await house.close()
})

test('the leader stops a product in a few taps and sees how many that is before it goes out', async () => {
  leader = await onPhone(house, 'chen', { path: 'packages/leader/warning/index', query: { groupBuy: estate.groupBuyId } })
  await leader.until('哪件东西有危险？')
  await leader.tap({ label: /^草莓 · 2斤\/盒$/ })
  await leader.until('60 户买过。1 户在小程序里，马上收到消息；59 户要发卡片到群里，或者一户户打电话。')
  await leader.type({ label: '哪里有危险' }, '有人吃出玻璃渣')
  await leader.tap('告诉 60 户先别吃、先别用')
  await leader.until('马上告诉所有买过的人？')
  await leader.tap('马上告诉 60 户')
  await leader.until('! 还没通知到')
  await leader.until('一共 60 户买过')
  expect(leader.text()).toMatch(/60 户/)
  expect(leader.errors).toEqual([])
}, 60_000)

test('the neighbour sees it at the product, reads it and taps 知道了; the leader sees one more', async () => {
  resident = await onPhone(house, 'wang', { path: 'pages/home/index' })
  await resident.until('先别吃、先别用')
  await resident.tap({ label: /^草莓先别吃、先别用，点开看为什么$/ })
  await resident.until('先别吃，先别用！')
  for (const words of ['有人吃出玻璃渣', '别吃、别用，单独放好，等团长的消息', '还没取的先不发了。']) expect(resident.text()).toContain(words)
  expect(resident.findAll({ label: /不舒服、用出了问题/ })).toHaveLength(1)
  await resident.tap('知道了')
  await resident.until('✓ 团长知道您看到了')
  expect(resident.errors).toEqual([])
  leader.close()
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: (await chen.call('whoAmI', {})).leads[0]?.communityId ?? '' })
  const warningId = groupBuys.find(g => g.id === estate.groupBuyId)?.products[0]?.warningId
  leader = await onPhone(house, 'chen', { path: 'packages/leader/warning/index', query: { id: warningId ?? '' } })
  await leader.until('还没通知到')
  expect(leader.text().replace(/\s/g, '')).toContain('✓知道了1户')
  // A whole page of the call list, within WeChat's own advice [wechat: 体验评分].
  expect(leader.stats[leader.page().route]?.nodes).toBeLessThan(1000)
}, 60_000)

test('one is told by phone and ticked off, the next page of the list comes by a tap, and it is lifted with a word', async () => {
  await leader.tap({ label: /^告诉2号 邻居2 · .*了$/ })
  await leader.until(() => leader.text().replace(/\s/g, '').includes('✓知道了2户'))
  await leader.tap('看后面的（还有 10 户）')
  await leader.until('59号 邻居59')
  await leader.tap('解除提醒…')
  await leader.type({ label: '写一句话' }, '查过了，没事')
  await leader.tap('解除，告诉大家')
  await leader.until('✓ 已经解除')
  for (const words of ['您解除了提醒：查过了，没事', '您停发了这件东西', '您发了提醒：有人吃出玻璃渣']) expect(leader.text()).toContain(words)
  expect(leader.errors).toEqual([])
}, 60_000)

import { act, bind, decide, fileOne, moveIn, openHouse, type House, type Name, type Someone } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import type { Host } from './host/launch-host'
import { buildWeapp, fileName, onPhone } from './onPhone'

let house: House
let wang: Someone
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  wang = await house.as('wang')
}, 180_000)
afterEach(() => {
  for (const each of phones.splice(0)) {
    expect(each.errors).toEqual([])
    each.close()
  }
})
afterAll(() => house.close())

async function phone(name: Name, path: string, id: string): Promise<Host> {
  const host = await onPhone(house, name, { path, query: { id } })
  phones.push(host)
  return host
}
const leaderAt = (id: string) => phone('chen', 'packages/leader/case/index', id)

/** The leader asks for the goods back by taps; the neighbour agrees and sends them. */
async function askedBack(leader: Host, id: string): Promise<void> {
  await leader.until('等您看')
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^换个办法/ })
  await leader.tap({ label: '换个办法：退货、换货、补发…' })
  await leader.tap({ label: '退货退款' })
  await leader.type({ label: '另补运费（没有就空着）' }, '8')
  await leader.until(/邻居拿到\s.*\s请供货商承担\s.*\s您这边承担/)
  await leader.tap('就这样，放进去')
  await leader.tap({ label: /^发出去：东西拿回来/ })
  await leader.until('等邻居点头', { timeout: 30_000 })
  while (!(await wang.call('showCase', { caseId: id })).view.mayDo.includes('agree')) expect(leader.errors).toEqual([])
  await act(wang, id, 'resident', { type: 'agree', option: 0 })
  await act(wang, id, 'resident', { type: 'sendReturn', way: 'courier', waybill: 'SF1029384756', words: '', photos: [] })
  await leader.hide()
  await leader.show()
  await leader.until('邻居拿出来了，等您收到')
  expect(leader.text()).toContain('SF1029384756')
}

async function received(leader: Host): Promise<void> {
  await leader.tap('收到退货')
  await leader.tap('收到了，告诉邻居')
  await leader.until('等您验货')
  await leader.tap('验过了')
}

test('a return by taps that is as was said: received, looked at, paid', async () => {
  const { id } = await fileOne(wang, '草莓')
  const leader = await leaderAt(id)
  await askedBack(leader, id)
  await received(leader)
  leader.setAlbum([{ name: fileName(), bytes: photo() }])
  await leader.tap({ label: '拍照片' })
  await leader.until(h => h.findAll({ label: '第 1 张照片，传好了' }).length === 1)
  await leader.tap({ label: /^跟邻居说的一样/ })
  await leader.tap('验过了，跟说的一样')
  await leader.until('等您退款')
  await leader.tap('我已退款')
  await leader.tap({ label: /^退好了，告诉邻居/ })
  await leader.until('已退款')
  expect((await wang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'refunded', freight: 800 })
})

test('a return by taps that is not: refused and given back', async () => {
  const { id } = await fileOne(wang, '脐橙')
  const leader = await leaderAt(id)
  await askedBack(leader, id)
  await received(leader)
  await leader.tap({ label: /^和说的不一样/ })
  await leader.until('写一句哪里不对，或者拍一张')
  await leader.type({ label: '看到的（跟说的一样可以不写）' }, '一箱都是好的')
  await leader.tap('和说的不一样，告诉邻居')
  await leader.until('东西还在您这里')
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^不同意/ })
  await leader.tap({ label: '这是正常情况，不是质量问题' })
  await leader.tap({ label: /^看了实物/ })
  await leader.tap('告诉邻居，没同意')
  await leader.until('等您还给邻居', { timeout: 30_000 })
  await leader.until('还给邻居了')
  await leader.tap('还给邻居了')
  await leader.tap({ label: '放自提点' })
  await leader.tap('还了，告诉邻居')
  await leader.until('东西还给邻居了')
  expect((await wang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'rejected', goods: { state: 'returnedToResident', way: 'pickupPoint' } })
})

test('a replacement by taps: agreed with something on top, sent with its number, and received as the neighbour said', async () => {
  await bind(house, 'zhang', '8', '1190')
  const zhang = await house.as('zhang')
  const { id } = await fileOne(zhang, '脐橙', { wish: { kind: 'redeliver' } })
  const leader = await leaderAt(id)
  await leader.until('同意补发')
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^同意，另补运费、补偿/ })
  await leader.type({ label: '另外补偿（没有就空着）' }, '2')
  await leader.tap('同意补发，另加 ¥2.00')
  await leader.until('补的发了', { timeout: 30_000 })
  await leader.tap('补的发了')
  await leader.tap({ label: '快递' })
  await leader.type({ label: '快递单号' }, 'ZT7788990011')
  await leader.tap('发了，告诉邻居')
  await leader.until('补的发了，等邻居收到')
  await leader.tap('我已退款')
  await leader.tap({ label: /^退好了，告诉邻居/ })
  await leader.until(h => h.text().includes('您已经把 ¥2.00 退了') && !h.text().includes('退好了，告诉邻居'))
  await leader.tap('邻居跟您说了？替他点')
  await leader.tap({ label: /^邻居说收到了，替他点/ })
  await leader.tap({ label: '当面说的' })
  await leader.type({ label: '他的原话（有截图可以不写）' }, '收到了，这盒好的')
  await leader.tap('替他点收到')
  await leader.until('已退款')
  expect((await zhang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'refunded', holder: null, goods: { state: 'replacementReceived' } })
})

test('who bears it by taps: it comes out even, and the supplier is asked for their part', async () => {
  const { id } = await fileOne(wang, '吐司')
  const chen = await house.as('chen')
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  await decide(chen, id, 'leader', { type: 'settle', amount: view.asked })
  const leader = await leaderAt(id)
  await leader.tap('分一下谁承担')
  await leader.type({ label: '供货商' }, '1')
  await leader.until(/还有 .* 没人承担/)
  await leader.tap({ label: '剩下的归卖家' })
  await leader.tap(/^就这样分，一共/)
  await leader.until('已经定了这样分')
  expect((await chen.call('showCase', { caseId: id, as: 'leader' })).view.liability).toMatchObject({ decided: true, shares: { supplier: 100, seller: view.asked - 100 } })
})

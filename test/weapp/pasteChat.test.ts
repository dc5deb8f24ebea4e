import { fruitId, moveIn, openHouse, bind, type House } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

let house: House
let groupBuy: string
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  groupBuy = await fruitId(house)
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(...args: Parameters<typeof onPhone>): Promise<Host> {
  const host = await onPhone(...args)
  phones.push(host)
  return host
}
const cases = async () => (await house.db.collection('cases').count()).total

test('a chat is pasted, looked through, one row put right, an app killed in between, and each is filed once, by taps', async () => {
  const page = { path: 'packages/leader/chat/index', query: { groupBuy } }
  const first = await phone(house, 'chen', page)
  await first.until('看看谁在说坏了')
  await first.type({ label: '聊天记录' }, '王阿姨：草莓坏了1盒\n小林：小番茄烂了2盒\n静待花开：草莓坏了1盒\n七七：没坏，谢谢')
  await first.tap('看看谁在说坏了')
  await first.until('认出来的 2 件')
  // Nothing is accepted before somebody looked.
  expect(first.text()).not.toContain('替他们报上')
  expect(first.text()).toContain('拿不准：叫这个名字的有 2 家')
  await first.tap({ label: /王阿姨.*对，报这件$/ })
  await first.until('替他们报上 1 件')
  await first.settled()
  first.close()
  const second = await phone(house, 'chen', { ...page, storage: first.storage })
  await second.until('替他们报上 1 件')
  await second.tap({ label: /小林.*对，报这件$/ })
  await second.tap({ label: /静待花开.*对，报这件$/ })
  await second.until('! 请选是哪一家')
  await second.tap({ label: /^改静待花开/ })
  await second.until('改这一件')
  await second.tap({ label: /^选2号 静待花开/ })
  await second.tap('改好了')
  await second.tap({ label: /2号 静待花开.*对，报这件$/ })
  await second.until('替他们报上 3 件')
  await second.tap('替他们报上 3 件')
  await second.until('已经报好 3 件')
  expect(await cases()).toBe(3)
  expect(second.errors).toEqual([])
})

test('one neighbour is filed for by hand, by taps', async () => {
  const host = await phone(house, 'chen', { path: 'packages/leader/behalf/index', query: { groupBuy } })
  await host.until('哪一家')
  await host.type({ label: '找哪一家' }, '9')
  await host.tap({ label: /^选9号 七七/ })
  await host.until('✓ 9号 七七')
  await host.tap({ label: /^坏了、烂了/ })
  await host.tap({ label: /^全坏/ })
  await host.tap({ label: /^电话里说的/ })
  await host.tap('替他报上，想退 ¥59.90')
  await host.until('没有照片的话，请写上邻居是怎么说的')
  await host.type({ label: '邻居的原话' }, '电话里说一盒都烂了')
  await host.tap('替他报上，想退 ¥59.90')
  await host.until('替他报上了')
  expect(host.text()).toContain('这家还没人来过小程序')
  expect(host.errors).toEqual([])
})

import { decide, bind, fileOne, moveIn, openDesk, openHouse, type House } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await openDesk(house, 'xu', '小许')
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(...[name, options]: [Parameters<typeof onPhone>[1], Parameters<typeof onPhone>[2]?]): Promise<Host> {
  const host = await onPhone(house, name, options)
  phones.push(host)
  return host
}

test('the leader refuses, the resident asks somebody else, the desk decides, the resident sees it; all by taps', async () => {
  const { id } = await fileOne(await house.as('wang'), '草莓', { wish: { kind: 'refund', amount: 500 } })
  const chen = await house.as('chen')
  await decide(chen, id, 'leader', { type: 'reject', criterion: 'notShown', words: '照片里看不清', review: 'photos' })

  const resident = await phone('wang', { path: 'pages/case/index', query: { id } })
  await resident.tap('找人再看看')
  await resident.type({ label: '为什么想再看看' }, '当天就拍了，底下全是烂的')
  await resident.tap('请人再看看')
  await resident.until('平台：邻里平台')
  expect((await chen.call('showCase', { caseId: id, as: 'leader' })).view.stage).toBe('appealed')

  const desk = await phone('xu', { path: 'packages/operator/desk/index' })
  await desk.until('请再看看')
  await desk.tap({ label: /草莓/ })
  await desk.tap('重新看，定下来')
  await desk.until('谁没同意的，谁不能再定')
  expect(desk.text()).toContain('照片里看不清')
  expect(desk.text()).toContain('当天就拍了，底下全是烂的')
  await desk.tap({ label: /^同意居民/ })
  await desk.until('居民拿到')
  await desk.type({ label: '为什么这样定（居民和团长都看得到）' }, '放大看，底下确实烂了')
  await desk.tap('同意，退 ¥5.00')
  await desk.until('重新看过')

  const after = await phone('wang', { path: 'pages/case/index', query: { id } })
  await after.until('放大看，底下确实烂了')
  expect((await (await house.as('wang')).call('showCase', { caseId: id })).view).toMatchObject({ decision: 'agreed', amount: 500 })
  for (const each of phones) expect(each.errors).toEqual([])
})

test('other steps by taps: taken over, looked into, planned, noted, given back to the leader', async () => {
  const { id } = await fileOne(await house.as('wang'), '脐橙')
  const desk = await phone('xu', { path: 'packages/operator/case/index', query: { id } })
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^转给别人定/ })
  await desk.type({ label: '为什么' }, '说了两天没说到一起')
  await desk.tap('接过来')
  await desk.until('等您定')
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^先查一查/ })
  await desk.type({ label: '查什么' }, '问仓库要那天的温度记录')
  await desk.tap({ label: /^明天/ })
  await desk.tap('开始查，告诉居民')
  await desk.until('在查：问仓库要那天的温度记录')
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^查完了/ })
  await desk.type({ label: '查到了什么（居民看得到）' }, '断了两个小时冷')
  await desk.tap('记下来，告诉居民')
  await desk.until('您查完了')
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^接下来怎么办/ })
  await desk.type({ label: '做什么' }, '给居民回电话')
  await desk.tap({ label: /^明天/ })
  await desk.tap('发出去，1 步')
  await desk.until('您给居民回电话')
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^记一笔/ })
  await desk.until('居民、供货商都看不到。')
  await desk.type({ label: '记点什么' }, '约了明天上午')
  await desk.tap('记下来，不给居民看')
  await desk.until('您记了一笔')
  await desk.tap({ label: /^更多/ })
  await desk.tap({ label: /^转给别人定/ })
  await desk.type({ label: '为什么' }, '东西在您那里')
  await desk.tap('转给团长')
  await desk.until('等团长看')
  const seen = JSON.stringify((await (await house.as('wang')).call('showCase', { caseId: id })).view)
  expect(seen).toContain('断了两个小时冷')
  expect(seen).not.toContain('约了明天上午')
  expect(desk.errors).toEqual([])
})

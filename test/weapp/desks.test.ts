import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bind, decide, fileOne, fruitId, joinSupplier, moveIn, openHouse, ROOT, type House } from '../scenario/openHouse'
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
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(...args: Parameters<typeof onPhone>): Promise<Host> {
  const host = await onPhone(...args)
  phones.push(host)
  return host
}

const demoFile = (name: string) => ({ name, bytes: readFileSync(path.join(ROOT, 'stage/demo', name)) })


test('the leader asks the supplier first, the supplier proposes, by taps', async () => {
  const id = (await fileOne(await house.as('wang'), '草莓')).id
  const leader = await phone(house, 'chen', { path: 'packages/leader/case/index', query: { id } })
  await leader.until('等您看')
  await leader.tap({ label: /更多/ })
  await leader.until('换个办法')
  await leader.tap({ label: /^不同意/ })
  await leader.until('照片里看不出这个问题')
  await leader.tap({ label: /照片里看不出这个问题/ })
  await leader.until('拿到自提点')
  expect(leader.errors).toEqual([])
  await leader.tap({ label: '关上' })
  await leader.tap({ label: /更多/ })
  await leader.tap({ label: /^请供货商先看/ })
  await leader.tap({ label: /用这句：好几家/ })
  await leader.tap('发给供货商')
  await leader.until('等供货商回话')
  expect(leader.errors).toEqual([])
  const supplier = await phone(house, 'laoli', { path: 'packages/supplier/case/index', query: { id } })
  await supplier.until('团长请您先看')
  await supplier.tap('有不同意见')
  await supplier.tap({ label: /到货后没有冷藏/ })
  supplier.setAlbum([{ name: fileName(), bytes: photo() }])
  await supplier.tap({ label: '拍照片' })
  await supplier.until(h => h.findAll({ label: /第 1 张照片，传好了/ }).length === 1)
  await supplier.tap({ label: '关上' })
  await supplier.tap('提个办法')
  await supplier.tap({ label: /^退一半/ })
  await supplier.type({ label: '或者自己填一个' }, '40.5')
  await supplier.tap({ label: /^发出去/ })
  await supplier.until('等居民点头')
  expect(supplier.errors).toEqual([])
})

test('group-buys: arrived, named, shared, invited, joined', async () => {
  const leader = await phone(house, 'chen', { path: 'packages/leader/groupBuys/index' })
  await leader.until('周六果蔬团')
  const fruit = await fruitId(house)
  await leader.tap({ label: /果蔬团已到货/ })
  await leader.tap('到了，现在开始取货')
  await leader.until(h => !h.text().includes('东西都到了'))
  await leader.tap({ label: /把.*果蔬团的卡片发到群里/ })
  await leader.until('选群或朋友发出去')
  expect(leader.share()?.path).toBe(`/pages/bind/index?groupBuy=${fruit}`)
  await leader.tap({ label: '关上' })
  await leader.tap({ label: /^给崇明.*填供货商/ })
  await leader.type({ label: '或者写一个新的' }, '崇明合作社')
  await leader.tap({ label: /^是「崇明合作社」/ })
  await leader.until('崇明合作社')
  await leader.tap({ label: '邀请崇明合作社的人' })
  await leader.until('只能用一次')
  const path = leader.share()?.path ?? ''
  expect(path).toMatch(/^\/packages\/supplier\/join\/index\?token=/)
  expect(leader.errors).toEqual([])
  const joins = await phone(house, 'xiaozhou', { path: 'packages/supplier/join/index', query: { token: path.split('token=')[1] ?? '' } })
  await joins.until('怎么称呼您')
  await joins.type({ label: '怎么称呼您' }, '小周')
  await joins.tap('接受邀请')
  await joins.until('您现在替「崇明合作社」回话了')
  await joins.tap(/去看看/)
  await joins.until('崇明合作社')
  expect(joins.errors).toEqual([])
})

test('a bundle: one answer for all that wait, and the sheet opened on the phone', async () => {
  const [wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
  const { id } = await fileOne(wang, '脐橙')
  await decide(chen, id, 'leader', { type: 'settle' })
  const { bundle } = (await (await house.as('laoli')).call('supplierCases', { tab: 'mine' })).cards.find(c => c.id === id) ?? {}
  if (!bundle) throw new Error('the supplier has no such bundle')
  // The way over the network is WeChat's own; what comes by it is looked at in the scenario of the sheet.
  const download = async ({ url, filePath }: { url: string; filePath: string }) => ({ statusCode: (await fetch(url)).status, filePath })
  const supplier = await phone(house, 'laoli', { path: 'packages/supplier/bundle/index', query: { supplier: bundle.supplierId, groupBuy: bundle.groupBuyId }, wx: { downloadFile: download, openDocument: () => ({}) } })
  await supplier.until('等您回话')
  await supplier.tap({ label: /^认这/ })
  await supplier.until('认了就不能改')
  await supplier.tap({ label: /^认 ¥/ })
  await supplier.until(/✓ 认了 \d+ 笔/)
  await supplier.tap('下载扣款单')
  await supplier.until(h => h.calls('openDocument').length > 0)
  expect(supplier.calls('openDocument')[0]).toMatchObject({ filePath: expect.stringMatching(/扣款单 丹东果业 .*\.xlsx$/) as string, fileType: 'xlsx', showMenu: true })
  expect(supplier.errors).toEqual([])
})

test('an export is chosen, looked at, confirmed; the same again brings nothing', async () => {
  const leader = await phone(house, 'chen', { path: 'packages/leader/import/index' })
  await leader.until('订单表')
  for (const said of ['新的 1 单', '新的 0 单']) {
    leader.setAlbum([demoFile('orders-newer.xlsx')])
    await leader.tap({ label: '订单表，选表格' })
    await leader.until('orders-newer.xlsx')
    await leader.tap('看看认出了什么')
    await leader.until('认出 37 单')
    await leader.tap({ label: /^(确认导入|没有新的)/ })
    await leader.until(said)
    await leader.tap('再导一个表')
  }
  expect(leader.errors).toEqual([])
})

test('an import whose answer was lost says that it was done', async () => {
  const leader = await phone(house, 'chen', { path: 'packages/leader/import/index' })
  await leader.until('订单表')
  leader.setAlbum([demoFile('orders.xlsx')])
  await leader.tap({ label: '订单表，选表格' })
  await leader.tap('看看认出了什么')
  await leader.until(/认出/)
  const chen = await house.as('chen')
  let lost = 0
  leader.setCloud({
    async callFunction({ name, data }) {
      const { call, input } = data as { call: 'confirmImport'; input: never }
      if (name === 'courier') return null
      const answer = await chen.call(call, input).then(d => ({ ok: true, data: d }), (e: { refusal: object }) => ({ ok: false, error: { ...e.refusal, again: false } }))
      if (call === 'confirmImport' && lost++ === 0) throw new Error('request:fail')
      return answer
    },
    uploadFile: async ({ cloudPath, bytes }) => ({ fileID: await chen.upload(cloudPath, bytes) }),
  })
  await leader.tap({ label: /^(确认导入|没有新的)/ })
  await leader.until('网络不太好')
  await leader.tap({ label: /^(确认导入|没有新的)/ })
  await leader.until('导入好了')
  expect(leader.errors).toEqual([])
})

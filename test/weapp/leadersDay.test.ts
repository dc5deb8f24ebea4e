import { strFromU8, unzipSync } from 'fflate'
import { exportOf, PRODUCTS } from '../scenario/estate'
import { openHouse, type House, type Name, type Neighbour } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import type { Host } from './host/launch-host'
import { buildWeapp, fileName, FROM_CHAT, onPhone } from './onPhone'

/** The leader's day of the scenario, with everybody's own phone: sixty households, 23 bad ones, 4 odd among them, 3 late, 2 who never come in. */
const HOUSEHOLDS = 60
const NOT_BOUND = [59, 60]
const REPORTING = Array.from({ length: 23 }, (_, i) => i + 1)
const ODD = [20, 21, 22, 23]
const LATE = [24, 25, 26]

let house: House
const open = new Set<Host>()
beforeAll(async () => {
  buildWeapp()
  house = await openHouse({ neighbours: HOUSEHOLDS })
}, 180_000)
afterAll(async () => {
  for (const each of open) each.close()
  await house.close()
})

async function phone(name: Name, options: Parameters<typeof onPhone>[2] = {}): Promise<Host> {
  const host = await onPhone(house, name, options)
  open.add(host)
  return host
}

/** Puts a phone away, and looks that nothing went wrong on it. */
function away(host: Host): void {
  expect(host.errors).toEqual([])
  open.delete(host)
  host.close()
}

const neighbour = (number: number): Neighbour => `neighbour${number}`
const last4 = (number: number) => String(10_000_000 + number).slice(-4)

function cardSharedBy(host: Host): { title: string; path: string } {
  const card = host.calls('shareAppMessage').at(-1)
  if (!card) throw new Error('nothing was shared')
  return card as { title: string; path: string }
}

async function chooseSheet(host: Host, field: string, name: string, text: string): Promise<void> {
  host.setAlbum([{ name, bytes: Buffer.from(text) }])
  await host.tap({ label: `${field}，选表格` })
  await host.until(name)
}

/** From the card in the chat: finds the own order, and what was bought is one tap from the camera. */
async function comesIn(number: number, card: { path: string }): Promise<Host> {
  const host = await phone(neighbour(number), { path: card.path, scene: FROM_CHAT })
  if (number % 10 === 0) {
    await host.tap('不记得跟团号？用名字找')
    await host.type({ label: '名字，或者姓' }, `收货${number}`)
  } else {
    await host.type({ label: '跟团号' }, String(number))
  }
  await host.type({ label: '手机号后四位' }, last4(number))
  await host.tap('找到我的订单')
  await host.until('✓ 找到了')
  return host
}

/** One bad box, photographed and sent. */
async function reports(host: Host): Promise<void> {
  host.setAlbum([{ name: fileName(), bytes: photo() }])
  await host.tap({ label: '草莓有问题' })
  await host.until(h => h.findAll({ label: '第 1 张照片，传好了' }).length === 1)
  await host.tap({ label: '坏了、烂了' })
  await host.tap({ label: '全坏' })
  await host.tap('发给团长')
  await host.until('发给团长了')
}

test('the leader\'s day by taps on sixty-two phones, from the card in the chat to the deduction sheet', async () => {
  const leader = await phone('chen')
  await leader.tap('给我的小区开通')
  await leader.type({ label: '小区名' }, '梧桐苑')
  await leader.type({ label: '邻居怎么称呼您' }, '陈姐')
  await leader.tap('开通')
  await leader.tap('导入订单')
  await chooseSheet(leader, '订单表', 'orders.csv', exportOf(HOUSEHOLDS))
  await chooseSheet(leader, '商品清单（可以不选）', 'products.csv', PRODUCTS)
  await leader.tap('看看认出了什么')
  await leader.tap(`确认导入 ${HOUSEHOLDS} 单`)
  await leader.until('✓ 导入好了')
  await leader.tap('去我的团')
  await leader.tap({ label: '11.21 草莓大团已到货' })
  await leader.tap('到了，现在开始取货')
  await leader.until(h => !h.text().includes('东西都到了'))
  await leader.tap({ label: '把11.21 草莓大团的卡片发到群里' })
  await leader.tap('选群或朋友发出去')
  const card = cardSharedBy(leader)
  await leader.tap({ label: '关上' })

  // Fifty-eight come in by the card; twenty-three of them report there and then.
  const late = new Map<number, Host>()
  for (let n = 1; n <= HOUSEHOLDS; n++) {
    if (NOT_BOUND.includes(n)) continue
    const host = await comesIn(n, card)
    if (REPORTING.includes(n)) await reports(host)
    if (LATE.includes(n)) late.set(n, host)
    else away(host)
  }

  // Tonight; then the wall: four taken out, one decision.
  await leader.back()
  await leader.tap({ label: /^告诉 23 户：.*前统一处理$/ })
  await leader.until(/✓ 已经告诉 23 户/)
  await leader.tap({ label: '知道了' })
  await leader.tap({ label: /草莓，23 户反映，一起处理/ })
  await leader.until('23 户反映，23 户等您定，一共想退 ¥687.70')
  for (const n of ODD) await leader.tap({ label: new RegExp(`^${n}号 邻居${n}，`) })
  await leader.tap('同意 19 户，退 ¥568.10')
  await leader.until(/19 户同意了，共 ¥568.10/)
  await leader.tap('知道了')
  await leader.until('4 户等您定')

  // The others are asked; three say theirs is bad, too, and find the same offer ready on the wall.
  await leader.tap(/^问问其余 35 户/)
  await leader.until(/问了 35 户/)
  for (const [, host] of late) {
    await reports(host)
    away(host)
  }
  await leader.hide()
  await leader.show()
  await leader.until('新来的 3 户照这样')
  await leader.tap('同意 3 户，退 ¥89.70')
  await leader.until(/3 户同意了，共 ¥89.70/)
  await leader.tap('知道了')
  await leader.back()

  // Two who never came in said it in the chat.
  await leader.tap('我的团')
  await leader.tap({ label: '把11.21 草莓大团的群聊粘贴进来' })
  await leader.type({ label: '聊天记录' }, '邻居59：草莓坏了1盒\n邻居60：我家草莓也烂了1盒')
  await leader.tap('看看谁在说坏了')
  await leader.until('认出来的 2 件')
  for (const n of NOT_BOUND) await leader.tap({ label: new RegExp(`邻居${n}.*对，报这件$`) })
  await leader.tap('替他们报上 2 件')
  await leader.until('已经报好 2 件')
  await leader.tap('去处理')

  // They find the wall's decision ready, too; the odd ones are looked at one by one: two agreed to, one offered half, one refused.
  await leader.tap({ label: /^草莓，6 户反映/ })
  await leader.until('新来的 2 户照这样')
  await leader.tap('同意 2 户，退 ¥59.80')
  await leader.until(/2 户同意了，共 ¥59.80/)
  await leader.tap('知道了')
  const [refused, offered, ...agreed] = ODD
  const look = async (number: number | undefined) => { await leader.tap({ label: `看${number}号 邻居${number}的详情` }) }
  for (const n of agreed) {
    await look(n)
    await leader.tap('同意并退 ¥29.90')
    await leader.until('我已退款')
    await leader.back()
  }
  await look(offered)
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^换个办法/ })
  await leader.tap({ label: /^退一半/ })
  await leader.tap({ label: /^发出去/ })
  await leader.until('等邻居点头')
  await leader.until(h => !/秒内可以撤回/.test(h.text()))
  await leader.back()
  await look(refused)
  await leader.tap({ label: /^更多/ })
  await leader.tap({ label: /^不同意/ })
  await leader.tap({ label: /照片里的不是这次团购的东西/ })
  await leader.tap('告诉邻居，没同意')
  await leader.until('没同意')
  await leader.back()
  await leader.until('这一批都定过了')
  const halved = await phone(neighbour(offered as number))
  await halved.tap({ label: /^草莓，/ })
  await halved.tap('同意，退我 ¥14.95')
  await halved.until('退款中')
  away(halved)

  // Refunded in one sitting, each ticked as it was made in the other app.
  await leader.tap('回待处理')
  await leader.tap('我的团')
  await leader.tap({ label: '11.21 草莓大团的退款表' })
  await leader.until('还有 27 户要退，一共 ¥792.35')
  for (let left = true; left;) {
    const row = leader.findAll({ label: /，还没退$/ })[0]
    if (row?.label) await leader.tap({ label: row.label })
    else left = false
  }
  await leader.tap('这 27 户退好了，共 ¥792.35')
  await leader.tap({ label: /^退好了，告诉邻居/ })
  await leader.until(/27 户已退，共 ¥792.35/)
  await leader.tap('知道了')
  await leader.until('没有要退的了')

  // The next export: one refund did not arrive, one was made twice.
  const refunds = Object.fromEntries([...REPORTING, ...LATE, ...NOT_BOUND].map(n => [n, n === refused || n === 3 ? 0 : n === 2 ? 5980 : n === offered ? 1495 : 2990]))
  await leader.tap('导入新的订单表来核对')
  await chooseSheet(leader, '订单表', 'newer.csv', exportOf(HOUSEHOLDS, refunds))
  await leader.tap('看看认出了什么')
  await leader.tap({ label: /^(确认导入|没有新的)/ })
  await leader.until('✓ 导入好了')
  await leader.tap('回退款表看核对结果')
  await leader.until('25 户对上了')
  expect(leader.text()).toMatch(/2号 邻居2[^]*多退了 ¥29.90/)
  expect(leader.text()).toMatch(/3号 邻居3[^]*还少 ¥29.90/)

  // The account with the supplier: the link in WeChat, the same sum on both phones, one answer, the sheet.
  await leader.back()
  await leader.tap('跟「丹东果业」的账')
  await leader.until('要供货商承担')
  expect(leader.text()).toContain('¥792.35')
  await leader.tap('发链接给供货商')
  await leader.tap('选群或朋友发出去')
  const invitation = cardSharedBy(leader)
  await leader.tap({ label: '关上' })
  const downloaded: Buffer[] = []
  const supplier = await phone('laoli', {
    path: invitation.path,
    wx: {
      // The way over the network is WeChat's own.
      downloadFile: async ({ url, filePath }: { url: string; filePath: string }) => {
        const answer = await fetch(url)
        downloaded.push(Buffer.from(await answer.arrayBuffer()))
        return { statusCode: answer.status, filePath }
      },
      openDocument: () => ({}),
    },
  })
  await supplier.type({ label: '怎么称呼您' }, '老李')
  await supplier.tap('接受邀请')
  await supplier.tap(/去看看/)
  await supplier.until('要您承担')
  expect(supplier.text()).toContain('¥792.35')
  await supplier.tap('认这 27 笔，¥792.35')
  await supplier.tap({ label: /^认 ¥792.35/ })
  await supplier.until('✓ 认了 27 笔')
  await supplier.tap('知道了')
  await supplier.tap('下载扣款单')
  await supplier.until(h => h.calls('openDocument').length > 0)
  const sheet = Object.values(unzipSync(downloaded[0] as Buffer)).map(part => strFromU8(part)).join('\n')
  expect(sheet).toContain('一共')
  for (let n = 1; n <= HOUSEHOLDS; n++) for (const secret of [`邻居${n}`, `收货${n}`, last4(n)]) expect(sheet).not.toContain(`>${secret}<`)
  await leader.hide()
  await leader.show()
  await leader.until('供货商认了')
  away(supplier)

  // And the group hears how it went, without a name.
  const neighbours = await phone(neighbour(30), { path: 'pages/progress/index', query: { groupBuy: new URLSearchParams(card.path.split('?')[1]).get('groupBuy') ?? '' } })
  await neighbours.until('28户反映，都处理好了')
  expect(neighbours.text()).not.toMatch(/邻居\d/)
  away(neighbours)
  away(leader)
}, 300_000)

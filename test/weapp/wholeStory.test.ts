import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openHouse, ROOT, type House, type Name } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import type { Host } from './host/launch-host'
import { buildWeapp, fileName, FROM_CHAT, onPhone } from './onPhone'

/** Longer than any step, so that the undo bar can be seen, and short enough to wait for. s */
const UNDO_SECONDS = 3

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse({ undoSeconds: UNDO_SECONDS })
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(name: Name, ...[options]: [Parameters<typeof onPhone>[2]?]): Promise<Host> {
  const host = await onPhone(house, name, options)
  phones.push(host)
  return host
}

/** The phone of somebody who tapped a card in a chat. */
async function openCard(name: Name, card: { path: string }): Promise<Host> {
  return phone(name, { path: card.path, scene: FROM_CHAT })
}

/** What the share sheet was last given: the card that stands in the chat now. */
function cardSharedBy(host: Host): { title: string; path: string } {
  const card = host.calls('shareAppMessage').at(-1)
  if (!card) throw new Error('nothing was shared')
  return card as { title: string; path: string }
}

async function chooseSheet(host: Host, file: string, field: string): Promise<void> {
  // A chat holds more than sheets; WeChat shows only what was asked for.
  host.setAlbum([{ name: fileName(), bytes: photo() }, { name: file, bytes: readFileSync(path.join(ROOT, 'stage/demo', file)) }])
  await host.tap({ label: `${field}，选表格` })
  await host.until(file)
}

/** Photographs something: what is tapped opens the camera. */
async function takePhoto(host: Host, tapped: string): Promise<void> {
  host.setAlbum([{ name: fileName(), bytes: photo() }])
  await host.tap({ label: tapped })
  await host.until(h => h.findAll({ label: '第 1 张照片，传好了' }).length === 1)
}

interface StoredCase { residentId: string; state: { money: string; amount: number; recovery: string | null }; events: { type: string; photos?: string[]; proof?: string[] }[] }
interface StoredNotice { personId: string; as: string; title: string }

test('from an empty cloud to 已退款 by taps alone: opened, imported, shared, bound, filed, settled, answered for, paid, read', async () => {
  // 陈姐 opens her community, brings the orders in, says that they have come.
  const leader = await phone('chen')
  await leader.tap('给我的小区开通')
  await leader.type({ label: '小区名' }, '梧桐苑')
  await leader.type({ label: '邻居怎么称呼您' }, '陈姐')
  await leader.type({ label: '您的手机号（可以不填）' }, '13800000000')
  await leader.tap('开通')
  await leader.tap('导入订单')
  await chooseSheet(leader, 'orders.xlsx', '订单表')
  await chooseSheet(leader, 'products.csv', '商品清单（可以不选）')
  await leader.tap('看看认出了什么')
  await leader.until('认出 36 单')
  await leader.tap('确认导入 36 单')
  await leader.until('✓ 导入好了')
  await leader.tap('去我的团')
  await leader.tap({ label: '11.21 周六果蔬团已到货' })
  await leader.tap('到了，现在开始取货')
  await leader.until(h => !h.text().includes('东西都到了'))

  // She sends the group-buy's card to the neighbours, and an invitation to the supplier.
  await leader.tap({ label: '把11.21 周六果蔬团的卡片发到群里' })
  await leader.tap('选群或朋友发出去')
  const card = cardSharedBy(leader)
  expect(card.title).toContain('11.21 周六果蔬团')
  await leader.tap({ label: '关上' })
  await leader.tap({ label: '邀请丹东果业的人' })
  await leader.tap('选群或朋友发出去')
  const invitation = cardSharedBy(leader)
  expect(invitation.path).toContain('/packages/supplier/join/')

  // 王阿姨 opens the card, finds her order, and says what is wrong with the strawberries.
  const resident = await openCard('wang', card)
  await resident.type({ label: '跟团号' }, '7')
  await resident.type({ label: '手机号后四位' }, '6027')
  await resident.tap('找到我的订单')
  await resident.until('✓ 找到了')
  await takePhoto(resident, '【丹东99草莓】顺丰冷链有问题')
  await resident.tap({ label: '坏了、烂了' })
  await resident.tap({ label: '全坏' })
  await resident.until('¥59.90')
  await resident.tap('发给团长')
  await resident.until('发给团长了')
  await resident.tap('看进展')
  await resident.until('等团长看')

  // 陈姐 sees it, agrees, and lets the seconds pass in which she could take it back.
  await leader.tap({ label: '关上' })
  await leader.back()
  await leader.tap({ label: /草莓/ })
  await leader.tap('同意并退 ¥59.90')
  await leader.until(/已同意，\d+ 秒内可以撤回/)
  await leader.until('我已退款')

  // 老李 accepts the invitation and is asked to bear it; he does.
  const supplier = await openCard('laoli', invitation)
  await supplier.type({ label: '怎么称呼您' }, '老李')
  await supplier.tap('接受邀请')
  await supplier.until('您现在替「丹东果业」回话了')
  await supplier.tap('去看看有没有要回话的')
  await supplier.tap({ label: /草莓/ })
  await supplier.tap('认 ¥59.90')
  await supplier.until('✓ 您认了 ¥59.90')

  // 陈姐 has paid in the other app, comes back, and proves it.
  await leader.hide()
  await leader.show()
  await leader.until('供货商认了 ¥59.90')
  await leader.tap('我已退款')
  await takePhoto(leader, '拍照片')
  await leader.tap('退好了，告诉邻居 ¥59.90')
  await leader.until(/^已退款$/m)

  // 王阿姨's phone has buzzed twice; she reads it in the inbox, and opens the case from there.
  await resident.until(() => house.cloud.messages().filter(m => m.openid === 'o-scenario-wang').length === 2)
  await resident.back()
  await resident.tap('看我买的全部东西')
  await resident.tap({ label: '消息，2 条没看' })
  await resident.tap({ label: /^新消息，已退款 ¥59\.90/ })
  await resident.until('团长已经把钱退了，收到了点一下「收到钱了」。')
  expect(resident.page().route).toBe('pages/case/index')
  expect(resident.text()).toMatch(/^已退款$/m)
  expect(resident.text()).toContain('¥59.90')

  for (const each of phones) expect(each.errors).toEqual([])

  // What the cloud keeps of it, looked at behind everybody's back.
  const { data: cases } = await house.db.collection('cases').limit(100).get() as { data: StoredCase[] }
  expect(cases).toHaveLength(1)
  expect(cases[0]?.state).toMatchObject({ money: 'paid', amount: 5990, recovery: 'admitted' })
  // When she came to know of each is another story.
  const happened = (cases[0]?.events ?? []).filter(e => e.type !== 'Told')
  expect(happened.map(e => e.type)).toEqual(['Filed', 'Settled', 'RecoveryAdmitted', 'RefundPaid'])
  expect(happened[0]?.photos).toHaveLength(1)
  expect(happened[3]?.proof).toHaveLength(1)
  const { data: notices } = await house.db.collection('notices').limit(100).get() as { data: StoredNotice[] }
  const told = notices.filter(n => n.as === 'resident')
  expect(told.map(n => n.title).sort()).toEqual(['同意了，退您 ¥59.90', '已退款 ¥59.90'])
  expect(told.every(n => n.personId === cases[0]?.residentId)).toBe(true)
}, 120_000)

import { randomUUID } from 'node:crypto'
import { signIn } from '../../../stage/cloudClient'
import { ARRIVED, COMMUNITY } from '../../../stage/demo/community'
import type { Standing } from './casesInEachState'

/** A screen to look at: whose phone, which page, what is tapped to get there. */
export interface Visit {
  /** In file names and complaints. */
  name: string
  person: string
  /** Without a leading slash, with its query. */
  page: string
  /** Spoken names of what is tapped, one after the other. */
  taps: readonly string[]
  /** Also used at the width of a desktop. */
  desk: boolean
}

const visit = (name: string, person: string, page: string, taps: readonly string[] = []): Visit => ({ name, person, page, taps, desk: /^packages/.test(page) })

/** Every page, as the people of the demo meet it, one case in each state included, and every building block. */
export async function everyPage(url: string, cases: readonly Standing[]): Promise<Visit[]> {
  const chen = await signIn(url, 'chen')
  const { communityId } = COMMUNITY
  const { groupBuys, suppliers } = await chen.call('listGroupBuys', { communityId })
  const groupBuy = groupBuys.find(g => g.title === ARRIVED)
  const wang = await signIn(url, 'wang')
  const { bought } = await wang.call('residentHome', {})
  const line = bought.flatMap(g => g.lines).find(l => l.title.includes('吐司'))
  const named = suppliers[0]
  if (!groupBuy || !line || !named) throw new Error('the demo has changed: no group-buy, toast or supplier')
  const { token } = await chen.call('inviteSupplier', { supplierId: named.id })
  const joining = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 5000 } })
  const product = (title: string) => groupBuys.flatMap(g => g.products.map(p => ({ groupBuyId: g.id, productId: p.id, title: p.title }))).find(p => p.title.includes(title))
  const [berries, toast] = [product('草莓'), product('吐司')]
  if (!berries || !toast) throw new Error('the demo has changed: no strawberries or toast')
  await chen.call('askBuyers', { groupBuyId: toast.groupBuyId, productId: toast.productId })
  const cherries = product('小番茄')
  if (!cherries) throw new Error('the demo has changed: no tomatoes')
  const warning = await chen.call('startWarning', { groupBuyId: cherries.groupBuyId, productId: cherries.productId, words: '有人吃出玻璃渣', doThis: 'keepAside' })
  const warn = `packages/leader/warning/index?groupBuy=${encodeURIComponent(toast.groupBuyId)}`
  const ask = (await wang.call('listNotices', {})).notices.find(n => n.page.startsWith('pages/ask'))
  if (!ask) throw new Error('nobody asked about the toast')
  const fruiterer = groupBuy.products.find(p => p.supplierName === '丹东果业')?.supplierId
  if (!fruiterer) throw new Error('the demo has changed: nobody supplies the fruit')
  const bundle = `supplier=${fruiterer}&groupBuy=${groupBuy.id}`
  const { token: taken } = await chen.call('inviteSupplier', { supplierId: fruiterer, groupBuyId: groupBuy.id })
  await (await signIn(url, 'laoli')).call('acceptInvitation', { token: taken, name: '老李' })
  // The demo has a desk; the pages of inviting one are for who has none.
  await chen.call('endDesk', { communityId })
  const invitation = async () => (await chen.call('inviteToCommunity', { communityId, to: { role: 'desk' } })).token
  const [desking, deskToken] = [await signIn(url, 'xu'), await invitation()]
  const unused = await invitation()
  const { deskId } = await desking.call('openDesk', { token: deskToken, desk: { kind: 'new', deskId: randomUUID(), name: '邻里平台', phone: '', called: '小许' } })
  const { token: colleague } = await desking.call('inviteToDesk', { deskId, capabilities: ['support', 'complaints'], limit: 5000 })
  const standing = (state: string) => {
    const found = cases.find(c => c.state === state)
    if (!found) throw new Error(`no case is ${state}`)
    return found
  }
  const leaderCase = (state: string) => `packages/leader/case/index?id=${standing(state).id}`
  const file = `pages/file/index?order=${encodeURIComponent(line.orderId)}&line=${encodeURIComponent(line.lineId)}`
  return [
    visit('home', 'wang', 'pages/home/index'),
    visit('home-new', 'zhang', 'pages/home/index'),
    visit('bind', 'zhang', `pages/bind/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('bind-by-name', 'zhang', `pages/bind/index?groupBuy=${encodeURIComponent(groupBuy.id)}`, ['不记得跟团号？用名字找']),
    visit('bind-mine', 'wang', `pages/bind/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('bind-nothing', 'zhang', 'pages/bind/index'),
    visit('households', 'wang', 'pages/households/index'),
    visit('file', 'wang', file),
    visit('file-pieces', 'wang', file, ['坏了、烂了', '想要别的处理办法']),
    visit('file-weight', 'wang', file, ['更多原因', '分量不够', '发给团长']),
    visit('messages', 'wang', 'pages/messages/index'),
    visit('message-settings', 'wang', 'pages/messageSettings/index'),
    visit('message-settings-hours', 'wang', 'pages/messageSettings/index', ['打开免打扰', '改时间']),
    visit('ask', 'wang', ask.page),
    visit('warning', 'wang', `pages/warning/index?id=${warning.id}`),
    visit('warning-new', 'zhang', `pages/warning/index?id=${warning.id}`),
    visit('leader-warning', 'chen', `packages/leader/warning/index?id=${warning.id}`),
    visit('leader-warning-lift', 'chen', `packages/leader/warning/index?id=${warning.id}`, ['解除提醒…']),
    visit('leader-warning-which', 'chen', warn),
    visit('leader-warning-start', 'chen', `${warn}&product=${encodeURIComponent(toast.productId)}`),
    ...cases.map(c => visit(`case-${c.state}`, c.resident, `pages/case/index?id=${c.id}`)),
    visit('case-decline', 'wang', `pages/case/index?id=${standing('offered').id}`, ['不同意']),
    visit('leader-inbox', 'chen', 'packages/leader/inbox/index'),
    visit('leader-incident', 'chen', `packages/leader/incident/index?groupBuy=${berries.groupBuyId}&product=${berries.productId}`, ['坏的退一半']),
    visit('leader-refunds', 'chen', `packages/leader/refunds/index?groupBuy=${groupBuy.id}`),
    visit('leader-arrival', 'chen', `packages/leader/arrival/index?groupBuy=${groupBuy.id}`, ['草莓】顺丰冷链，有少的或坏的']),
    visit('leader-group-buys', 'chen', 'packages/leader/groupBuys/index'),
    visit('leader-code', 'chen', 'packages/leader/groupBuys/index', [`把${groupBuy.title}的卡片发到群里`]),
    visit('leader-community', 'chen', 'packages/leader/community/index'),
    visit('leader-hours', 'chen', 'packages/leader/community/index', ['周一，8:00–22:00，改']),
    visit('leader-invite-helper', 'chen', 'packages/leader/community/index', ['请一个帮手']),
    visit('leader-invite-seller', 'chen', 'packages/leader/community/index', ['请一个帮卖团长']),
    visit('criteria', 'wang', `pages/criteria/index?community=${communityId}`),
    visit('leader-clocks', 'chen', 'packages/leader/clocks/index'),
    visit('leader-clock', 'chen', 'packages/leader/clocks/index', ['团长看，24 小时，照平常，改']),
    visit('leader-routes', 'chen', 'packages/leader/routes/index', ['看会到谁那里']),
    visit('leader-rule', 'chen', 'packages/leader/routes/index', ['加一条规则']),
    visit('leader-replies', 'chen', 'packages/leader/replies/index'),
    visit('leader-reply', 'chen', 'packages/leader/replies/index', ['加一句问供货商时用的']),
    visit('leader-criteria', 'chen', 'packages/leader/criteria/index'),
    visit('team-join', 'zhang', `packages/leader/join/index?token=${joining.token}`),
    visit('gathered', 'zhang', 'packages/leader/gathered/index'),
    visit('progress', 'zhang', `pages/progress/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-behalf', 'chen', `packages/leader/behalf/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-behalf-chosen', 'chen', `packages/leader/behalf/index?groupBuy=${encodeURIComponent(groupBuy.id)}`, ['选1号 明天会更好 · 1号楼502室', '坏了、烂了', '替他报上']),
    visit('leader-chat', 'chen', `packages/leader/chat/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-progress', 'chen', `packages/leader/progress/index?groupBuy=${encodeURIComponent(groupBuy.id)}`, ['画一张']),
    visit('leader-untold', 'chen', 'packages/leader/untold/index'),
    visit('leader-import', 'chen', 'packages/leader/import/index'),
    visit('leader-open', 'chen', 'packages/leader/open/index'),
    visit('leader-bundle', 'chen', `packages/leader/bundle/index?${bundle}`),
    visit('leader-link', 'chen', `packages/leader/bundle/index?${bundle}`, ['发链接给供货商']),
    visit('leader-supplier', 'chen', `packages/leader/supplier/index?id=${fruiterer}`),
    visit('leader-remove', 'chen', `packages/leader/supplier/index?id=${fruiterer}`, ['移出老李']),
    visit('leader-messages', 'chen', 'pages/messages/index'),
    visit('leader-message-settings', 'chen', 'pages/messageSettings/index'),
    ...cases.map(c => visit(`leader-case-${c.state}`, 'chen', `packages/leader/case/index?id=${c.id}`)),
    visit('leader-more', 'chen', leaderCase('waitingLeader'), ['更多']),
    visit('leader-forward', 'chen', leaderCase('waitingLeader'), ['更多', '请供货商先看']),
    visit('leader-offer', 'chen', leaderCase('waitingLeader'), ['更多', '换个办法']),
    visit('leader-reject', 'chen', leaderCase('waitingLeader'), ['更多', '不同意']),
    visit('leader-paid', 'chen', leaderCase('refunding'), ['我已退款']),
    visit('supplier-cases', 'laoli', 'packages/supplier/cases/index'),
    visit('supplier-bundle', 'laoli', `packages/supplier/bundle/index?${bundle}`),
    visit('supplier-admit', 'laoli', `packages/supplier/bundle/index?${bundle}`, ['认这']),
    visit('supplier-people', 'laoli', `packages/supplier/people/index?supplier=${fruiterer}`),
    visit('supplier-join-taken', 'zhang', `packages/supplier/join/index?token=${taken}`),
    visit('supplier-join', 'zhang', `packages/supplier/join/index?token=${token}`),
    ...cases.flatMap(c => (c.supplier === null ? [] : [visit(`supplier-case-${c.state}`, c.supplier, `packages/supplier/case/index?id=${c.id}`)])),
    visit('supplier-dispute', 'laoli', `packages/supplier/case/index?id=${standing('waitingSupplier').id}`, ['有不同意见']),
    visit('desk', 'xu', 'packages/operator/desk/index', ['全部没完的']),
    visit('desk-nothing', 'xu', 'packages/operator/desk/index'),
    visit('desk-board', 'xu', 'packages/operator/board/index'),
    visit('leader-board', 'chen', 'packages/leader/board/index'),
    visit('desk-team', 'xu', 'packages/operator/team/index'),
    visit('channels', 'chen', `packages/channels/index?community=${communityId}`),
    visit('channels-supplier', 'laoli', `packages/channels/index?supplier=${fruiterer}`),
    visit('channels-own', 'xu', 'packages/channels/index'),
    visit('channels-resident', 'wang', 'packages/channels/index'),
    visit('desk-invite', 'xu', 'packages/operator/team/index', ['请一位同事']),
    visit('desk-change', 'xu', 'packages/operator/team/index', ['改小许能做什么']),
    visit('desk-behalf', 'xu', 'packages/operator/behalf/index'),
    visit('desk-open', 'xiaozhou', `packages/operator/join/index?token=${unused}`),
    visit('desk-join', 'zhang', `packages/operator/join/index?colleague=${colleague}`),
    visit('desk-role', 'chen', 'packages/leader/community/index', ['不要平台了']),
    ...cases.map(c => visit(`desk-case-${c.state}`, 'xu', `packages/operator/case/index?id=${c.id}`)),
    visit('desk-more', 'xu', `packages/operator/case/index?id=${standing('waitingLeader').id}`, ['更多']),
    visit('desk-reject', 'xu', `packages/operator/case/index?id=${standing('waitingLeader').id}`, ['更多', '不同意']),
    visit('gallery', 'wang', 'gallery'),
    visit('gallery-sheet', 'wang', 'gallery', ['打开一张']),
  ]
}

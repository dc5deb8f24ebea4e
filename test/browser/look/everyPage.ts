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
  const { bought } = await (await signIn(url, 'wang')).call('residentHome', {})
  const line = bought.flatMap(g => g.lines).find(l => l.title.includes('吐司'))
  const named = suppliers[0]
  if (!groupBuy || !line || !named) throw new Error('the demo has changed: no group-buy, toast or supplier')
  const { token } = await chen.call('inviteSupplier', { supplierId: named.id })
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
    visit('bind-nothing', 'zhang', 'pages/bind/index'),
    visit('file', 'wang', file),
    visit('file-pieces', 'wang', file, ['坏了、烂了', '想要别的处理办法']),
    visit('file-weight', 'wang', file, ['更多原因', '分量不够', '发给团长']),
    visit('messages', 'wang', 'pages/messages/index'),
    ...cases.map(c => visit(`case-${c.state}`, c.resident, `pages/case/index?id=${c.id}`)),
    visit('case-decline', 'wang', `pages/case/index?id=${standing('offered').id}`, ['不同意']),
    visit('leader-inbox', 'chen', 'packages/leader/inbox/index'),
    visit('leader-group-buys', 'chen', 'packages/leader/groupBuys/index'),
    visit('progress', 'zhang', `pages/progress/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-behalf', 'chen', `packages/leader/behalf/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-behalf-chosen', 'chen', `packages/leader/behalf/index?groupBuy=${encodeURIComponent(groupBuy.id)}`, ['选1号 明天会更好 · 1号楼502室', '坏了、烂了', '替他报上']),
    visit('leader-chat', 'chen', `packages/leader/chat/index?groupBuy=${encodeURIComponent(groupBuy.id)}`),
    visit('leader-progress', 'chen', `packages/leader/progress/index?groupBuy=${encodeURIComponent(groupBuy.id)}`, ['画一张']),
    visit('leader-untold', 'chen', 'packages/leader/untold/index'),
    visit('leader-import', 'chen', 'packages/leader/import/index'),
    visit('leader-open', 'chen', 'packages/leader/open/index'),
    visit('leader-messages', 'chen', 'pages/messages/index'),
    ...cases.map(c => visit(`leader-case-${c.state}`, 'chen', `packages/leader/case/index?id=${c.id}`)),
    visit('leader-more', 'chen', leaderCase('waitingLeader'), ['更多']),
    visit('leader-forward', 'chen', leaderCase('waitingLeader'), ['更多', '请供货商先看']),
    visit('leader-offer', 'chen', leaderCase('waitingLeader'), ['更多', '换个办法']),
    visit('leader-reject', 'chen', leaderCase('waitingLeader'), ['更多', '不同意']),
    visit('leader-paid', 'chen', leaderCase('refunding'), ['我已退款']),
    visit('supplier-cases', 'laoli', 'packages/supplier/cases/index'),
    visit('supplier-join', 'zhang', `packages/supplier/join/index?token=${token}`),
    ...cases.flatMap(c => (c.supplier === null ? [] : [visit(`supplier-case-${c.state}`, c.supplier, `packages/supplier/case/index?id=${c.id}`)])),
    visit('supplier-dispute', 'laoli', `packages/supplier/case/index?id=${standing('waitingSupplier').id}`, ['有不同意见']),
    visit('gallery', 'wang', 'gallery'),
    visit('gallery-sheet', 'wang', 'gallery', ['打开一张']),
  ]
}

import { COMMUNITY, openDesk, type Name } from '../scenario/openHouse'
import type { PageStats } from '../weapp/host/stage'
import { onPhone } from '../weapp/onPhone'
import { againstBudget } from './budget'
import type { BusyHouse } from './busyHouse'
import type { Figure } from './figure'

/** WXML nodes of every page, and how deep they are, with a busy community's data. */
export async function weappPages(busy: BusyHouse): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { page, name, query } of await visits(busy)) {
    const { nodes, depth } = await statsOf(busy, page, name, query)
    const short = page.replace(/^pages\/|^packages\/|\/index$/g, '').replaceAll('/', '.')
    figures.push(againstBudget(`weapp.nodes.${short}`, nodes, 'nodes'), againstBudget(`weapp.depth.${short}`, depth, 'deep'))
  }
  return figures
}

/** The home of a household that has more orders and complaints than are listed: as it opens, and with every 看更早的 tapped, as long as it can get. */
export async function longestHome(busy: BusyHouse): Promise<Figure[]> {
  const first = await statsOf(busy, 'pages/home/index', 'lin', {})
  const whole = await statsOf(busy, 'pages/home/index', 'lin', {}, 12)
  return [
    againstBudget('weapp.nodes.longestHome', first.nodes, 'nodes'), againstBudget('weapp.depth.longestHome', first.depth, 'deep'),
    { name: 'weapp.longestHome.allTapped.nodes', value: whole.nodes, unit: 'nodes', yardstick: { value: 1000, of: 'WeChat\'s advice' } },
  ]
}

/** What a button for the rest of a list says. */
const MORE = /^看.*还有/

async function statsOf({ house }: BusyHouse, page: string, name: Name, query: Record<string, string>, taps = 0): Promise<PageStats> {
  const host = await onPhone(house, name, { path: page, query })
  try {
    await host.settled()
    for (let tapped = 0; tapped < taps && host.findAll({ label: MORE }).length > 0; tapped++) {
      await host.tap({ label: host.findAll({ label: MORE })[0]?.label ?? '' })
      await host.settled()
    }
    if (host.errors.length > 0) throw new Error(`${page}: ${host.errors.join('\n')}`)
    const stats = host.stats[page]
    if (host.page().route !== page || !stats) throw new Error(`${page} went on to ${host.page().route}`)
    return stats
  } finally {
    host.close()
  }
}

interface Visit { page: string; name: Name; query: Record<string, string> }

/** Every page of the build, each by somebody who has it, with what it needs to know. */
async function visits({ house, chen, groupBuyId, caseIds, freeLine }: BusyHouse): Promise<Visit[]> {
  const host = await onPhone(house, 'wang')
  const { pages } = host
  host.close()
  const id = caseIds[0] ?? ''
  const line = freeLine()
  const { suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const fruiterer = suppliers.find(s => s.people > 0)?.id ?? ''
  const { token } = await chen.call('inviteSupplier', { supplierId: suppliers[0]?.id ?? '' })
  const deskId = await openDesk(house, 'xu')
  const { token: colleague } = await (await house.as('xu')).call('inviteToDesk', { deskId, capabilities: ['support'], limit: 5000 })
  const queries: Record<string, Record<string, string>> = {
    'pages/bind/index': { groupBuy: groupBuyId }, 'pages/file/index': { order: line.orderId, line: line.lineId },
    'pages/case/index': { id }, 'packages/leader/case/index': { id }, 'packages/supplier/case/index': { id }, 'packages/supplier/join/index': { token },
    'packages/channels/index': { community: COMMUNITY.communityId }, 'packages/operator/case/index': { id }, 'packages/operator/join/index': { colleague },
    'packages/supplier/bundle/index': { supplier: fruiterer, groupBuy: groupBuyId }, 'packages/leader/bundle/index': { supplier: fruiterer, groupBuy: groupBuyId },
    'packages/supplier/people/index': { supplier: fruiterer }, 'packages/leader/supplier/index': { id: fruiterer },
  }
  return pages.map(page => ({ page, name: whose(page), query: queries[page] ?? {} }))
}

function whose(page: string): Name {
  if (page.startsWith('packages/leader/') || page.startsWith('packages/channels/')) return 'chen'
  if (page.startsWith('packages/operator/')) return page.endsWith('join/index') ? 'stranger' : 'xu'
  if (page === 'packages/supplier/join/index') return 'xiaozhou'
  if (page.startsWith('packages/supplier/')) return 'laoli'
  return page === 'pages/home/index' ? 'wang' : 'lin'
}

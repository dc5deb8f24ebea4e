import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { signIn } from '../../../stage/cloudClient'
import { ARRIVED, COMMUNITY } from '../../../stage/demo/community'
import { photo } from '../../scenario/photo'
import type { Standing } from './casesInEachState'
import type { Visit } from './everyPage'

/** A screen on which something has come to an end: empty, failed, refused, locked or done. */
export interface End extends Visit {
  /** What is done by hand to get there, after the taps. */
  does: (page: Page) => Promise<void>
}

const DEMO = path.resolve(__dirname, '../../../stage/demo')
const nothing = () => Promise.resolve()
const end = (name: string, person: string, page: string, taps: readonly string[] = [], does: End['does'] = nothing): End => ({ name, person, page, taps, desk: false, does })

const tap = (page: Page, name: string | RegExp) => page.locator('.taro_page').getByLabel(name).filter({ visible: true }).first().click()
const type = (page: Page, name: string, value: string) => page.getByLabel(name).and(page.locator('input')).filter({ visible: true }).fill(value)
const says = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()
async function choose(page: Page, name: string, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, name)])
  await chooser.setFiles(file)
}

/** Every page with the cloud out of reach. */
export function everyPageDown(visits: readonly Visit[]): End[] {
  const pages = visits.filter(v => v.taps.length === 0 && v.page !== 'gallery')
  // One case is like another when none can be loaded.
  const each = new Map(pages.map(v => [`${v.page.split('?')[0]} ${v.person}`, v]))
  return [...each.values()].map(v => ({ ...v, name: `${v.name}, no cloud`, does: nothing }))
}

/** Where nothing is named, what is named is not there or not one's own, nothing is there yet, too much was tried, or all is done. In this order: later ones stand on earlier ones. */
export async function everyEnd(url: string, cases: readonly Standing[]): Promise<End[]> {
  const [chen, wang, zhang] = await Promise.all([signIn(url, 'chen'), signIn(url, 'wang'), signIn(url, 'zhang')])
  const { groupBuys, suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const fruit = groupBuys.find(g => g.title === ARRIVED)?.id ?? ''
  const lineOf = async (who: typeof wang, title: string) => {
    const line = (await who.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes(title))
    if (!line) throw new Error(`nobody bought ${title}`)
    return `pages/file/index?order=${encodeURIComponent(line.orderId)}&line=${encodeURIComponent(line.lineId)}`
  }
  const invite = async (name: string) => (await chen.call('inviteSupplier', { supplierId: suppliers.find(s => s.name === name)?.id ?? '' })).token
  const empty = randomUUID()
  await chen.call('openCommunity', { ...COMMUNITY, communityId: empty, name: '海棠苑' })
  const bread = await lineOf(await signIn(url, 'lin'), '吐司')
  const used = await invite('绿源蔬菜')
  const anyCase = cases.find(c => c.state === 'waitingLeader')?.id ?? ''
  const bind = `pages/bind/index?groupBuy=${encodeURIComponent(fruit)}`
  const tryOrder = (joinNumber: string, phoneLast4: string, then: string) => async (page: Page) => {
    await type(page, '跟团号', joinNumber)
    await type(page, '手机号后四位', phoneLast4)
    await tap(page, '找到我的订单')
    await says(page, then)
  }
  const roles = { resident: 'pages/case/index', leader: 'packages/leader/case/index', supplier: 'packages/supplier/case/index', operator: 'packages/operator/case/index' }
  return [
    ...['pages/bind/index', 'pages/file/index', 'pages/case/index', 'packages/leader/case/index', 'packages/supplier/case/index', 'packages/supplier/join/index', 'packages/operator/case/index', 'packages/operator/join/index', 'pages/warning/index', 'packages/leader/warning/index'].map(page => end(`${page}, nothing named`, 'zhang', page)),
    end('bind, unknown group-buy', 'zhang', 'pages/bind/index?groupBuy=nothing'),
    end('warning, unknown', 'zhang', 'pages/warning/index?id=nothing'),
    end("leader's warning, unknown", 'chen', 'packages/leader/warning/index?id=nothing'),
    end("leader's warning, unknown product", 'chen', 'packages/leader/warning/index?groupBuy=nothing&product=nothing'),
    end('file, unknown line', 'zhang', 'pages/file/index?order=nothing&line=nothing'),
    ...Object.entries(roles).map(([role, page]) => end(`${role}'s case, unknown`, { resident: 'wang', leader: 'chen', supplier: 'laoli', operator: 'xu' }[role] ?? '', `${page}?id=${randomUUID()}`)),
    ...Object.entries(roles).map(([role, page]) => end(`${role}'s case, a stranger's`, 'zhang', `${page}?id=${anyCase}`)),
    ...['packages/leader/inbox/index', 'packages/leader/groupBuys/index', 'packages/leader/import/index', 'packages/supplier/cases/index', 'packages/leader/board/index', 'packages/operator/desk/index', 'packages/operator/board/index', 'packages/operator/team/index', 'packages/operator/behalf/index'].map(page => end(`${page}, not one's role`, 'zhang', page)),
    end('desk invitation, unknown', 'zhang', `packages/operator/join/index?token=${'x'.repeat(32)}`),
    end('desk, a colleague\'s link, unknown', 'zhang', `packages/operator/join/index?colleague=${'x'.repeat(32)}`),
    end('messages, none', 'zhang', 'pages/messages/index'),
    end('file, on its way already', 'wang', await lineOf(wang, '草莓')),
    end('a neighbour whose group-buy is known', 'wang', bind),
    end('inbox, empty community', 'chen', `packages/leader/inbox/index?community=${empty}`),
    end('inbox, nothing moves', 'chen', `packages/leader/inbox/index?community=${empty}`, ['处理中']),
    end('inbox, nothing done', 'chen', `packages/leader/inbox/index?community=${empty}`, ['已完成']),
    end('inbox, moving', 'chen', `packages/leader/inbox/index?community=${COMMUNITY.communityId}`, ['处理中']),
    end('inbox, done', 'chen', `packages/leader/inbox/index?community=${COMMUNITY.communityId}`, ['已完成']),
    end('group-buys, none', 'chen', `packages/leader/groupBuys/index?community=${empty}`),
    end('share sheet', 'chen', `packages/leader/groupBuys/index?community=${COMMUNITY.communityId}`, [`把${ARRIVED}的卡片发到群里`]),
    end('import, a file that is none', 'chen', `packages/leader/import/index?community=${empty}`, [], async page => {
      await choose(page, '订单表，选表格', { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
      await tap(page, '看看认出了什么')
      await page.locator('[role=alert]').filter({ visible: true }).first().waitFor()
    }),
    end('import, looked at', 'chen', `packages/leader/import/index?community=${empty}`, [], async page => {
      await choose(page, '订单表，选表格', path.join(DEMO, 'orders.xlsx'))
      await tap(page, '看看认出了什么')
      await says(page, /认出 36 单/)
    }),
    end('import, done', 'chen', `packages/leader/import/index?community=${empty}`, [], async page => {
      await choose(page, '订单表，选表格', path.join(DEMO, 'orders.xlsx'))
      await tap(page, '看看认出了什么')
      await tap(page, '确认导入 36 单')
      await says(page, '✓ 导入好了')
    }),
    end('invitation accepted', 'zhang', `packages/supplier/join/index?token=${used}`, [], async page => {
      await type(page, '怎么称呼您', '张叔')
      await tap(page, '接受邀请')
      await page.getByRole('button', { name: '不允许' }).click()
      await says(page, /您现在替/)
    }),
    end('invitation used', 'lin', `packages/supplier/join/index?token=${used}`, [], async page => {
      await says(page, /^已经有人在替/)
    }),
    end('supplier, all', 'zhang', 'packages/supplier/cases/index', ['全部']),
    end('bind, the leader is asked', 'zhang', bind, [], tryOrder('15', '8842', '已经告诉团长了')),
    end('bind, wrong', 'zhang', bind, [], tryOrder('8', '0000', '没有找到这一单')),
    end('bind, locked out', 'zhang', bind, [], async page => {
      for (let i = 0; i < 4; i++) await zhang.call('bindOrders', { groupBuyId: fruit, joinNumber: '8', phoneLast4: '0001' }).catch(() => undefined)
      await tryOrder('8', '1190', '今天先试到这里')(page)
    }),
    end('filing, no signal', 'lin', bread, [], async page => {
      await choose(page, '拍照片', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo() })
      await tap(page, '坏了、烂了')
      await tap(page, '全坏')
      await page.context().setOffline(true)
      await tap(page, '发给团长')
      await page.getByRole('button', { name: '不允许' }).click()
      await says(page, '还没发出去，有信号会自动再发')
    }),
    end('filed', 'lin', bread, [], page => says(page, /发给团长了|这件东西已经反映过了/)),
  ]
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bind, COMMUNITY, fileOne, fruitId, joinSupplier, lineOf, moveIn, openDesk, openHouse, ROOT, type House } from '../scenario/openHouse'
import { launchHost, type Host } from './host/launch-host'
import { BUILD, buildWeapp, onPhone } from './onPhone'

let house: House
let queries: Record<string, Record<string, string>>
let pages: string[]
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  const supplierId = await joinSupplier(house, 'laoli', '丹东果业')
  const wang = await house.as('wang')
  const id = (await fileOne(wang, '草莓')).id
  const line = await lineOf(wang, '脐橙')
  const groupBuy = await fruitId(house)
  const { suppliers } = await (await house.as('chen')).call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const { token } = await (await house.as('chen')).call('inviteSupplier', { supplierId: suppliers[0]?.id ?? '' })
  const joining = await (await house.as('chen')).call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 5000 } })
  const oranges = (await (await house.as('chen')).call('listGroupBuys', { communityId: COMMUNITY.communityId })).groupBuys.flatMap(g => g.products.map(p => ({ groupBuyId: g.id, productId: p.id, title: p.title }))).find(p => p.groupBuyId === groupBuy && p.title.includes('脐橙'))
  await (await house.as('chen')).call('askBuyers', { groupBuyId: groupBuy, productId: oranges?.productId ?? '' })
  const warning = (await (await house.as('chen')).call('startWarning', { groupBuyId: groupBuy, productId: oranges?.productId ?? '', words: '有人吃出玻璃渣', doThis: 'keepAside' })).id
  const ask = (await wang.call('listNotices', {})).notices.find(n => n.page.startsWith('pages/ask'))?.page.split('=')[1] ?? ''
  const deskId = await openDesk(house, 'xu', '小许')
  const { token: colleague } = await (await house.as('xu')).call('inviteToDesk', { deskId, capabilities: ['support'], limit: 5000 })
  await house.courier()
  queries = {
    'pages/bind/index': { groupBuy }, 'pages/file/index': { order: line.orderId, line: line.lineId },
    'pages/case/index': { id }, 'packages/leader/case/index': { id }, 'packages/supplier/case/index': { id }, 'packages/supplier/join/index': { token },
    'pages/ask/index': { id: ask }, 'pages/warning/index': { id: warning }, 'packages/leader/warning/index': { id: warning }, 'packages/leader/join/index': { token: joining.token },
    'packages/leader/refunds/index': { groupBuy }, 'packages/leader/arrival/index': { groupBuy }, 'packages/leader/incident/index': { groupBuy, product: oranges?.productId ?? '' },
    'packages/operator/case/index': { id }, 'packages/operator/join/index': { colleague },
    'packages/supplier/bundle/index': { supplier: supplierId, groupBuy }, 'packages/leader/bundle/index': { supplier: supplierId, groupBuy },
    'packages/supplier/people/index': { supplier: supplierId }, 'packages/leader/supplier/index': { id: supplierId },
    'pages/criteria/index': { community: COMMUNITY.communityId }, 'packages/channels/index': { community: COMMUNITY.communityId },
    'pages/progress/index': { groupBuy }, 'packages/leader/behalf/index': { groupBuy }, 'packages/leader/chat/index': { groupBuy }, 'packages/leader/progress/index': { groupBuy },
  }
  const app = JSON.parse(readFileSync(path.join(BUILD, 'app.json'), 'utf8')) as { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  pages = [...app.pages, ...app.subPackages.flatMap(p => p.pages.map(page => `${p.root}/${page}`))]
}, 180_000)
afterAll(() => house.close())

const personFor = (page: string) => (page.includes('channels') ? 'chen' : page.includes('operator/join') ? 'tang' : page.includes('operator') ? 'xu' : page.includes('leader/join') ? 'lin' : page.includes('leader') ? 'chen' : page.includes('supplier/join') ? 'xiaozhou' : page.includes('supplier') ? 'laoli' : 'wang')

async function eachPage(open: (page: string) => Promise<Host>, look: (page: string, host: Host) => void | Promise<void>): Promise<void> {
  for (const page of pages) {
    const host = await open(page)
    try {
      await host.settled({ timeout: 10_000 })
      await look(page, host)
    } finally {
      host.close()
    }
  }
}

test('every page of app.json shows words with the cloud up, within WeChat\'s limits, and nothing goes wrong', async () => {
  const seen: string[] = []
  await eachPage(page => onPhone(house, personFor(page), { path: page, query: queries[page] ?? {} }), (page, host) => {
    expect([page, host.errors]).toEqual([page, []])
    expect([page, host.text().replace(/\s/g, '').length > 10]).toEqual([page, true])
    expect(host.text()).not.toMatch(/undefined|NaN|\[object|null/)
    const stats = host.stats[host.page().route]
    // WeChat's own advice [wechat: 体验评分]: fewer than 1000 nodes, fewer than 30 deep.
    expect([page, (stats?.nodes ?? 0) < 1000, (stats?.depth ?? 0) < 30]).toEqual([page, true, true])
    seen.push(page)
  })
  expect(seen).toHaveLength(pages.length)
}, 120_000)

test('every page says what happened and offers a way on when the cloud is down', async () => {
  await eachPage(page => launchHost({ build: BUILD, path: page, query: queries[page] ?? {} }), (page, host) => {
    expect([page, host.errors]).toEqual([page, []])
    expect([page, host.text().replace(/\s/g, '').length > 10]).toEqual([page, true])
    expect([page, host.findAll({ label: /.+/ }).length > 0]).toEqual([page, true])
  })
}, 120_000)

test('WeChat DevTools would open it from the repository\'s root', () => {
  const project = JSON.parse(readFileSync(path.join(ROOT, 'project.config.json'), 'utf8')) as { miniprogramRoot: string; cloudfunctionRoot: string }
  expect(project.miniprogramRoot).toBe('dist/weapp/')
  expect(project.cloudfunctionRoot).toBe('dist/functions/')
})

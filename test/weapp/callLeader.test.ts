import { bind, COMMUNITY, fileOne, fruitId, lineOf, moveIn, openHouse, type House } from '../scenario/openHouse'
import { launchHost, type Host } from './host/launch-host'
import { BUILD, buildWeapp, onPhone } from './onPhone'

let house: House
let pages: [page: string, query: Record<string, string>][]
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  const wang = await house.as('wang')
  const { id } = await fileOne(wang, '草莓')
  const filed = await lineOf(wang, '草莓')
  const line = await lineOf(wang, '脐橙')
  pages = [
    ['pages/home/index', {}], ['pages/bind/index', { groupBuy: await fruitId(house) }], ['pages/case/index', { id }], ['pages/messages/index', {}],
    ['pages/file/index', { order: line.orderId, line: line.lineId }], ['pages/file/index', { order: filed.orderId, line: filed.lineId }],
  ]
}, 180_000)
afterAll(() => house.close())

async function callFrom(host: Host): Promise<unknown> {
  await host.tap({ label: /^打电话给团长/, nth: 0 })
  return host.calls('makePhoneCall').at(-1)
}

test('from every page of a resident the leader is one tap away, with a cloud and without', async () => {
  const first = await onPhone(house, 'wang')
  await first.until('草莓')
  const { storage } = first
  first.close()
  for (const [path, query] of pages) {
    const host = await onPhone(house, 'wang', { path, query, storage })
    await host.settled()
    expect([path, await callFrom(host)]).toEqual([path, { phoneNumber: COMMUNITY.leaderPhone }])
    expect(host.errors).toEqual([])
    host.close()
    const cut = await launchHost({ build: BUILD, path, query, storage })
    await cut.settled()
    expect([path, await callFrom(cut)]).toEqual([path, { phoneNumber: COMMUNITY.leaderPhone }])
    expect(cut.errors).toEqual([])
    cut.close()
  }
})

test('who has not found an order yet can call the leader of the card, too', async () => {
  const host = await onPhone(house, 'stranger', { path: 'pages/bind/index', query: { groupBuy: await fruitId(house) } })
  await host.until('哪一单是您的')
  expect(await callFrom(host)).toEqual({ phoneNumber: COMMUNITY.leaderPhone })
  host.close()
})

import { importEstate, reportBad, type Estate } from '../scenario/estate'
import { bind, moveIn, openHouse, type House, type Someone } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

const HOUSEHOLDS = 23
let house: House
let wang: Someone
let estate: Estate
let leader: Host
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  wang = await house.as('wang')
  estate = await importEstate(house, await house.as('chen'), HOUSEHOLDS + 1, wang)
  await reportBad(wang, estate.lines.slice(0, HOUSEHOLDS))
}, 180_000)
afterAll(async () => {
  leader?.close()
  await house.close()
})

test('twenty-three households by taps: looked at, one taken out, decided once; refunded in one sitting; told tonight', async () => {
  leader = await onPhone(house, 'chen', { path: 'packages/leader/inbox/index' })
  await leader.until('草莓 · 23户')
  let taps = 0
  const tap = async (...what: Parameters<Host['tap']>) => { taps += 1; await leader.tap(...what) }
  await tap({ label: /草莓，23 户反映，一起处理/ })
  await leader.until('23 户反映，23 户等您定，一共想退 ¥687.70')
  await tap({ label: /^3号 邻居3，/ })
  await tap('同意 22 户，退 ¥657.80')
  await leader.until(/22 户同意了，共 ¥657.80/)
  expect(taps).toBe(3)
  await leader.until('知道了')
  await leader.tap('知道了')
  await leader.until('1 户等您定')

  // The refunds: ticked one by one as they are made in the other app, said to be done at once.
  const refunds = await onPhone(house, 'chen', { path: 'packages/leader/refunds/index', query: { groupBuy: estate.groupBuyId } })
  try {
    await refunds.until('还有 22 户要退，一共 ¥657.80')
    for (const number of [1, 2, 4]) await refunds.tap({ label: new RegExp(`^${number}号 邻居${number}，¥29.90，还没退`) })
    await refunds.tap('这 3 户退好了，共 ¥89.70')
    await refunds.tap({ label: /^退好了，告诉邻居/ })
    await refunds.until(/3 户已退，共 ¥89.70/)
    await refunds.tap('知道了')
    await refunds.until('还有 19 户要退')
    expect(refunds.errors).toEqual([])
  } finally {
    refunds.close()
  }
  expect(leader.errors).toEqual([])
}, 60_000)

test('counted on arrival by taps: two short, borne by the supplier; and one fetched', async () => {
  const arrival = await onPhone(house, 'chen', { path: 'packages/leader/arrival/index', query: { groupBuy: estate.groupBuyId } })
  try {
    await arrival.until('有少有坏')
    await arrival.tap({ label: /草莓，有少的或坏的/ })
    await arrival.tap({ label: '草莓到了，少一件' })
    await arrival.tap({ label: '草莓到了，少一件' })
    await arrival.tap('记下这 1 样')
    await arrival.until('少 2 件，供货商承担')
    await arrival.tap({ label: /^1号 邻居1，\d 件，没取/ })
    await arrival.until('✓ 取了')
    expect(arrival.errors).toEqual([])
  } finally {
    arrival.close()
  }
}, 60_000)

test('five hundred households by the same three taps: progress is shown, everybody once', async () => {
  const many = await openHouse()
  await moveIn(many)
  const resident = await many.as('wang')
  const whole = await importEstate(many, await many.as('chen'), 500, resident)
  await reportBad(resident, whole.lines)
  const host = await onPhone(many, 'chen', { path: 'packages/leader/inbox/index' })
  try {
    await host.tap({ label: /草莓，500 户反映，一起处理/ })
    await host.until('500 户反映，500 户等您定，一共想退 ¥14950.00')
    await host.tap('同意 500 户，退 ¥14950.00')
    await host.until(/正在处理 \d+\/500 件/)
    await host.until(/500 户同意了，共 ¥14950.00/, { timeout: 60_000 })
    expect(host.errors).toEqual([])
    const { data } = await many.db.collection('cases').where({}).limit(1000).get() as { data: { events: { type: string }[] }[] }
    expect(data.map(c => c.events.filter(e => e.type === 'Settled').length)).toEqual(Array.from({ length: 500 }, () => 1))
  } finally {
    host.close()
    await many.close()
  }
}, 180_000)

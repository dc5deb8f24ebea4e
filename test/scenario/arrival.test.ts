import { randomUUID } from 'node:crypto'
import { importEstate, type Estate } from './estate'
import { bind, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
  estate = await importEstate(house, chen, 6, wang)
}, 60_000)
afterAll(() => house.close())

const count = (over: object = {}) => ({ productId: estate.productId, arrived: 12, damaged: 0, photos: [], bearer: 'supplier' as const, ...over })
const check = (over: object = {}, checkId = randomUUID()) => ({ groupBuyId: estate.groupBuyId, checkId, checks: [count(over)] })
const file = (line: Estate['lines'][number] | undefined, reason: 'missing' | 'spoiled', photos: string[] = []) => ({
  caseId: randomUUID(), orderId: line?.orderId ?? '', lineId: line?.lineId ?? '', reason, claim: { measure: 'pieces' as const, bad: 1, damage: 100 as const }, wish: { kind: 'refund' as const, amount: 2990 }, photos, words: '',
})

test('counted before pick-up: what came short needs nobody\'s photo; what was crushed is shown by the crate', async () => {
  const [first, second, third] = estate.lines
  expect(await wang.refused('fileCase', file(first, 'missing'))).toMatchObject({ code: 'PHOTO_NEEDED' })
  const crate = await chen.photo()
  const input = check({ arrived: 11, damaged: 2, photos: [crate] })
  const { arrivedAt, proven } = await chen.call('checkArrival', input)
  expect(proven).toBe(1)
  // The answer was lost on the way.
  expect(await chen.call('checkArrival', input)).toEqual({ arrivedAt, proven })
  const shown = await chen.call('showArrival', { groupBuyId: estate.groupBuyId })
  expect(shown.products).toEqual([{ productId: estate.productId, title: '草莓', spec: '2斤/盒', ordered: 12, hasSupplier: true, check: { arrived: 11, damaged: 2, photos: [crate], bearer: 'supplier', at: expect.any(Number) as number } }])
  expect(shown.photoLinks[crate]).toBeTruthy()

  expect((await wang.call('showLine', { orderId: first?.orderId ?? '', lineId: first?.lineId ?? '' })).proven).toEqual(['missing', 'spoiled', 'damaged', 'packageDamaged', 'thawed'])
  const short = (await wang.call('fileCase', file(first, 'missing'))).view
  const bad = (await wang.call('fileCase', file(second, 'spoiled'))).view
  for (const { id } of [short, bad]) {
    const { view, photoLinks } = await laoli.call('showCase', { caseId: id })
    expect(view.photos).toEqual([crate])
    expect(photoLinks[crate]).toBeTruthy()
  }

  // Counted again: it was the carrier's.
  await chen.call('checkArrival', check({ arrived: 11, damaged: 2, photos: [crate], bearer: 'carrier' }))
  const carried = (await wang.call('fileCase', file(third, 'spoiled'))).view
  expect(await laoli.refused('showCase', { caseId: carried.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await chen.call('showCase', { caseId: carried.id })).view.hasSupplier).toBe(false)
})

test('wrong counts say at which field, and change nothing', async () => {
  const before = await chen.call('showArrival', { groupBuyId: estate.groupBuyId })
  for (const [over, field] of [[{ arrived: 25 }, 'arrived'], [{ damaged: 13 }, 'damaged'], [{ damaged: 1 }, 'photos']] as const) {
    expect(await chen.refused('checkArrival', check(over))).toMatchObject({ field: `checks.0.${field}` })
  }
  expect(await chen.refused('checkArrival', check({ productId: 'elsewhere' }))).toMatchObject({ code: 'NOT_FOUND', field: 'checks.0.productId' })
  expect(await chen.refused('checkArrival', check({ damaged: 1, photos: [await wang.photo()] }))).toMatchObject({ code: 'PHOTO_NOT_YOURS' })
  const { photoLinks: _links, ...same } = before
  expect(await chen.call('showArrival', { groupBuyId: estate.groupBuyId })).toMatchObject(same)
})

test('fetched or not: marked for many at once, and put right', async () => {
  const ids = estate.lines.slice(0, 4).map(l => l.orderId)
  expect(await chen.call('markPickedUp', { groupBuyId: estate.groupBuyId, orderIds: ids, pickedUp: true })).toEqual({ changed: 4 })
  expect(await chen.call('markPickedUp', { groupBuyId: estate.groupBuyId, orderIds: ids, pickedUp: true })).toEqual({ changed: 0 })
  await chen.call('markPickedUp', { groupBuyId: estate.groupBuyId, orderIds: ids.slice(0, 1), pickedUp: false })
  const { pickups } = await chen.call('showArrival', { groupBuyId: estate.groupBuyId })
  expect(pickups.filter(p => p.pickedUpAt !== null).map(p => p.orderId).sort()).toEqual(ids.slice(1).sort())
  // Orders of another group-buy are not touched by way of this one.
  const other = (await wang.call('residentHome', {})).bought.find(g => g.groupBuyId !== estate.groupBuyId)?.lines[0]
  expect(await chen.call('markPickedUp', { groupBuyId: estate.groupBuyId, orderIds: [other?.orderId ?? ''], pickedUp: true })).toEqual({ changed: 0 })
})

test('is the leader\'s', async () => {
  for (const who of [wang, laoli, await house.as('otherLeader')]) {
    expect(await who.refused('checkArrival', check())).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
    expect(await who.refused('showArrival', { groupBuyId: estate.groupBuyId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await who.refused('markPickedUp', { groupBuyId: estate.groupBuyId, orderIds: ['x'], pickedUp: true })).toMatchObject({ code: 'NOT_FOUND' })
  }
})

import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import type { SheetDocument } from '../../cloudfunctions/lib/sheetFiles'
import { COST, importEstate, reportBad, type Estate } from './estate'
import { act, bind, decide, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
let bundle: { supplierId: string; groupBuyId: string }
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
  estate = await importEstate(house, chen, 20, wang)
  bundle = { supplierId: estate.supplierId, groupBuyId: estate.groupBuyId }
  await chen.call('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'cost' })
}, 60_000)
afterAll(() => house.close())

const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const valuesOf = (rows: unknown[][]) => rows.filter(r => typeof r[7] === 'number')

test('both sides download the same sheet; its lines are the screen\'s numbers, and it names nobody', async () => {
  const cases = await reportBad(wang, estate.lines.slice(0, 4))
  for (const { caseId } of cases.slice(0, 3)) await decide(chen, caseId, 'leader', { type: 'settle' })
  await act(laoli, cases[0]?.caseId ?? '', 'supplier', { type: 'admitRecovery', words: '认，王秀珍家的' })
  await act(laoli, cases[1]?.caseId ?? '', 'supplier', { type: 'disputeRecovery', reason: 'keptWarm', words: '', photos: [] })
  const { sum, cases: shown } = await laoli.call('showBundle', bundle)
  const [mine, theirs] = [await laoli.call('deductionSheet', bundle), await chen.call('deductionSheet', bundle)]
  expect(mine.fileName).toBe('扣款单 丹东果业 11.21 草莓大团.xlsx')
  expect(mine.url).not.toBe(theirs.url)
  const rows = await readSheet(await bytesOf(mine.url)) as unknown[][]
  const other = await readSheet(await bytesOf(theirs.url)) as unknown[][]
  expect(valuesOf(other)).toEqual(valuesOf(rows))
  const lines = rows.slice(5, 8)
  expect(rows[4]).toEqual(['售后单号', '商品', '规格', '反映日期', '原因', '件数', '怎么算', '金额（元）', '状态'])
  // Filed at the same moment, they stand in whatever order the cloud met them.
  const numberOf = (i: number) => shown.find(c => c.card.id === cases[i]?.caseId)?.number
  expect(lines.map(r => [r[0], r[1], r[5], r[6], r[7], r[8]]).sort()).toEqual(['供货商认了', '供货商有不同意见', '等供货商回话'].map((state, i) => [numberOf(i), '草莓', 1, '按进价', COST / 100, state]).sort())
  expect(rows.slice(8).map(r => [r[0], r[1], r[7]])).toEqual([
    ['供货商认了，可以扣', '1 笔', sum.admitted.fen / 100], ['等供货商回话', '1 笔', sum.claimed.fen / 100], ['有不同意见', '1 笔', sum.disputed.fen / 100], ['一共', '3 笔', sum.all.fen / 100],
  ])
  expect(rows[2]?.[0]).toContain('还没定的 1 笔不在里面')

  // Every byte of it, unpacked.
  const text = Object.values(unzipSync(await bytesOf(mine.url))).map(part => strFromU8(part)).join('\n')
  expect(text).toContain('草莓')
  const { data } = await house.db.collection('orders').limit(1000).get() as { data: { _id: string; key: string; buyer: string; receiver: string; room: string; phoneHash: string; residents: string[] }[] }
  expect(data.length).toBeGreaterThan(20)
  // Short nicknames like 慢慢 are words as well; nothing of this sheet contains one.
  for (const { _id, key, buyer, receiver, room, phoneHash, residents } of data) for (const secret of [_id, key, buyer, receiver, room, phoneHash, ...residents]) if (secret !== '') expect(text).not.toContain(secret)
  for (let i = 1; i <= 20; i++) expect(text).not.toContain(`139${10_000_000 + i}`)
})

test('a sheet is there for the two sides alone, by a link that ends, and is gone afterwards', async () => {
  for (const name of ['wang', 'stranger', 'xiaozhou', 'otherLeader'] as const) expect(await (await house.as(name)).refused('deductionSheet', bundle)).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await laoli.refused('deductionSheet', { ...bundle, groupBuyId: 'none' })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  expect(await laoli.refused('deductionSheet', { ...bundle, supplierId: 1 })).toMatchObject({ code: 'BAD_INPUT', field: 'supplierId' })
  const { url, until } = await laoli.call('deductionSheet', bundle)
  expect(until - Date.now()).toBeLessThanOrEqual(600_000)
  const bare = new URL(url)
  bare.search = ''
  expect((await fetch(bare)).status).toBeGreaterThanOrEqual(400)
  expect((await fetch(url.replace(/.$/, c => (c === 'a' ? 'b' : 'a')))).status).toBeGreaterThanOrEqual(400)
  // Nobody puts one in its place.
  await expect(laoli.upload(`sheets/${new URL(url).pathname.split('/').at(-1) ?? ''}`, Buffer.from('x'))).rejects.toThrow()
  expect((await fetch(url)).status).toBe(200)
  const kept = async () => (await house.db.collection('sheets').limit(100).get()).data as SheetDocument[]
  expect((await house.clock()).dropped).toBe(0)
  await house.db.collection('sheets').where({ dropAt: house.db.command.gt(0) }).update({ dropAt: 1 })
  const before = (await kept()).length
  expect((await house.clock()).dropped).toBe(before)
  expect(await kept()).toEqual([])
  expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
})

test('a group-buy without claims is an empty sheet, not an error', async () => {
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: '11111111-2222-4333-8444-555555555555' })
  const bread = groupBuys.find(g => g.title.includes('面包'))?.id ?? ''
  const { url } = await chen.call('deductionSheet', { ...bundle, groupBuyId: bread })
  const rows = await readSheet(await bytesOf(url)) as unknown[][]
  expect(valuesOf(rows).map(r => r[7])).toEqual([0, 0, 0, 0])
})

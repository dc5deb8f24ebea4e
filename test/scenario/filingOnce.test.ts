import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { act, bind, decide, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  wang = await house.as('wang')
}, 60_000)
afterAll(() => house.close())

async function filing(title: string): Promise<Input<'fileCase'>> {
  const line = await lineOf(wang, title)
  return {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: 100 }, photos: [await wang.photo(), await wang.photo()], words: '坏了',
  }
}

const cases = async () => (await house.db.collection('cases').limit(1000).get()).data as { _id: string; openKey: string; events: unknown[] }[]

test('however often it is tapped, it is filed once and every tap has the same answer', async () => {
  const input = await filing('草莓')
  const answers = await Promise.all(Array.from({ length: 20 }, () => wang.call('fileCase', input)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await wang.call('fileCase', input)).toEqual(answers[0])
  expect((await cases()).filter(c => c._id === input.caseId)).toHaveLength(1)
})

test('ten different filings on one line at once are one case, and the others keep their photos', async () => {
  const inputs = await Promise.all(Array.from({ length: 10 }, () => filing('脐橙')))
  const results = await Promise.allSettled(inputs.map(input => wang.call('fileCase', input)))
  const filed = results.flatMap((r, i) => (r.status === 'fulfilled' ? [inputs[i]] : []))
  expect(filed).toHaveLength(1)
  for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject({ refusal: { code: 'LINE_HAS_OPEN_CASE' } })
  expect((await cases()).filter(c => c.openKey.startsWith('line:') && c._id === filed[0]?.caseId)).toHaveLength(1)
  const { data: photos } = await house.db.collection('photos').limit(1000).get() as { data: { _id: string; caseId: string | null }[] }
  for (const input of inputs) for (const id of input.photos) expect(photos.find(p => p._id === id)?.caseId).toBe(input === filed[0] ? input.caseId : null)
})

test('a photo counts once: the same one cannot be evidence in a second case', async () => {
  const first = (await cases())[0]
  const input = await filing('上海青')
  const { data: [used] } = await house.db.collection('photos').where({ caseId: first?._id }).limit(1).get() as { data: { _id: string }[] }
  expect(await wang.refused('fileCase', { ...input, photos: [used?._id] })).toMatchObject({ code: 'PHOTO_NOT_YOURS' })
  await wang.call('fileCase', input)
})

test('after it was withdrawn the line may be filed again; after it was paid only what is left', async () => {
  const chen = await house.as('chen')
  const greens = (await wang.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes('上海青'))
  await act(wang, greens?.openCaseId ?? '', 'resident', { type: 'withdraw', words: '' })
  const again = { ...await filing('上海青'), wish: { kind: 'refund' as const, amount: 400 } }
  await wang.call('fileCase', again)
  await decide(chen, again.caseId, 'leader', { type: 'settle' })
  await act(chen, again.caseId, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  const third = { ...await filing('上海青'), wish: { kind: 'refund' as const, amount: 400 } }
  expect(await wang.refused('fileCase', third)).toMatchObject({ code: 'MORE_THAN_PREVIEW', field: 'wish.amount' })
  expect((await wang.call('showLine', { orderId: third.orderId, lineId: third.lineId })).left).toBe(650 - 400)
  await wang.call('fileCase', { ...third, wish: { kind: 'refund', amount: 250 } })
})

test('a case\'s evidence stays its own, also when its id is tried again elsewhere', async () => {
  const lin = await house.as('lin')
  await bind(house, 'lin', '12', '3516')
  const berries = await lineOf(lin, '草莓')
  const tomatoes = await lineOf(lin, '小番茄')
  const input = (line: { orderId: string; lineId: string }, photo: string): Input<'fileCase'> => ({
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [photo], words: '',
  })
  const photoId = await lin.photo()
  const first = input(berries, photoId)
  await lin.call('fileCase', first)
  expect(await lin.refused('fileCase', { ...first, orderId: tomatoes.orderId, lineId: tomatoes.lineId })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect(await lin.refused('fileCase', input(tomatoes, photoId))).toMatchObject({ code: 'PHOTO_NOT_YOURS' })
})

test('a photo that was accepted twice is one photo', async () => {
  const { uploadPrefix } = await wang.call('whoAmI', {})
  const fileId = await wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, (await import('./photo')).photo())
  const [a, b] = await Promise.all([wang.call('addPhoto', { fileId }), wang.call('addPhoto', { fileId })])
  expect(a).toEqual(b)
  expect(await wang.call('addPhoto', { fileId })).toEqual(a)
})

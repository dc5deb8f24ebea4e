import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { bind, FRUIT, fruitId, moveIn, openHouse, type House, type Name, type Someone } from './openHouse'

let house: House
let groupBuyId: string
let chen: Someone

beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  chen = await house.as('chen')
  groupBuyId = await fruitId(house)
})
afterAll(() => house.close())

async function orders(): Promise<{ _id: string; joinNumber: string; buyer: string; receiver: string; phoneLast4: string; phoneHash: string; residents: string[] }[]> {
  return (await house.db.collection('orders').where({ groupBuyId }).limit(1000).get()).data
}

describe('by name', () => {
  test('the surname and the digits find the household, and only whoever has both', async () => {
    const wang = await house.as('wang')
    const own = (await orders()).find(o => o.phoneLast4 === '6027')
    expect(await wang.call('bindOrders', { groupBuyId, name: own?.receiver.slice(0, 1) || own?.buyer.slice(0, 1) || '', phoneLast4: '6027' })).toMatchObject({ state: 'bound', buyer: own?.buyer })
    const stranger = await house.as('stranger')
    const wrongDigits = await stranger.refused('bindOrders', { groupBuyId, name: own?.buyer, phoneLast4: '0001' })
    const nobody = await stranger.refused('bindOrders', { groupBuyId, name: '欧阳', phoneLast4: '0001' })
    // One says 4, the other 3 tries left; nothing else tells them apart.
    const alike = (r: typeof nobody) => ({ ...r, message: r.message.replace(/\d/, '') })
    expect(alike(nobody)).toEqual(alike(wrongDigits))
    expect(await stranger.refused('bindOrders', { groupBuyId, name: '王', joinNumber: '7', phoneLast4: '0001' })).toMatchObject({ code: 'BAD_INPUT' })
    expect(await stranger.refused('bindOrders', { groupBuyId, phoneLast4: '0001' })).toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('guessing', () => {
  test('who failed five times is told to the leader, once a day', async () => {
    const guess = async (name: Name, digits: string) => (await house.as(name)).refused('bindOrders', { groupBuyId, joinNumber: '7', phoneLast4: digits })
    for (const name of ['otherLeader', 'xiaozhou'] as const) {
      const codes = await Promise.all(Array.from({ length: 8 }, (_, i) => guess(name, `000${i}`).then(r => r.code)))
      // The fifth is looked up as well, and says that it was the last.
      expect(codes.filter(c => c === 'BINDING_NOT_FOUND')).toHaveLength(4)
    }
    const { notices } = await chen.call('listNotices', {})
    expect(notices.filter(n => n.title.includes('填错了 5 次'))).toHaveLength(1)
  })

  test('from however many accounts, a group-buy is tried sixty times an hour; then right and wrong look alike and the leader decides', async () => {
    // Twelve people's five tries, written as they would stand: signing in hundreds of people is another story.
    const { data: [today] } = await house.db.collection('bindingTries').where({ groupBuyId }).limit(1).get() as { data: { _id: string; count: number; hours: Record<string, number> }[] }
    const hours = Object.fromEntries(Object.keys(today?.hours ?? {}).map(h => [h, 60 - 3]))
    await house.db.collection('bindingTries').where({ _id: today?._id }).update({ count: 60 - 3, hours })
    const lin = await house.as('lin')
    const zhang = await house.as('zhang')
    const before = (await orders()).filter(o => o.residents.length > 0).length
    // At once: three get an honest no, the others no answer at all about what is right.
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => zhang.call('bindOrders', { groupBuyId, joinNumber: '12', phoneLast4: `000${i}` }).then(a => a.state, () => 'no')))
    expect(answers.sort()).toEqual(['askedLeader', 'askedLeader', 'no', 'no', 'no'])
    expect(await lin.call('bindOrders', { groupBuyId, joinNumber: '12', phoneLast4: '9999' })).toEqual({ state: 'askedLeader', because: 'crowded' })
    expect((await chen.call('listBindings', { communityId: (await chen.call('whoAmI', {})).leads[0]?.communityId ?? '' })).bindings).toEqual([])
    expect(await lin.call('bindOrders', { groupBuyId, joinNumber: '12', phoneLast4: '3516' })).toEqual({ state: 'askedLeader', because: 'crowded' })
    expect((await orders()).filter(o => o.residents.length > 0)).toHaveLength(before)
    const { bindings: [asked] } = await chen.call('listBindings', { communityId: (await chen.call('whoAmI', {})).leads[0]?.communityId ?? '' })
    expect(asked).toMatchObject({ groupBuyTitle: FRUIT, joinNumber: '12', phoneLast4: '3516' })
    expect(await chen.call('confirmBinding', { bindingId: asked?.id ?? '', yes: true })).toEqual({ bound: 2 })
    expect((await chen.call('listNotices', {})).notices.filter(n => n.title === '认领先停了，要您来认人')).toHaveLength(1)
    // Another group-buy is not held up by it.
    const other = (await chen.call('listGroupBuys', { communityId: (await chen.call('whoAmI', {})).leads[0]?.communityId ?? '' })).groupBuys.find(g => g.id !== groupBuyId)
    if (other) expect((await (await house.as('laoli')).refused('bindOrders', { groupBuyId: other.id, joinNumber: '12', phoneLast4: '9999' })).code).toBe('BINDING_NOT_FOUND')
  })

  test('ten thousand digits: with what is left of a day nobody comes further than five', async () => {
    const laoli = await house.as('laoli')
    const codes: string[] = []
    for (let digits = 0; digits < 40; digits++) codes.push((await laoli.call('bindOrders', { groupBuyId, joinNumber: '7', phoneLast4: String(digits).padStart(4, '0') }).then(a => a.state, (e: { refusal: { code: string } }) => e.refusal.code)))
    expect(codes.filter(c => c !== 'MANY_TRIES').length).toBeLessThanOrEqual(5)
    expect(codes).not.toContain('bound')
    await expect(bind(house, 'laoli', '7', '6027')).rejects.toThrow()
  })
})

describe('the code of a group-buy', () => {
  test('is a picture that any camera reads, and leads to that group-buy', async () => {
    const stranger = await house.as('stranger')
    expect(await stranger.refused('groupBuyCode', { groupBuyId })).toMatchObject({ code: 'NOT_FOUND' })
    const { link } = await chen.call('groupBuyCode', { groupBuyId })
    const response = await fetch(link)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(seen(Buffer.from(await response.arrayBuffer()))).toBe(`pages/bind/index?scene=${groupBuyId}`)
    // Drawn once: WeChat is not asked again.
    house.cloud.faults.nextWechatCall({ fail: { errcode: 45009, errmsg: 'reach max api daily quota limit' } })
    expect((await chen.call('groupBuyCode', { groupBuyId })).link).toContain('/codes/')
    const other = (await chen.call('listGroupBuys', { communityId: (await chen.call('whoAmI', {})).leads[0]?.communityId ?? '' })).groupBuys.find(g => g.id !== groupBuyId)
    expect(await chen.refused('groupBuyCode', { groupBuyId: other?.id })).toMatchObject({ code: 'CODE_TOO_MANY' })
    house.cloud.faults.nextWechatCall({ fail: { errcode: 41030, errmsg: 'invalid page' } })
    expect(await chen.refused('groupBuyCode', { groupBuyId: other?.id })).toMatchObject({ code: 'CODE_NOT_YET' })
  })
})

/** What a camera reads from a grey PNG without filters. */
function seen(png: Buffer): string | undefined {
  const side = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) pixels.fill(rows[y * (side + 1) + 1 + x] ?? 0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return jsQR(pixels, side, side)?.data
}

import { bind, fruitId, moveIn, openHouse, type House, type Name } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import { buildWeapp, fileName, FROM_CHAT, onPhone } from './onPhone'

let house: House
beforeAll(async () => {
  buildWeapp()
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'zhang', '8', '1190')
  await bind(house, 'wang', '7', '6027')
}, 180_000)
afterAll(() => house.close())

/** What the issue allows, and one photo. */
const MOST_TAPS = 6

/**
 * The usual complaint, from the tap on the card in the chat to 发给团长了, by somebody whose orders were found before. @returns every tap on
 * the way in words, WeChat's own question about messages among them; taking the photo, which WeChat does in a window of its own, is the one photo
 */
async function fileFromCard(name: Name, touch: (labels: { tap: (label: string) => Promise<void> }) => Promise<void>): Promise<string[]> {
  const host = await onPhone(house, name, { path: '/pages/bind/index', query: { groupBuy: await fruitId(house) }, scene: FROM_CHAT })
  try {
    host.setAlbum([{ name: fileName(), bytes: photo() }])
    await touch({ tap: label => host.tap({ label }) })
    await host.until('发给团长了')
    expect(host.errors).toEqual([])
    expect(host.calls('chooseMedia')).toHaveLength(1)
    return ['the card in the chat', ...host.taps, ...host.calls('requestSubscribeMessage').map(() => 'WeChat asks about messages: 允许')]
  } finally {
    host.close()
  }
}

test('a household that bought one thing: the card leads straight to it', async () => {
  const taps = await fileFromCard('zhang', async ({ tap }) => {
    for (const label of ['拍照片', '坏了、烂了', '全坏', '发给团长']) await tap(label)
  })
  console.info(`one thing bought, ${taps.length} taps and one photo: ${taps.join(' · ')}`)
  expect(taps).toEqual(['the card in the chat', '拍照片', '坏了、烂了', '全坏', '发给团长', 'WeChat asks about messages: 允许'])
  expect(taps.length).toBeLessThanOrEqual(MOST_TAPS)
})

test('a household that bought several: the tap that says which opens the camera as well', async () => {
  const strawberries = '【丹东99草莓】顺丰冷链有问题'
  const taps = await fileFromCard('wang', async ({ tap }) => {
    for (const label of [strawberries, '坏了、烂了', '全坏', '发给团长']) await tap(label)
  })
  console.info(`several things bought, ${taps.length} taps and one photo: ${taps.join(' · ')}`)
  expect(taps).toEqual(['the card in the chat', strawberries, '坏了、烂了', '全坏', '发给团长', 'WeChat asks about messages: 允许'])
  expect(taps.length).toBeLessThanOrEqual(MOST_TAPS)
})

test('the card again while that complaint is open: its progress, not a second form', async () => {
  const host = await onPhone(house, 'zhang', { path: '/pages/bind/index', query: { groupBuy: await fruitId(house) }, scene: FROM_CHAT })
  await host.tap({ label: '看【赣南脐橙】甜过初恋的进展' })
  await host.until('等团长看')
  expect(host.errors).toEqual([])
  host.close()
})

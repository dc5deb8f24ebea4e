import { STAGE_WORDS, type Stage } from '../../../../../domain/case/stage'
import { shareFor, shareForAll } from './untoldShare'

const untold = { bound: true, caseId: 'c1', groupBuyId: 'g1', title: '草莓', stage: 'refunding', remedy: 'refund', buyer: '小林', room: '8号楼1101室', phoneLast4: '3516', joinNumber: '12', amount: 5990 } as const

test('a card says what was decided in the neighbour\'s own words, and opens the case', () => {
  expect(shareFor(untold)).toEqual({ title: `草莓：${STAGE_WORDS.refunding}，点开看`, path: '/pages/case/index?id=c1', says: '他点开就是这件事；打开了就算告诉到了。' })
  expect(shareFor({ ...untold, bound: false }).path).toBe('/pages/bind/index?groupBuy=g1')
})

test('whatever was decided: no name, no house, no number and no sum', () => {
  for (const stage of Object.keys(STAGE_WORDS) as Stage[]) {
    const { title } = shareFor({ ...untold, stage })
    expect(title).toMatch(/^草莓：.{2,}，点开看$/)
    expect(title).not.toMatch(/小林|1101|3516|12|59|undefined|null/)
  }
})

test('a long title is cut by whole letters', () => {
  expect(shareFor({ ...untold, title: '🍓'.repeat(20) }).title).toMatch(/^🍓{13}…：/u)
})

test('one card for a whole group-buy says nothing of any household', () => {
  expect(shareForAll({ groupBuyId: 'g/1', groupBuyTitle: '草莓团', households: [1, 2] })).toMatchObject({ title: '草莓团的售后有消息了，点开看您家的', path: '/pages/bind/index?groupBuy=g%2F1' })
})

import type { ChatProposal } from './chatReading'
import { EVERYDAY, LIST_LINES } from './chat/listLines'
import { readChat } from './readChat'

/** What is not said may be left open by a proposal, never filled in with certainty. */
function fits(p: ChatProposal, truth: string): boolean {
  const [joinNumber = '', productId = '', reason = '', pieces = ''] = truth.split(' ')
  const home = joinNumber === '?' || p.candidates.some(c => c.orderId === joinNumber && (productId === '?' || c.lineId === productId))
  if (p.certainty !== 'sure') return p.candidates.length === 0 || home
  return home && [joinNumber, productId, reason, pieces].every(part => part !== '?') && p.reason === reason && String(p.pieces) === pieces
}

function judge([text, ...truth]: (typeof LIST_LINES)[number]) {
  const { proposals } = readChat(text, EVERYDAY)
  const sure = proposals.filter(p => p.certainty === 'sure')
  return {
    seen: proposals.map(p => `${p.certainty} ${p.candidates.map(c => `${c.orderId}/${c.lineId}`).join(' ')} ${p.reason ?? '?'} ${p.pieces ?? '?'} ${p.why.join('；')}`),
    right: sure.filter(p => truth.some(t => fits(p, t))).length,
    uncertain: proposals.length - sure.length,
    wrong: sure.filter(p => !truth.some(t => fits(p, t))).length,
    missed: truth.filter(t => !proposals.some(p => fits(p, t))).length,
  }
}

describe('lines of a 接龙', () => {
  it.each(LIST_LINES.map(line => [line[0], line] as const))('%j', (_text, line) => {
    const { seen, wrong, missed } = judge(line)
    expect({ seen, wrong, missed }).toEqual({ seen, wrong: 0, missed: 0 })
  })

  it('as figures: right, left to the leader, wrong, missed', () => {
    const all = LIST_LINES.map(judge)
    const total = (of: (j: ReturnType<typeof judge>) => number) => all.reduce((sum, j) => sum + of(j), 0)
    const plainly = LIST_LINES.reduce((sum, [, ...truth]) => sum + truth.filter(t => !t.includes('?')).length, 0)
    const figures = { pasted: LIST_LINES.length, plainlySaid: plainly, right: total(j => j.right), uncertain: total(j => j.uncertain), wrong: total(j => j.wrong), missed: total(j => j.missed) }
    process.stdout.write(`lines of a 接龙: ${JSON.stringify(figures)}\n`)
    expect(figures).toMatchObject({ wrong: 0, missed: 0 })
  })
})

describe('everyday names', () => {
  const home = (orderId: string, ...goods: string[]) => ({ orderId, buyer: `邻居${orderId}`, receiver: '', joinNumber: orderId, room: '', notClaimable: null, lines: goods.map(id => ({ lineId: id, productId: id, spec: '盒装', quantity: 1, openCaseId: null })) })
  const read = (titles: Record<string, string>, words: string, ...bought: string[]) => {
    const [proposal] = readChat(`邻居1：${words}坏了1盒`, { leaderName: '', products: Object.entries(titles).map(([id, title]) => ({ id, title, spec: '盒装' })), households: [home('1', ...bought)] }).proposals
    return [proposal?.certainty, ...proposal?.candidates.map(c => c.lineId) ?? []]
  }

  it.each([
    ['the only thing of that kind is meant', { a: '【现摘】阳山水蜜桃', b: '徐香猕猴桃', c: '山东大樱桃' }, '桃子', ['a', 'b', 'c'], ['sure', 'a']],
    ['two that fit are both offered', { a: '【现摘】阳山水蜜桃', b: '砀山黄桃礼盒' }, '桃子', ['a', 'b'], ['unsure', 'a', 'b']],
    ['of two that fit, the one that was bought', { a: '【现摘】阳山水蜜桃', b: '砀山黄桃礼盒' }, '桃子', ['b'], ['sure', 'b']],
    ['what is made of it is not the thing', { a: '阳山水蜜桃', b: '水蜜桃乌龙茶' }, '桃子', ['b'], ['unsure', 'b']],
    ['where only something made of it is sold, nobody is sure', { a: '橙香面包', b: '虾味鲜片' }, '虾', ['a', 'b'], ['unsure', 'b']],
    ['the longer word is another thing', { a: '徐香猕猴桃', b: '云南土豆' }, '桃子', ['a', 'b'], ['unsure', 'a', 'b']],
    ['what is given along is not sold', { a: '云南土豆 送鸡蛋', b: '散养草鸡蛋' }, '鸡蛋', ['b'], ['sure', 'b']],
    ['another name for the same', { a: '云南土豆', b: '现摘奇异果' }, '猕猴桃', ['a', 'b'], ['sure', 'b']],
    ['a small one has a name of its own', { a: '本地小番茄', b: '云南土豆' }, '西红柿', ['a', 'b'], ['unsure', 'a', 'b']],
    ['what the kind is called is not what another kind is called', { a: '全麦面包', b: '云南土豆' }, '吐司', ['a', 'b'], ['unsure', 'a', 'b']],
  ])('%s', (_name, titles, words, bought, expected) => {
    expect(read(titles, words, ...bought)).toEqual(expected)
  })
})

it('words in another tongue are not lost: they are listed as not understood', () => {
  const { passedOver, proposals } = readChat('Léa D.: les pêches de la 9 sont pourries, 1 boîte\n김: 복숭아가 상했어요\n七七：桃子坏1盒\nLily: ok thanks', EVERYDAY)
  expect(passedOver.map(p => [p.who, p.why])).toEqual([['Léa D.', '看不懂的话，请自己看一眼'], ['김', '看不懂的话，请自己看一眼']])
  expect(proposals.map(p => p.certainty)).toEqual(['sure'])
})

it('households named below somebody else\'s words have a card each, and say under whose words they stand', () => {
  const { proposals } = readChat('山田さん: 11号 桃子坏\n7 水蜜桃 2盒都坏\n13号 16号桃子都坏了', EVERYDAY)
  expect(proposals.map(p => p.candidates.map(c => c.orderId))).toEqual([['11'], ['7'], ['13'], ['16']])
  for (const p of proposals.slice(1)) expect(p.why).toContain('写在「山田さん」的话下面，不一定是他自己说的')
})

it('says what a person has to settle, and nothing that is filled in', () => {
  const missing = (text: string) => readChat(text, EVERYDAY).proposals.map(p => [p.missing, p.why.filter(w => w.startsWith('没说是哪样东西'))])
  expect(missing('七七：坏了')).toEqual([[[], ['没说是哪样东西，这家只买了这一样']]])
  expect(missing('七七：坏了2盒')).toEqual([[[], []]])
  expect(missing('芳芳妈妈：坏了')).toEqual([[['goods'], ['没说是哪样东西']]])
  expect(missing('豆豆外婆：水蜜桃坏1箱')).toEqual([[['goods'], []]])
  expect(missing('静待花开：想退')).toEqual([[['household', 'goods', 'reason'], ['没说是哪样东西']]])
  expect(missing('路人：桃子坏1盒')).toEqual([[['household', 'goods'], []]])
})

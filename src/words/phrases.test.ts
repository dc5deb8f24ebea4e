import { fillingsForMany, phrasesFor } from './phrases'

const standards = { replies: [
  { id: 'a', purpose: 'offer' as const, tone: 'calm' as const, words: '{称呼}，{商品}退您 {金额}，行吗？' },
  { id: 'b', purpose: 'reject' as const, tone: 'calm' as const, words: '软果是正常的', criterion: 'own:1' as const },
  { id: 'c', purpose: 'reject' as const, tone: 'calm' as const, words: '这次不退' },
], criteria: [{ code: 'own:1' as const, words: '软果不退' }] }

test('a community\'s sentences are filled in', () => {
  expect(phrasesFor(standards, 'offer', { 称呼: '王阿姨', 商品: '草莓', 金额: '¥12.60' })).toEqual(['王阿姨，草莓退您 ¥12.60，行吗？'])
  expect(phrasesFor(standards, 'offer', fillingsForMany('草莓'))).toEqual(['各位邻居，草莓退您 相应的钱，行吗？'])
})

test('those of the reason, and without one of its own those of none', () => {
  const about = fillingsForMany('草莓')
  expect(phrasesFor(standards, 'reject', about, 'own:1')).toEqual(['软果是正常的'])
  expect(phrasesFor(standards, 'reject', about, 'kept')).toEqual(['这次不退'])
  expect(phrasesFor(null, 'reject', about, 'notAProblem')).toEqual(['您好，这个是正常的，不影响吃，不放心可以来问我。'])
})

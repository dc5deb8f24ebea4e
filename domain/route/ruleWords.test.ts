import { ruleWords } from './ruleWords'

const names = { products: new Map([['草莓(2斤)', '草莓']]), suppliers: new Map([['s1', '丹东果业']]) }

test('a rule says what it does, by the names people use', () => {
  expect(ruleWords({ when: { classes: ['quality', 'quantity'], askedAtLeast: 5000 }, then: { holder: 'operator', recoverFrom: 'supplier' } }, names)).toBe('质量问题或少了、错了，要退 ¥50.00 以上的：先归平台，钱找供货商')
  expect(ruleWords({ when: { reasons: ['spoiled'], productKeys: ['草莓(2斤)'], supplierIds: ['s1', 'gone'] }, then: { holder: 'supplier', recoverFrom: 'nobody' } }, names)).toBe('坏了、烂了，草莓，丹东果业供的或一个供货商供的：先归供货商，不找别人')
  expect(ruleWords({ when: {}, then: { holder: 'leader' } }, names)).toBe('所有的事：先归团长')
})

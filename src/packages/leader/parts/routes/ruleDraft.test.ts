import { draftOf, emptyDraft, moved, reasonsWithin, ruleOf, withClasses, type Rule } from './ruleDraft'

const RULE: Rule = { id: 'r', when: { classes: ['quality'], reasons: ['spoiled'], productKeys: ['草莓'], supplierIds: ['s1'], askedAtLeast: 5000 }, then: { holder: 'operator', recoverFrom: 'nobody' }, words: '贵的先请平台看' }

test('a rule is the same after it was opened and closed', () => {
  expect(ruleOf(draftOf(RULE))).toEqual(RULE)
  const plain: Rule = { id: 'p', when: {}, then: { holder: 'leader' }, words: '都归我' }
  expect(ruleOf(draftOf(plain))).toStrictEqual(plain)
})

test('what is still missing is said', () => {
  expect(ruleOf(emptyDraft('r'))).toBe('选一下先归谁')
  expect(ruleOf({ ...emptyDraft('r'), holder: 'leader' })).toBe('写一句这条说的是什么')
  expect(ruleOf({ ...draftOf(RULE), atLeast: '0' })).toBe('金额要大于 0')
  expect(ruleOf({ ...draftOf(RULE), atLeast: '五十' })).toMatch(/^这个金额/)
})

test('reasons follow the classes', () => {
  expect(reasonsWithin(['quantity'])).toContain('missing')
  expect(reasonsWithin(['quantity'])).not.toContain('spoiled')
  expect(withClasses(draftOf(RULE), ['quantity']).reasons).toEqual([])
  expect(withClasses(draftOf(RULE), []).reasons).toEqual(['spoiled'])
})

test('one place forward, the first stays first', () => {
  expect(moved(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0)).toEqual(['a', 'b'])
})

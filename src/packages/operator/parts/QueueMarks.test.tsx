import { marksOf } from './QueueMarks'

const NOW = 1_700_000_000_000
const none = { appeal: false, hazard: false, expedited: false, excluded: false, needsAnother: false }
const words = (marks: Partial<typeof none>, dueAt = NOW + 1, holder: 'operator' | 'leader' = 'operator') =>
  marksOf({ marks: { ...none, ...marks }, due: { clock: 'appeal', party: holder, from: NOW - 10, dueAt }, holder }, NOW).map(m => m.words)

test('says what presses, most of all first, and nothing where nothing does', () => {
  expect(words({})).toEqual([])
  expect(words({ hazard: true, expedited: true, appeal: true }, NOW - 1)).toEqual(['! 安全问题', '! 过了说好的时间', '居民在催', '请再看看'])
  expect(words({}, NOW - 1, 'leader')).toEqual(['! 别人过了说好的时间'])
})

test('who refused it is asked to leave it to somebody else; where nobody else is there, that is said instead', () => {
  expect(words({ appeal: true, excluded: true })).toEqual(['请再看看', '您之前没同意过，请换一位'])
  expect(words({ appeal: true, excluded: true, needsAnother: true })).toEqual(['请再看看', '这件要请另一位来看'])
})

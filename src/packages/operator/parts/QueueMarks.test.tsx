import { marksOf } from './QueueMarks'

const NOW = 1_700_000_000_000
const none = { appeal: false, hazard: false, expedited: false, excluded: false, needsAnother: false }
const due = (dueAt: number, party: 'operator' | 'leader') => ({ clock: 'review' as const, party, from: NOW - 10, dueAt })
const words = (marks: Partial<typeof none>, times: Partial<Pick<Parameters<typeof marksOf>[0], 'due' | 'myDue'>> = {}) => marksOf({ marks: { ...none, ...marks }, due: null, myDue: null, ...times }, NOW).map(m => m.words)

test('says what presses, most of all first, and nothing where nothing does', () => {
  expect(words({})).toEqual([])
  expect(words({ hazard: true, expedited: true, appeal: true })).toEqual(['! 安全问题', '居民在催', '请再看看'])
})

test('somebody else is late beside the own time, which is what the card shows; what the card shows as late is not said twice', () => {
  expect(words({}, { due: due(NOW - 1, 'leader'), myDue: due(NOW + 9, 'operator') })).toEqual(['! 别人过了说好的时间'])
  expect(words({}, { due: due(NOW - 1, 'leader') })).toEqual([])
  expect(words({}, { due: due(NOW - 1, 'operator'), myDue: due(NOW - 1, 'operator') })).toEqual([])
})

test('who refused it is asked to leave it to somebody else; where nobody else is there, that is said instead', () => {
  expect(words({ appeal: true, excluded: true })).toEqual(['请再看看', '您之前没同意过，请换一位'])
  expect(words({ appeal: true, excluded: true, needsAnother: true })).toEqual(['请再看看', '这件要请另一位来看'])
})

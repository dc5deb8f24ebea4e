import { reopeningWords } from './reopeningWords'

test('what was put aside can be taken up until a moment that is said; while nobody knows since when, within seven days', () => {
  const now = Date.UTC(2026, 10, 23, 2)
  expect(reopeningWords({ reopenUntil: Date.UTC(2026, 10, 30, 13) }, now)).toBe('11月30日晚上9点前')
  expect(reopeningWords({ reopenUntil: null }, now)).toBe('七天里')
})

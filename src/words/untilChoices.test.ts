import { untilChoices } from './untilChoices'

/** Saturday 14 November 2026 in Shanghai. */
const at = (hour: number) => Date.UTC(2026, 10, 14, hour - 8)

test('evenings to come, in words; tonight only while there is an hour left', () => {
  expect(untilChoices(at(10)).map(c => c.says)).toEqual(['今晚9点', '明天晚上9点', '11月16日晚上9点', '11月20日晚上9点', '11月27日晚上9点', '12月13日晚上9点'])
  expect(untilChoices(at(20)).map(c => c.says)[0]).toBe('今晚9点')
  expect(untilChoices(at(20) + 60_000).map(c => c.says)[0]).toBe('明天晚上9点')
  expect(untilChoices(at(10))[0]?.at).toBe(at(21))
})

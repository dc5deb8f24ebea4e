import { DAY_MINUTES } from '../../../../../domain/clock/serviceHours'
import { withBreak } from './withBreak'

const day = (...hours: [number, number][]) => hours.map(([from, to]) => ({ from: from * 60, to: to * 60 }))

test.each([
  ['around noon', day([8, 22]), day([8, 12], [14, 22])],
  ['again: in the middle of the longest stretch', day([8, 12], [14, 22]), day([8, 12], [14, 17], [18, 22])],
  ['no noon in it', day([14, 23]), day([14, 18], [19, 23])],
  ['nobody is here after it', day([8, 13]), day([8, 10], [11, 13])],
  ['all day', day([0, 24]), day([0, 12], [14, 24])],
  ['the stretch over noon, though another is longer', day([0, 8], [11, 15], [16, 24]), day([0, 8], [11, 12], [14, 15], [16, 24])],
  ['nothing long enough', day([8, 10]), null],
  ['nobody is here', [], null],
])('%s', (_what, from, to) => expect(withBreak(from)).toEqual(to))

test('whatever the hours, what comes of it is apart, in order and within what was there', () => {
  for (let from = 0; from < DAY_MINUTES; from += 30) {
    for (let to = from + 30; to <= DAY_MINUTES; to += 30) {
      const made = withBreak([{ from, to }])
      if (!made) continue
      const [a, b] = made
      expect([made.length, a?.from, b?.to]).toEqual([2, from, to])
      const ends = made.flatMap(s => [s.from, s.to])
      expect(ends.every((end, i) => i === 0 || (ends[i - 1] ?? 0) < end)).toBe(true)
    }
  }
})

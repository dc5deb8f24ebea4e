import { execFileSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { before, lateBy, shanghai, shanghaiDay, spoken, timeLeft } from './shanghai'

/** An instant, by Shanghai's clock: '2026-11-14 10:20'. */
const at = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)
const HOUR = 3600_000

describe('the wall clock in Shanghai', () => {
  it.each([
    ['2026-11-14T02:20:00Z', '2026-11-14 10:20'], ['2026-11-14T15:59:59Z', '2026-11-14 23:59'], ['2026-11-14T16:00:00Z', '2026-11-15 00:00'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31 23:59'], ['2026-12-31T16:00:00Z', '2027-01-01 00:00'], ['2028-02-28T16:00:00Z', '2028-02-29 00:00'], ['1970-01-01T00:00:00Z', '1970-01-01 08:00'],
  ])('%s is %s', (instant, clock) => {
    expect(shanghai(Date.parse(instant)).format('YYYY-MM-DD HH:mm')).toBe(clock)
    expect(shanghaiDay(Date.parse(instant))).toBe(clock.slice(0, 10))
  })

  it('is eight hours ahead of Greenwich at every instant', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), instant => {
      expect(shanghai(instant).format('YYYY-MM-DD HH:mm:ss')).toBe(new Date(instant + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' '))
    }))
  })
})

describe('as people say it', () => {
  const NOON = at('2026-11-14 12:00')
  it.each([
    ['2026-11-14 00:00', '今天凌晨0点'], ['2026-11-14 04:59', '今天凌晨4点59分'], ['2026-11-14 05:00', '今天早上5点'], ['2026-11-14 08:59', '今天早上8点59分'], ['2026-11-14 09:00', '今天上午9点'],
    ['2026-11-14 11:59', '今天上午11点59分'], ['2026-11-14 12:00', '今天中午12点'], ['2026-11-14 12:59', '今天中午12点59分'], ['2026-11-14 13:00', '今天下午1点'], ['2026-11-14 17:59', '今天下午5点59分'],
    ['2026-11-14 18:00', '今晚6点'], ['2026-11-14 21:00', '今晚9点'], ['2026-11-14 23:59', '今晚11点59分'], ['2026-11-14 10:05', '今天上午10点5分'],
    ['2026-11-15 00:00', '明天凌晨0点'], ['2026-11-15 21:00', '明天晚上9点'], ['2026-11-15 23:59', '明天晚上11点59分'], ['2026-11-16 00:00', '11月16日凌晨0点'], ['2026-11-16 15:00', '11月16日下午3点'],
    ['2026-11-13 23:59', '昨天晚上11点59分'], ['2026-11-13 00:00', '昨天凌晨0点'], ['2026-11-12 23:59', '11月12日晚上11点59分'],
    ['2026-12-31 23:59', '12月31日晚上11点59分'], ['2027-01-01 00:00', '2027年1月1日凌晨0点'], ['2025-12-31 08:00', '2025年12月31日早上8点'],
  ])('%s is %s', (clock, words) => {
    expect(spoken(at(clock), NOON)).toBe(words)
    expect(before(at(clock), NOON)).toBe(`${words}前`)
  })

  it('a day ends at Shanghai\'s midnight, not after 24 hours', () => {
    expect(spoken(at('2026-11-15 00:01'), at('2026-11-14 23:59'))).toBe('明天凌晨0点1分')
    expect(spoken(at('2026-11-15 23:59'), at('2026-11-14 00:00'))).toBe('明天晚上11点59分')
    expect(spoken(at('2026-11-14 23:59'), at('2026-11-15 00:01'))).toBe('昨天晚上11点59分')
    expect(spoken(at('2026-11-14 00:00'), at('2026-11-14 23:59'))).toBe('今天凌晨0点')
  })

  it('tomorrow stays tomorrow over the year\'s end', () => {
    expect(spoken(at('2027-01-01 09:00'), at('2026-12-31 23:30'))).toBe('明天上午9点')
    expect(spoken(at('2026-12-31 21:00'), at('2027-01-01 00:10'))).toBe('昨天晚上9点')
    expect(spoken(at('2027-01-02 09:00'), at('2026-12-31 23:30'))).toBe('2027年1月2日上午9点')
    expect(spoken(at('2027-01-02 09:00'), at('2027-01-01 00:00'))).toBe('明天上午9点')
  })

  it('is rounded down to the minute: a promise is never made later than it is', () => {
    expect(spoken(at('2026-11-14 20:59') + 59_999, NOON)).toBe('今晚8点59分')
  })
})

describe('how much is left', () => {
  it.each([
    [0, '还有 1 分钟'], [1, '还有 1 分钟'], [60_000, '还有 1 分钟'], [119_999, '还有 1 分钟'], [120_000, '还有 2 分钟'], [59 * 60_000, '还有 59 分钟'], [HOUR - 1, '还有 59 分钟'], [HOUR, '还有 1 小时'],
    [24 * HOUR, '还有 24 小时'], [48 * HOUR - 1, '还有 47 小时'], [48 * HOUR, '还有 2 天'], [7 * 24 * HOUR, '还有 7 天'],
    [-1, '晚了 1 分钟'], [-60_000, '晚了 1 分钟'], [-2 * HOUR, '晚了 2 小时'], [-50 * HOUR, '晚了 2 天'],
  ])('%i ms: %s', (left, words) => {
    expect(timeLeft(at('2026-11-14 12:00') + left, at('2026-11-14 12:00'))).toBe(words)
  })
})

describe('the machine\'s own time zone', () => {
  // The hours in which summer time begins or ends somewhere, by Shanghai's clock, and some quiet ones.
  const clocks = ['2026-03-08 02:30', '2026-03-08 03:00', '2026-04-24 00:00', '2026-04-24 00:30', '2026-04-05 01:45', '2026-11-01 01:30', '2026-10-25 02:30', '2026-10-04 02:15', '2026-12-31 23:59', '2026-07-01 12:00']

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'Europe/London', 'Pacific/Kiritimati', 'Asia/Kathmandu'])('%s changes nothing', zone => {
    const { outputFiles } = buildSync({ entryPoints: [`${__dirname}/shanghai.ts`], bundle: true, write: false, format: 'iife', globalName: 'time', platform: 'node' })
    const script = `${outputFiles[0]?.text ?? ''}
      console.log(JSON.stringify(${JSON.stringify(clocks.map(at))}.map(t => [time.shanghai(t).format('YYYY-MM-DD HH:mm'), time.shanghaiDay(t), time.spoken(t, t), time.spoken(t, t - 86400000)])))`
    const answer = JSON.parse(execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })) as string[][]
    expect(answer).toEqual(clocks.map(clock => [clock, clock.slice(0, 10), spoken(at(clock), at(clock)), spoken(at(clock), at(clock) - 24 * HOUR)]))
    expect(answer.every(([, , today, tomorrow]) => /^(今天|今晚)/.test(today ?? '') && tomorrow?.startsWith('明天'))).toBe(true)
  })
})

test('what is late now and what was late are said alike', () => {
  for (const late of [1, 12 * 60_000, 45 * 60_000, 2 * HOUR, 50 * HOUR]) expect(timeLeft(1_000, 1_000 + late)).toBe(lateBy(late))
})

import fc from 'fast-check'
import { date, evaluate } from '../../testing/evaluate'

const at = date('2026-11-22T17:05:09.123Z')
const doc = { at, z: null, id: { $oid: '507c7f79bcf86cd7994f6c0e' }, s: 'x' }
const SHANGHAI = 'Asia/Shanghai'

test.each<[unknown, unknown]>([
  [{ $year: '$at' }, 2026], [{ $month: '$at' }, 11], [{ $dayOfMonth: '$at' }, 22], [{ $hour: '$at' }, 17], [{ $minute: '$at' }, 5], [{ $second: '$at' }, 9], [{ $millisecond: '$at' }, 123],
  [{ $dayOfWeek: '$at' }, 1], [{ $isoDayOfWeek: '$at' }, 7], [{ $dayOfYear: '$at' }, 326], [{ $week: '$at' }, 47], [{ $isoWeek: '$at' }, 47], [{ $isoWeekYear: '$at' }, 2026],
  [{ $week: date('2026-01-03T00:00:00Z') }, 0], [{ $week: date('2026-01-04T00:00:00Z') }, 1], [{ $isoWeek: date('2027-01-01T00:00:00Z') }, 53], [{ $isoWeekYear: date('2027-01-01T00:00:00Z') }, 2026], [{ $isoWeek: date('2024-12-30T00:00:00Z') }, 1],
  [{ $hour: { date: '$at', timezone: SHANGHAI } }, 1], [{ $dayOfMonth: { date: '$at', timezone: '+08:00' } }, 23], [{ $hour: { date: '$at', timezone: '-0530' } }, 11], [{ $minute: { date: '$at', timezone: '-0530' } }, 35], [{ $hour: { date: '$at', timezone: '+08' } }, 1], [{ $hour: { date: '$at', timezone: 'UTC' } }, 17],
  [{ $hour: { date: date('2026-07-01T12:00:00Z'), timezone: 'America/New_York' } }, 8], [{ $year: '$z' }, null], [{ $year: '$nothing' }, null], [{ $year: { date: '$at', timezone: '$z' } }, null], [{ $year: '$id' }, 2012], [{ $year: ['$at'] }, 2026],
  [{ $dateToString: { date: '$at' } }, '2026-11-22T17:05:09.123Z'], [{ $dateToString: { date: '$at', timezone: SHANGHAI } }, '2026-11-23T01:05:09.123'], [{ $dateToString: { date: '$at', format: '%Y年%m月%d日 %H:%M:%S.%L %z %Z %%', timezone: SHANGHAI } }, '2026年11月23日 01:05:09.123 +0800 480 %'],
  [{ $dateToString: { date: '$at', format: '%j %U %u %w %G-W%V' } }, '326 47 7 1 2026-W47'], [{ $dateToString: { date: '$z', onNull: 'none' } }, 'none'], [{ $dateToString: { date: '$z', format: '%Y' } }, null],
  [{ $dateFromParts: { year: 2026, month: 11, day: 22, hour: 17, minute: 5, second: 9, millisecond: 123 } }, at], [{ $dateFromParts: { year: 2026, month: 11, day: 23, hour: 1, minute: 5, second: 9, millisecond: 123, timezone: SHANGHAI } }, at],
  [{ $dateFromParts: { year: 2026 } }, date('2026-01-01T00:00:00Z')], [{ $dateFromParts: { year: 2026, month: 14, day: 0 } }, date('2027-01-31T00:00:00Z')], [{ $dateFromParts: { isoWeekYear: 2026, isoWeek: 47, isoDayOfWeek: 7, hour: 17 } }, date('2026-11-22T17:00:00Z')], [{ $dateFromParts: { year: '$z' } }, null],
  [{ $dateFromString: { dateString: '2026-11-22T17:05:09.123Z' } }, at], [{ $dateFromString: { dateString: '2026-11-23T01:05:09.123+08:00' } }, at], [{ $dateFromString: { dateString: '2026-11-23 01:05:09.123', timezone: SHANGHAI } }, at], [{ $dateFromString: { dateString: '2026-11-22' } }, date('2026-11-22T00:00:00Z')],
  [{ $dateFromString: { dateString: '23/11/2026 01:05', format: '%d/%m/%Y %H:%M', timezone: '+08' } }, date('2026-11-22T17:05:00Z')], [{ $dateFromString: { dateString: '$z', onNull: 0 } }, 0], [{ $dateFromString: { dateString: '$nothing' } }, null], [{ $dateFromString: { dateString: '?', onError: 'bad' } }, 'bad'], [{ $dateFromString: { dateString: '2026-02-30', onError: 'bad' } }, 'bad'], [{ $dateFromString: { dateString: 5, onError: 'bad' } }, 'bad'],
])('%j', (expression, expected) => { expect(evaluate(expression, doc)).toEqual(expected) })

test.each<[unknown, string, string?]>([
  [{ $year: '$s' }, "can't convert from BSON type string to Date"], [{ $year: { date: '$at', timezone: 'Nowhere/Land' } }, 'unrecognized time zone identifier: "Nowhere/Land"'], [{ $year: { date: '$at', timezone: 8 } }, 'timezone must evaluate to a string, found int'], [{ $year: { date: '$at', zone: 1 } }, 'unrecognized option to $year: "zone"'], [{ $year: { timezone: 'UTC' } }, "missing 'date' argument to $year"], [{ $year: ['$at', 1] }, 'accepts exactly one argument if given an array, but was given 2'],
  [{ $dateToString: { date: '$at', format: '%Q' } }, "Invalid format character '%Q' in format string"], [{ $dateToString: { date: '$at', format: '%' } }, "Unmatched '%' at end of format string"], [{ $dateToString: { format: '%Y' } }, "Missing 'date' parameter to $dateToString"], [{ $dateToString: { date: '$at', format: 5 } }, "requires that 'format' be a string, found: int"], [{ $dateToString: { date: { $subtract: ['$at', 1e14] } } }, 'only defined on year 0-9999'],
  [{ $dateFromParts: { month: 1 } }, "requires either 'year' or 'isoWeekYear' to be present"], [{ $dateFromParts: { year: 2026, isoWeek: 1 } }, 'does not allow mixing natural dates with ISO dates'], [{ $dateFromParts: { year: 'x' } }, "'year' must evaluate to an integer, found string"], [{ $dateFromParts: { year: 20260 } }, 'in the range 0 to 9999'], [{ $dateFromParts: { year: 1, month: 99999 } }, 'range [-32768, 32767]'],
  [{ $dateFromString: { dateString: '?' } }, "Error parsing date string '?'"], [{ $dateFromString: { dateString: 5 } }, "requires that 'dateString' be a string, found: int"], [{ $dateFromString: { dateString: '2026-11-22T00:00Z', timezone: 'UTC' } }, 'together with a timezone argument'], [{ $dateFromString: { dateString: 'July 4, 2026', onError: 1 } }, '$dateFromString of "July 4, 2026"', 'DEVCLOUD_NOT_SUPPORTED'], [{ $dateFromString: { dateString: 'x', format: '%Y' } }, 'Error parsing'],
])('%j is refused', (expression, message, code = 'DATABASE_REQUEST_FAILED') => {
  expect(() => evaluate(expression, doc)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error)
})

test('a date written and read again is the same, in any time zone, and so are its parts', () => {
  const zone = fc.constantFrom('UTC', SHANGHAI, 'America/New_York', '+05:45', '-03')
  fc.assert(fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), zone, (moment, timezone) => {
    const then = { $date: { $numberLong: String(moment.getTime()) } }
    const read = (format: string, text: unknown) => evaluate({ $dateFromString: { dateString: '$t', format } }, { t: text })
    const format = '%Y-%m-%dT%H:%M:%S.%L%z'
    expect(read(format, evaluate({ $dateToString: { date: '$d', format, timezone } }, { d: then }))).toEqual(then)
    const iso = '%G-%V-%u %H:%M:%S.%L %z'
    expect(read(iso, evaluate({ $dateToString: { date: '$d', format: iso, timezone } }, { d: then }))).toEqual(then)
    const parts = Object.fromEntries(['year', 'month', 'hour', 'minute', 'second', 'millisecond'].map((name) => [name, evaluate({ [`$${name}`]: { date: '$d', timezone: '+08:00' } }, { d: then })]))
    expect(evaluate({ $dateFromParts: { ...parts, day: evaluate({ $dayOfMonth: { date: '$d', timezone: '+08:00' } }, { d: then }), timezone: '+08:00' } })).toEqual(then)
  }))
})

import fc from 'fast-check'
import { date, evaluate } from '../../testing/evaluate'

const doc = { s: 'Hello', c: '团后é', z: null, n: 12, at: date('2030-01-01T00:00:00Z'), l: [] }

test.each<[unknown, unknown]>([
  [{ $concat: ['$s', ' ', '$c'] }, 'Hello 团后é'], [{ $concat: ['$s', '$z'] }, null], [{ $concat: [] }, ''],
  [{ $indexOfBytes: ['$c', '后'] }, 3], [{ $indexOfCP: ['$c', '后'] }, 1], [{ $indexOfCP: ['$s', 'l', 3] }, 3], [{ $indexOfCP: ['$s', 'l', 0, 2] }, -1], [{ $indexOfBytes: ['$z', 'x'] }, null], [{ $indexOfCP: ['$s', '', 9] }, -1],
  [{ $split: ['a-b-', '-'] }, ['a', 'b', '']], [{ $split: ['$z', '-'] }, null], [{ $split: ['ab', 'x'] }, ['ab']],
  [{ $strLenBytes: '$c' }, 8], [{ $strLenCP: '$c' }, 3], [{ $strLenCP: '😀' }, 1],
  [{ $strcasecmp: ['$s', 'hELLO'] }, 0], [{ $strcasecmp: ['a', 'B'] }, -1], [{ $strcasecmp: ['$z', ''] }, 0], [{ $strcasecmp: ['b', 'A'] }, 1],
  [{ $substr: ['$s', 1, 2] }, 'el'], [{ $substr: ['$s', 1, -1] }, 'ello'], [{ $substrBytes: ['$c', 3, 3] }, '后'], [{ $substrCP: ['$c', 1, 2] }, '后é'], [{ $substrCP: ['$s', 9, 1] }, ''], [{ $substr: ['$n', 0, 1] }, '1'], [{ $substr: ['$z', 0, 1] }, ''], [{ $substrBytes: ['$s', 9, 1] }, ''],
  [{ $toLower: '$s' }, 'hello'], [{ $toUpper: 'aé' }, 'Aé'], [{ $toUpper: '$z' }, ''], [{ $toLower: '$at' }, '2030-01-01t00:00:00.000z'], [{ $toUpper: '$n' }, '12'],
])('%j', (expression, expected) => { expect(evaluate(expression, doc)).toEqual(expected) })

test.each<[unknown, string]>([
  [{ $concat: ['$s', 1] }, '$concat only supports strings, not int'], [{ $indexOfCP: ['$n', 'x'] }, '$indexOfCP requires a string as the first argument, found: int'], [{ $indexOfBytes: ['$s', '$z'] }, 'requires a string as the second argument, found: null'], [{ $indexOfCP: ['$s', 'l', -1] }, 'nonnegative starting index'],
  [{ $split: ['$s', ''] }, '$split requires a non-empty separator'], [{ $split: ['$n', '-'] }, 'as a first argument, found: int'], [{ $split: ['$s', 1] }, 'as a second argument, found: int'],
  [{ $strLenCP: '$z' }, '$strLenCP requires a string argument, found: null'], [{ $strLenBytes: '$nothing' }, 'found: missing'], [{ $toLower: '$l' }, "can't convert from BSON type array to String"],
  [{ $substrBytes: ['$c', 1, 1] }, 'starting index is a UTF-8 continuation byte'], [{ $substrBytes: ['$c', 0, 1] }, 'ending index is in the middle of a UTF-8 character'], [{ $substr: ['$s', -1, 1] }, 'starting index must be non-negative'], [{ $substr: ['$s', 'x', 1] }, 'starting index must be a numeric type (is BSON type string)'], [{ $substrBytes: ['$s', 0, 'x'] }, 'length must be a numeric type'],
  [{ $substrCP: ['$s', 0, -1] }, 'length must be a nonnegative integer'], [{ $substrCP: ['$s', -1, 1] }, 'nonnegative integer'], [{ $substrCP: ['$s', 'x', 1] }, 'starting index must be a numeric type'], [{ $substrCP: ['$s', 0.5, 1] }, '32-bit'],
])('%j is refused', (expression, message) => { expect(() => evaluate(expression, doc)).toThrow(message) })

test('parts of a string make it whole again', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(10), (text, at) => {
    expect(evaluate({ $concat: [{ $substrCP: ['$t', 0, at] }, { $substrCP: ['$t', at, 1000] }] }, { t: text })).toBe(text)
    const parts = evaluate({ $split: ['$t', 'a'] }, { t: text }) as string[]
    expect(parts.join('a')).toBe(text)
  }))
})

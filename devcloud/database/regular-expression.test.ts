import { Regex } from '../values/value'
import { toRegExp } from './regular-expression'

/** By PCRE's manual (pcrepattern), in UTF-8 mode without UCP. */
test.each<[pattern: string, options: string, text: string, expected: boolean]>([
  ['\\Aab', 'm', 'ab', true], ['\\Aab', 'm', 'x\nab', false], ['ab\\z', 'm', 'ab\n', false], ['ab\\z', '', 'ab', true], ['ab\\Z', '', 'ab\n', true], ['ab\\Z', 'm', 'ab\nx', false],
  ['^a\\hb$', '', 'a\u3000b', true], ['^a\\hb$', '', 'a\nb', false], ['^[\\h]$', '', '\t', true], ['^\\H$', '', ' ', false], ['^a\\Rb$', '', 'a\r\nb', true], ['^\\v$', '', '\u2028', true],
  ['^[[:alpha:]]+$', '', 'abC', true], ['^[[:alpha:]]+$', '', 'ab1', false], ['^[[:digit:][:space:]-]+$', '', '1 -2', true], ['^[^[:upper:]]$', '', 'A', false], ['^[[:punct:]]+$', '', '[]{}/-~', true],
  ['^\\Qa.b*\\E+$', '', 'a.b**', true], ['^\\Qa.b\\E$', '', 'axb', false], ['^[\\Qa-c\\E]$', '', 'b', false], ['\\Q(', '', '(', true],
  ['^\\x{56e2}\\x41$', '', '团A', true], ['^[\\x{4e00}-\\x{9fff}]+$', '', '团购', true], ['^[\\x{4e00}-\\x{9fff}]+$', '', 'ab', false], ['^\\x{1f600}$', '', '\u{1f600}', true], ['^\\041\\e$', '', '!\x1b', true],
  ['(?i)AB', '', 'ab', true], ['(?s)a.b', '', 'a\nb', true], ['(?m)^b', '', 'a\nb', true], ['(?im)^B$', '', 'a\nb\nc', true],
  ['(?P<one>a)(?P=one)', '', 'aa', true], ['(?<one>a)\\k{one}', '', 'ab', false], ["(?'one'a)\\g1", '', 'aa', true], ['^(a)\\1$', '', 'aa', true],
  ['^\\p{Han}+$', '', '团后', true], ['^\\p{Han}+$', '', 'ab', false], ['^\\pL\\p{Lu}\\P{Nd}$', '', 'aBc', true], ['^\\p{^Lu}$', '', 'A', false], ['^[\\p{Han}\\d]+$', '', '团1', true],
  ['^[\\w\\-]+\\@\\#$', '', 'a-b@#', true], ['\\"\\\'\\,\\:\\ ', '', '"\',: ', true], ['^\\p{Han}\\-$', '', '团-', true], ['^[\\w-.]+$', '', 'a-.', true], ['^[a-c-e]+$', '', 'd', false], ['^[]a]+$', '', ']a', true], ['^[^]a]$', '', 'b', true], ['^[-a]+$', '', '-a', true],
  ['^\\s$', '', '\u3000', false], ['^\\s$', '', '\v', true], ['^\\S$', '', '\u3000', true], ['^[\\s]$', '', '\u00a0', false], ['^[\\S]$', '', '\u00a0', true], ['^[^\\s]$', '', ' ', false],
  ['^a.b$', '', 'a\rb', true], ['^a.b$', '', 'a\u2028b', true], ['^a.b$', '', 'a\nb', false], ['^[.]$', '', 'a', false], ['\\.', '', 'a', false],
  ['^b', 'm', 'a\rb', false], ['^b', 'm', 'a\nb', true], ['a$', 'm', 'a\rb', false], ['a$', 'm', 'a\nb', true], ['a$', '', 'a\n', true], ['a$', '', 'a\n\n', false], ['a\n^', 'm', 'a\n', false],
  ['^a{,2}$', '', 'a{,2}', true], ['^{a}]$', '', '{a}]', true], ['^a{2}$', '', 'aa', true], ['^a+?b*?$', '', 'aab', true], ['a|^$', '', '', true], ['^(?:1[3-9])\\d{9}$', '', '13800138000', true], ['(?<=团)购(?!长)', '', '团购', true],
])('/%s/%s on %j: %s', (pattern, options, text, expected) => {
  expect(toRegExp(new Regex(pattern, options)).test(text)).toBe(expected)
})

test.each([
  ['a++', 'DEVCLOUD_NOT_SUPPORTED'], ['a{1,2}+', 'DEVCLOUD_NOT_SUPPORTED'], ['(?>a)', 'DEVCLOUD_NOT_SUPPORTED'], ['(?#note)a', 'DEVCLOUD_NOT_SUPPORTED'], ['a(?i)b', 'DEVCLOUD_NOT_SUPPORTED'], ['(?x)a', 'DEVCLOUD_NOT_SUPPORTED'],
  ['(?i:a)', 'DEVCLOUD_NOT_SUPPORTED'], ['(?R)', 'DEVCLOUD_NOT_SUPPORTED'], ['(?|a|b)', 'DEVCLOUD_NOT_SUPPORTED'], ['(a)(?(1)b|c)', 'DEVCLOUD_NOT_SUPPORTED'], ['a\\Kb', 'DEVCLOUD_NOT_SUPPORTED'], ['\\X', 'DEVCLOUD_NOT_SUPPORTED'], ['\\Ga', 'DEVCLOUD_NOT_SUPPORTED'],
  ['[[:^alpha:]]', 'DEVCLOUD_NOT_SUPPORTED'], ['(*UTF8)a', 'DEVCLOUD_NOT_SUPPORTED'], ['(?-i)a', 'DEVCLOUD_NOT_SUPPORTED'], ['[\\H]', 'DEVCLOUD_NOT_SUPPORTED'],
  ['\\u56e2', 'DATABASE_REQUEST_FAILED'], ['(', 'DATABASE_REQUEST_FAILED'], ['[a', 'DATABASE_REQUEST_FAILED'], ['a\\', 'DATABASE_REQUEST_FAILED'], ['*a', 'DATABASE_REQUEST_FAILED'], ['[[:nope:]]', 'DATABASE_REQUEST_FAILED'], ['[[:constructor:]]', 'DATABASE_REQUEST_FAILED'], ['\\p{Nobody}', 'DATABASE_REQUEST_FAILED'], ['[b-a]', 'DATABASE_REQUEST_FAILED'],
])('%s is refused: %s', (pattern, code) => {
  expect(() => toRegExp(new Regex(pattern, ''))).toThrow(expect.objectContaining({ code }) as Error)
})

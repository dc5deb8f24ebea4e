import fc from 'fast-check'
import { bytesOf, LONGEST_TEXT, plainText, robotText } from './robotText'
import type { Told } from './told'

const NOW = Date.UTC(2026, 10, 22, 4)
const HOUR = 3600_000
let cases = 0
const one = (more: Partial<Told> = {}): Told => ({ cases: [`c${cases++}`], goods: '草莓(2斤/盒)', groupBuy: '11.21 周六果蔬团', dueAt: NOW + 9 * HOUR, nudge: false, urgent: false, hazard: false, wechatDidNot: true, title: '小王：烂了坏了', body: '退 12.60', ...more })

it('says how many, of what, until when, and nothing else', () => {
  expect(robotText([one(), one({ dueAt: NOW + 2 * HOUR }), one({ goods: '脐橙', dueAt: NOW + HOUR })], '梧桐苑', NOW)).toBe([
    '【梧桐苑】有 3 件要处理', '脐橙（11.21 周六果蔬团） 1 件，今天下午1点前', '草莓(2斤/盒)（11.21 周六果蔬团） 2 件，最早今天下午2点前', '在小程序「团后」里打开',
  ].join('\n'))
})

it('one case that several messages speak of is one', () => {
  const told = [one({ cases: ['a'] }), one({ cases: ['a'], dueAt: NOW + HOUR }), one({ cases: ['b'] })]
  expect(robotText(told, '梧桐苑', NOW).split('\n').slice(0, 2)).toEqual(['【梧桐苑】有 2 件要处理', '草莓(2斤/盒)（11.21 周六果蔬团） 2 件，最早今天下午1点前'])
})

it('a message about several counts as many, and none of them twice', () => {
  const told = [one({ cases: ['a'] }), one({ cases: ['a', 'b', 'c'] })]
  expect(robotText(told, '梧桐苑', NOW).split('\n').slice(0, 2)).toEqual(['【梧桐苑】有 3 件要处理', '草莓(2斤/盒)（11.21 周六果蔬团） 3 件，最早今晚9点前'])
})

it('a danger stands first, what is late says so, what has no time has none', () => {
  expect(robotText([one({ dueAt: NOW - 1 }), one({ goods: '牛奶', hazard: true, urgent: true, dueAt: null, groupBuy: '' })], '梧桐苑', NOW).split('\n').slice(1, 3)).toEqual([
    '⚠ 安全问题：牛奶 1 件', '草莓(2斤/盒)（11.21 周六果蔬团） 1 件，已经过了说好的时间',
  ])
})

it('of a nudge it says how many are late, and of no goods: whose the first of them is nobody in the group may know', () => {
  const nudge = one({ cases: ['a', 'b'], goods: '榴莲', groupBuy: '', dueAt: NOW - 1, nudge: true })
  expect(robotText([nudge], '梧桐苑', NOW)).toBe('【梧桐苑】有 2 件到时间了，等您处理\n在小程序「团后」里打开')
  expect(robotText([nudge, one({ cases: ['b'] }), one({ cases: ['c'] })], '梧桐苑', NOW).split('\n')).toEqual(['【梧桐苑】有 3 件要处理，其中 2 件到时间了', '草莓(2斤/盒)（11.21 周六果蔬团） 2 件，最早今晚9点前', '在小程序「团后」里打开'])
  expect(robotText([nudge, one({ cases: ['b'] })], '梧桐苑', NOW).split('\n')[0]).toBe('【梧桐苑】有 2 件要处理，都到时间了')
})

it('nobody in the group is called by it, and no line is broken', () => {
  expect(robotText([one({ goods: '<@all>\n草莓 @小王' })], '<@all>', NOW)).toBe('【all】有 1 件要处理\nall 草莓 小王（11.21 周六果蔬团） 1 件，今晚9点前\n在小程序「团后」里打开')
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units)))
const anything = fc.record({ goods: anyText, groupBuy: anyText, dueAt: fc.option(fc.integer({ min: NOW - 30 * 24 * HOUR, max: NOW + 30 * 24 * HOUR })), urgent: fc.boolean(), hazard: fc.boolean() }).map(more => one(more))

it('however many there are, it fits, every one is counted, and no word of a household is in it', () => {
  fc.assert(fc.property(fc.array(anything, { minLength: 1, maxLength: 120 }), anyText, (told, place) => {
    const text = robotText(told, place, NOW)
    expect(bytesOf(text)).toBe(Buffer.byteLength(text))
    expect(bytesOf(text)).toBeLessThanOrEqual(LONGEST_TEXT)
    const lines = text.split('\n')
    expect(lines[0]).toContain(`有 ${told.length} 件要处理`)
    const counted = lines.slice(1, -1).map(line => Number(/ (\d+) 件(?:，[^，]*)?$/.exec(line)?.[1]))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(told.length)
    expect(text).not.toContain('小王')
    expect(text).not.toContain('12.60')
  }))
})

it('where WeCom does not take the words, the number is left', () => {
  expect(plainText(12)).toBe('有 12 件要处理\n在小程序「团后」里打开')
})

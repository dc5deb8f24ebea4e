import fc from 'fast-check'
import { readPhone, readReceiver } from './phone'

const hash = (phone: string) => `h${phone}`

test.each([
  ['13836057668', { kind: 'whole', last4: '7668', hash: 'h13836057668' }],
  ['+86 138-3605-7668', { kind: 'whole', last4: '7668', hash: 'h13836057668' }],
  ['8613836057668', { kind: 'whole', last4: '7668', hash: 'h13836057668' }],
  ['021-64321234', { kind: 'whole', last4: '1234', hash: 'h02164321234' }],
  ['138****1234', { kind: 'masked', last4: '1234', hash: '' }],
  ['138＊＊＊＊1234', { kind: 'masked', last4: '1234', hash: '' }],
  ['1383605****', { kind: 'unreadable', last4: '', hash: '' }],
  ['13836057668-4365', { kind: 'virtual', last4: '', hash: '' }],
  ['13836057668转4365', { kind: 'virtual', last4: '', hash: '' }],
  ['', { kind: 'none', last4: '', hash: '' }],
  ['见备注', { kind: 'unreadable', last4: '', hash: '' }],
  ['1383605766', { kind: 'unreadable', last4: '', hash: '' }],
])('%s', (text, trace) => expect(readPhone(text, false, hash)).toEqual(trace))

test('a whole number beside a virtual extension is the shop\'s: it tells nothing of the household', () => {
  expect(readPhone('17012345678', true, hash)).toEqual({ kind: 'virtual', last4: '', hash: '' })
})

test.each([
  ['刘舒丹[4365]', '刘舒丹', true], ['刘舒丹 【4365】', '刘舒丹', true], ['刘舒丹', '刘舒丹', false], ['王阿姨[5栋]', '王阿姨[5栋]', false], ['', '', false],
])('receiver %s', (text, name, virtual) => expect(readReceiver(text)).toEqual({ name, virtual }))

test('only a whole number is ever hashed, and always all of its digits', () => {
  fc.assert(fc.property(fc.string(), fc.boolean(), (text, virtual) => {
    const trace = readPhone(text, virtual, hash)
    expect(trace.hash !== '').toBe(trace.kind === 'whole')
    if (trace.kind === 'whole') expect(trace.hash.endsWith(trace.last4)).toBe(true)
  }))
})

import type { CopyState } from './notice'
import { tellingOf, type Copied } from './telling'

const NOW = 1_000_000_000
const copy = (state: CopyState, over: Partial<Copied> = {}): Copied => ({ caseId: 'c', personId: 'wang', at: NOW - 1000, copy: state, copyAt: NOW - 1000, copyError: '', ...over })
const told = (copies: Copied[], isWritten = true) => tellingOf(copies, { residentId: 'wang', since: NOW - 1000, isWritten }, NOW)

it.each<[string, Copied[], boolean, ReturnType<typeof told>]>([
  ['not written yet', [], false, { is: 'now' }],
  ['written, and due at once', [copy('due')], true, { is: 'now' }],
  ['just being sent', [copy('sending')], true, { is: 'now' }],
  ['waiting for the morning', [copy('due', { copyAt: NOW + 36_000_000 })], true, { is: 'later', at: NOW + 36_000_000 }],
  ['tried again in a minute', [copy('due', { copyAt: NOW + 60_000 })], true, { is: 'now' }],
  ['one that failed, and a newer one that waits', [copy('failed'), copy('due', { at: NOW, copyAt: NOW + 600_000 })], true, { is: 'later', at: NOW + 600_000 }],
  ['no message was allowed any more', [copy('none', { copyError: 'noCredit' })], true, { is: 'noCredit' }],
  ['turned off, which is nobody else\'s to know', [copy('none', { copyError: 'off' })], true, { is: 'none' }],
  ['WeChat says the same', [copy('none', { copyError: '43101' })], true, { is: 'noCredit' }],
  ['refused by WeChat', [copy('failed', { copyError: '40003' })], true, { is: 'failed' }],
  ['nobody knows', [copy('unknown')], true, { is: 'unsure' }],
  ['said with another one', [copy('bundled')], true, { is: 'unsure' }],
  ['the newest says how it stands', [copy('failed'), copy('none', { at: NOW, copyError: 'noCredit' })], true, { is: 'noCredit' }],
  ['older ones and others\' say nothing', [copy('failed', { at: NOW - 2000 }), copy('due', { personId: 'lin' })], true, { is: 'none' }],
])('%s', (_what, copies, isWritten, telling) => {
  expect(told(copies, isWritten)).toEqual(telling)
})

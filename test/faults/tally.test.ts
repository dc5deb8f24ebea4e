import type { Acknowledged } from './load'
import type { CaseRecord, Cast, CreditRecord, EventRecord, MessageRecord, NoticeRecord, Records } from './records'
import { tallyOf, wrongIn } from './tally'

/** The reckoning itself: of a night on which all went well it finds nothing, and each thing that can go wrong it names. */

const CAST: Cast = {
  leaders: ['chen'], suppliers: ['laoli'], operators: [], addresses: new Map(), openids: new Map([['wang', 'o-wang'], ['chen', 'o-chen'], ['laoli', 'o-laoli']]), templates: new Map([['toHandle', 't1'], ['progress', 't2']]),
}

const event = (type: string, at: number, party: string, personId: string, more: object = {}): EventRecord => ({ type, at, by: { party, personId }, command: `${type}-${at}`, ...more })
const notice = (seq: number, as: string, personId: string, over: Partial<NoticeRecord> = {}): NoticeRecord => ({
  _id: `case-1:${seq}:${as}:${personId}`, personId, as, caseId: 'case-1', at: 1000 + seq, title: '同意了', page: '', template: 'progress', data: { thing3: '同意了', character_string2: 'CASE1', time4: `${seq}` },
  copy: 'none', copyError: 'noCredit', tries: 1, ...over,
})
const message = (id: number, openid: string, of: NoticeRecord): MessageRecord => ({ id, openid, templateId: 't2', page: '', data: Object.fromEntries(Object.entries(of.data).map(([k, value]) => [k, { value }])) })

const told = notice(1, 'resident', 'wang', { copy: 'sent', copyError: '', msgId: '7', attempts: [{ at: 1, ms: 1, answer: 'ok' }] })
const nobodyKnows = notice(1, 'supplier', 'laoli', { copy: 'unknown', copyError: 'lost', attempts: [{ at: 1, ms: 1, answer: 'lost' }] })
const settled = event('Settled', 2000, 'leader', 'chen', { effectiveAt: 12_000 })
const filed: CaseRecord = { _id: 'case-1', communityId: 'community-1', residentId: 'wang', supplierId: 'supplier-1', version: 2, noticesDueAt: null, events: [event('Filed', 1000, 'resident', 'wang'), settled] }
const joint: Records['joint'][number] = { _id: 'joint-1', phase: 'done', cases: [{ caseId: 'case-1' }], results: [{ caseId: 'case-1' }], undone: [] }
const ledger: CreditRecord = { _id: 'wang:t2', personId: 'wang', templateId: 't2', left: 1, entries: [{ id: 'ask:1', kind: 'asked', at: 1 }, { id: 'ask:2', kind: 'asked', at: 2 }, { id: 'send:1', kind: 'sent', at: 3 }] }
const good: Records = {
  cases: [filed], notices: [notice(0, 'leader', 'chen'), notice(0, 'supplier', 'laoli'), told, nobodyKnows], messages: [message(7, 'o-wang', told), message(8, 'o-laoli', nobodyKnows)],
  credits: [ledger], joint: [joint], fallbacks: [], deliveries: [], robotsAsked: {}, lostWays: [],
}
const ACKNOWLEDGED: Acknowledged[] = [{ caseId: 'case-1', command: 'Filed-1000', type: 'file' }, { caseId: 'case-1', command: 'Settled-2000', type: 'settle' }]

const reminded = (at: number) => event('Reminded', at, 'system', 'clock', { clock: 'review', since: 1000, nth: 1, party: 'leader', late: true })

const wrong = (records: Partial<Records>, acknowledged = ACKNOWLEDGED) => Object.keys(wrongIn(tallyOf({ ...good, ...records }, CAST, acknowledged, ['joint-1'], new Map([['wang:t2', { tried: 2, recorded: 2 }]]))))
const withEvents = (...more: EventRecord[]): Partial<Records> => ({ cases: [{ ...filed, events: [...filed.events, ...more] }] })

test('a night on which all went well', () => {
  expect(wrong({})).toEqual([])
  const { notices, copies, steps } = tallyOf(good, CAST, ACKNOWLEDGED, ['joint-1'], new Map())
  expect({ owed: notices.owed, inInbox: notices.inInbox, taken: copies.taken, sent: copies.sent, unknown: copies.unknown, acknowledged: steps.acknowledged }).toEqual({ owed: 4, inInbox: 4, taken: 2, sent: 1, unknown: 1, acknowledged: 3 })
})

test('a decision that was taken back in time is owed to nobody, one that the case went on from after its seconds is', () => {
  const undone = { cases: [{ ...filed, events: [...filed.events, event('DecisionUndone', 5000, 'leader', 'chen')] }] }
  expect(wrong(undone)).toEqual(['notices nobody was owed'])
  expect(wrong({ ...undone, notices: good.notices.slice(0, 2), messages: [], credits: [] })).toEqual([])
  expect(wrong(withEvents(event('RefundPaid', 20_000, 'leader', 'chen')))).toEqual(['notices lost'])
})

test.each<[string, Partial<Records>, string[]]>([
  ['a notice is lost', { notices: good.notices.slice(1) }, ['notices lost']],
  ['a notice is there twice', { notices: [...good.notices, notice(0, 'leader', 'chen', { _id: 'case-1:0:leader:chen:again' })] }, ['notices doubled']],
  ['somebody reads what is not theirs', { notices: [...good.notices, notice(0, 'leader', 'lin')] }, ['notices nobody was owed']],
  ['a copy went out twice', { messages: [...good.messages, message(9, 'o-wang', told)] }, ['copies doubled']],
  ['one that nobody knew of was sent again', { messages: [...good.messages, message(9, 'o-laoli', nobodyKnows)] }, ['copies doubled']],
  ['the same, with other words', { messages: [...good.messages, { ...message(9, 'o-laoli', nobodyKnows), data: { thing3: { value: '有新的进展' }, character_string2: { value: 'CASE1' } } }] }, ['copies doubled']],
  ['a copy was asked for again after its answer was lost', { notices: [...good.notices.slice(0, 3), { ...nobodyKnows, attempts: [{ at: 1, ms: 1, answer: 'lost' }, { at: 2, ms: 1, answer: '-1' }] }] }, ['copies sent again after nobody knew']],
  ['a copy was said to be sent and was not', { messages: good.messages.slice(1) }, ['copies said to be sent and not with WeChat']],
  ['a copy waits for ever', { notices: [...good.notices.slice(0, 3), { ...nobodyKnows, copy: 'sending' }], messages: good.messages.slice(0, 1) }, ['copies left']],
  ['one went with another, which did not go', { notices: [...good.notices, notice(1, 'leader', 'chen', { _id: 'alarm', caseId: '', copy: 'bundled', goesWith: 'case-1:0:leader:chen' })] }, ['copies left']],
  ['a mark was never cleared', { cases: [{ ...filed, noticesDueAt: 5 }] }, ['unfinished']],
  ['a joint decision never ended', { joint: [{ ...joint, phase: 'deciding' }] }, ['unfinished']],
  ['a joint decision forgot a case', { joint: [{ ...joint, results: [] }] }, ['steps lost']],
  ['the clock says the same to a case twice', withEvents(reminded(20_000), reminded(20_060)), ['reminders doubled']],
  ['a ledger is below nothing', { credits: [{ ...ledger, left: -1 }] }, ['credits wrong']],
  ['a ledger promises more than was allowed', { credits: [{ ...ledger, left: 2, entries: ledger.entries.slice(0, 2) }] }, ['credits wrong']],
  ['a ledger lost an accept', { credits: [{ ...ledger, left: 0 }] }, ['credits wrong']],
  ['a line counted twice', { credits: [{ ...ledger, left: 2, entries: [...ledger.entries, { id: 'ask:2', kind: 'asked', at: 2 }] }] }, ['credits wrong']],
])('%s', (_what, records, kinds) => {
  expect(wrong(records).filter(kind => kind !== 'notices lost' || kinds.includes(kind))).toEqual(kinds)
})

test('a step that was answered and is not there, and one that happened twice', () => {
  expect(wrong({}, [...ACKNOWLEDGED, { caseId: 'case-1', command: 'lost', type: 'settle' }])).toEqual(['steps lost'])
  expect(wrong({}, [...ACKNOWLEDGED, { caseId: 'case-2', command: 'case-2', type: 'file' }])).toEqual(['steps lost'])
  expect(wrong({ ...withEvents({ ...settled, at: 12_000, effectiveAt: 12_000 }), notices: [...good.notices, notice(2, 'resident', 'wang'), notice(2, 'supplier', 'laoli')] })).toEqual(['steps lost'])
})

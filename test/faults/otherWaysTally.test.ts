import { otherWaysOf } from './otherWaysTally'
import type { CaseRecord, Cast, DeliveryRecord, FallbackRecord, LostWay, NoticeRecord, Records } from './records'

/** The reckoning of the other ways: of a night on which all went well it finds nothing, and each thing that can go wrong it names. */

const ROBOT = 'robot:community:c-1:case-1:0:leader'
const CAST: Cast = {
  leaders: ['chen'], suppliers: [], operators: [], openids: new Map(), templates: new Map(),
  addresses: new Map([['robot key-1', 'robot community:c-1'], ['mail chen@example.com', 'email chen'], ['sms +8613800000000', 'sms chen']]),
}

const about: CaseRecord = { _id: 'case-1', communityId: 'c-1', residentId: 'wang', supplierId: null, version: 1, noticesDueAt: null, events: [] }
const notice: NoticeRecord = { _id: 'case-1:0:leader:chen', personId: 'chen', as: 'leader', caseId: 'case-1', at: 1, title: '', page: '', template: 'toHandle', data: {}, copy: 'none', copyError: 'noCredit', tries: 0 }
const attempts = (...answers: string[]) => answers.map(answer => ({ at: 1, ms: 1, answer }))
const robot: FallbackRecord = { _id: ROBOT, way: 'robot', to: 'community:c-1', noticeId: notice._id, state: 'sent', at: 2, why: '', tries: 2, attempts: attempts('-1', 'ok'), batch: 'batch-1' }
const email: FallbackRecord = { ...robot, _id: `email:chen:${notice._id}`, way: 'email', to: 'chen', batch: 'batch-2', attempts: attempts('ok') }
const sms: FallbackRecord = { ...email, _id: `sms:chen:${notice._id}`, way: 'sms', batch: 'batch-3', state: 'unknown', why: 'lost', attempts: [] }
const said: DeliveryRecord = { service: 'robot', to: 'key-1', id: '', title: '', text: '【梧桐苑】有 1 件要处理' }
const mail: DeliveryRecord = { service: 'mail', to: 'chen@example.com', id: 'batch-2@tuanhou', title: '团后：1 条消息没能发到您的微信', text: '' }
const text: DeliveryRecord = { service: 'sms', to: '+8613800000000', id: 'batch-3', title: '1', text: '1|11-22 21:00' }
/** Twenty in a minute, and the next when the first is a minute old. */
const asked = [...Array.from({ length: 20 }, (_, i) => i * 1000), 60_000]
const good: Records = { cases: [about], notices: [notice], credits: [], messages: [], joint: [], fallbacks: [robot, email, sms], deliveries: [said, mail, text], robotsAsked: { 'key-1': asked }, lostWays: [] }

const wrong = (records: Partial<Records>) => Object.entries(otherWaysOf({ ...good, ...records }, CAST)).filter(([, list]) => Array.isArray(list) && list.length > 0).map(([what]) => what)

test('a night on which all went well: what nobody knows of may have come or not', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ deliveries: [said, mail] })).toEqual([])
  expect(otherWaysOf(good, CAST)).toMatchObject({ owed: 3, sent: 2, unknown: 1, failed: 0, robotsMost: 20, messages: { robot: 1, mail: 1, sms: 1 }, answers: { 'robot -1': 1, 'robot ok': 1, 'email ok': 1 } })
})

const lost: LostWay = { way: 'robot', to: 'community:c-1', address: 'robot key-1', at: 10, from: 100_000, until: 200_000 }
const toldGone: NoticeRecord = { ...notice, _id: 'robotGone:community:c-1:1:chen', caseId: '', template: null, at: 100_000 }
/** The notice was written while the group had no robot, and mailed then. */
const inTheGap: Partial<Records> = { lostWays: [lost], notices: [{ ...notice, at: 150_000 }, toldGone], fallbacks: [{ ...email, attempts: [{ at: 160_000, ms: 1, answer: 'ok' }] }, sms], deliveries: [mail, text] }

test('a robot that is gone: what is owed meanwhile goes the other ways, what was due there ends, and whose it is was told', () => {
  expect(wrong(inTheGap)).toEqual([])
  expect(otherWaysOf({ ...good, ...inTheGap }, CAST)).toMatchObject({ excused: 1, removed: 0, waysLost: { lost: 1, setAside: 1, setAgain: 1 } })
  const removed: FallbackRecord = { ...robot, state: 'none', why: 'removed', at: 150_000, attempts: attempts('-1') }
  expect(wrong({ ...inTheGap, fallbacks: [removed, email, sms] })).toEqual([])
  // Nobody asked it any more, so nobody found out.
  expect(wrong({ lostWays: [{ ...lost, from: null, until: null }] })).toEqual([])
})

test('a nudge in a message is about as many as there were', () => {
  const nudge = { ...notice, _id: 'nudge:leader:chen:1', caseId: '' }
  const together = [robot, { ...robot, _id: 'robot:community:c-1:nudge:leader:00000001', noticeId: nudge._id }, email, { ...email, _id: `email:chen:${nudge._id}`, noticeId: nudge._id }, { ...sms, state: 'sent', attempts: attempts('ok') }, { ...sms, _id: `sms:chen:${nudge._id}`, noticeId: nudge._id, state: 'sent', attempts: attempts('ok') }]
  const three = { ...said, text: '【梧桐苑】有 3 件要处理，其中 3 件到时间了' }
  const two = { ...mail, title: mail.title.replace('1', '2') }
  expect(wrong({ notices: [notice, nudge], fallbacks: together, deliveries: [three, two, { ...text, text: '3|11-22 21:00' }] })).toEqual([])
  expect(wrong({ notices: [notice, nudge], fallbacks: together, deliveries: [three, two, { ...text, text: '0|11-22 21:00' }] })).toEqual(['doubled', 'missing'])
})

test('what WeChat took and what was done meanwhile is owed nowhere', () => {
  expect(wrong({ notices: [{ ...notice, copy: 'sent' }], fallbacks: [], deliveries: [] })).toEqual([])
  expect(wrong({ notices: [{ ...notice, copyError: 'outdated' }], fallbacks: [], deliveries: [] })).toEqual([])
})

test('a danger is owed the other ways where nobody knows whether WeChat took it, and may go both ways where it took it later; nothing else is', () => {
  const danger: NoticeRecord = { ...notice, urgent: true, tries: 1 }
  const none: Partial<Records> = { fallbacks: [], deliveries: [] }
  const unknown = { copy: 'unknown', copyError: 'lost', attempts: attempts('lost') }
  expect([wrong({ notices: [{ ...danger, ...unknown }] }), wrong({ ...none, notices: [{ ...danger, ...unknown }] })]).toEqual([[], ['lost']])
  expect([wrong({ notices: [{ ...notice, ...unknown }] }), wrong({ ...none, notices: [{ ...notice, ...unknown }] })]).toEqual([['unowed'], []])
  const tookLater = { copy: 'sent', copyError: '', tries: 2, attempts: attempts('-1', 'ok') }
  expect([wrong({ notices: [{ ...danger, ...tookLater }] }), wrong({ ...none, notices: [{ ...danger, ...tookLater }] })]).toEqual([[], []])
  expect(wrong({ notices: [{ ...notice, ...tookLater }] })).toEqual(['unowed'])
  expect(wrong({ notices: [{ ...danger, copy: 'sent', attempts: attempts('ok') }] })).toEqual(['unowed'])
})

test('a nudge is owed to the group once in its half hour, however many are nudged; a word about no case, and a desk\'s nudge, to none', () => {
  const nudged = (as: string, personId: string): NoticeRecord => ({ ...notice, _id: `nudge:${as}:${personId}:994000`, personId, as, caseId: '', template: 'reminder' })
  const group: FallbackRecord = { ...robot, _id: 'robot:community:c-1:nudge:leader:00994000', noticeId: nudged('leader', 'tang')._id }
  const late = { ...said, text: '【梧桐苑】有 7 件到时间了，等您处理' }
  const round: Partial<Records> = { notices: [nudged('leader', 'tang'), nudged('leader', 'lin')], fallbacks: [group], deliveries: [late] }
  expect(wrong(round)).toEqual([])
  expect(wrong({ ...round, fallbacks: [{ ...group, state: 'none', why: 'outdated', tries: 0, attempts: [], batch: '' }], deliveries: [] })).toEqual([])
  expect(wrong({ ...round, fallbacks: [], deliveries: [] })).toEqual(['lost'])
  expect(wrong({ ...round, deliveries: [late, late] })).toEqual(['doubled'])
  expect(wrong({ ...round, fallbacks: [group, { ...group, _id: 'robot:community:c-1:nudge:leader:lin', noticeId: nudged('leader', 'lin')._id, batch: 'batch-4' }], deliveries: [late, late] })).toEqual(['unowed'])
  expect(wrong({ notices: [nudged('operator', 'xu'), { ...notice, _id: 'alarm:1:tang', personId: 'tang', caseId: '' }], fallbacks: [], deliveries: [] })).toEqual([])
})

test.each<[string, Partial<Records>, string[]]>([
  ['one way was forgotten', { fallbacks: [robot, email], deliveries: [said, mail] }, ['lost']],
  ['something went another way though WeChat took it', { notices: [{ ...notice, copy: 'delivered' }] }, ['unowed']],
  ['a group heard it twice', { deliveries: [said, said, mail, text] }, ['doubled']],
  ['a mailbox got it twice', { deliveries: [said, mail, mail, text] }, ['doubled']],
  ['a mailbox got it twice, once by another courier', { deliveries: [said, mail, { ...mail, id: 'batch-9@tuanhou' }, text] }, ['doubled']],
  ['a phone got twice what nobody knew of', { deliveries: [said, mail, text, text] }, ['doubled']],
  ['a phone got what is said to have failed', { fallbacks: [robot, email, { ...sms, state: 'failed', attempts: attempts('lost') }] }, ['doubled']],
  ['a message spoke of more than was claimed', { deliveries: [{ ...said, text: '【梧桐苑】有 2 件要处理' }, mail, text] }, ['doubled', 'missing']],
  ['somebody else got it', { deliveries: [said, { ...mail, to: 'wang@example.com' }, text] }, ['doubled', 'missing']],
  ['it is said to be sent and was not', { deliveries: [mail, text] }, ['missing']],
  ['it was sent again after the connection broke', { fallbacks: [{ ...robot, attempts: attempts('UND_ERR_SOCKET', 'ok') }, email, sms] }, ['repeated']],
  ['a mail was sent again after it had been answered', { fallbacks: [robot, { ...email, attempts: attempts('554', 'ok') }, sms] }, ['repeated']],
  ['a mail was sent again after it had been taken and the connection broke', { fallbacks: [robot, { ...email, attempts: attempts('ECONNECTION', 'ok') }, sms], deliveries: [said, { ...mail, id: 'batch-1a@tuanhou' }, mail, text] }, ['doubled']],
  ['it was sent again after it had been taken', { fallbacks: [{ ...robot, attempts: attempts('ok', 'ok') }, email, sms] }, ['repeated']],
  ['it is said to be sent, and nobody wrote down that it was', { fallbacks: [{ ...robot, attempts: [] }, email, sms] }, ['unrecorded']],
  ['it was given up without a try', { fallbacks: [robot, email, { ...sms, state: 'failed', why: 'lost', attempts: [] }], deliveries: [said, mail] }, ['unrecorded']],
  ['it was dropped for a reason that nobody gave', { fallbacks: [robot, email, { ...sms, state: 'none', why: 'removed' }], deliveries: [said, mail] }, ['unrecorded']],
  ['it waits for ever', { fallbacks: [robot, email, { ...sms, state: 'sending' }], deliveries: [said, mail] }, ['left']],
  ['a robot was forgotten before it was gone', { ...inTheGap, notices: [{ ...notice, at: 40_000 }, toldGone], fallbacks: [{ ...email, attempts: [{ at: 50_000, ms: 1, answer: 'ok' }] }, sms] }, ['lost']],
  ['a robot was forgotten though another one was there', { ...inTheGap, notices: [{ ...notice, at: 210_000 }, toldGone] }, ['lost']],
  ['what was due was dropped though another one was there', { ...inTheGap, fallbacks: [{ ...robot, state: 'none', why: 'removed', at: 300_000, attempts: [] }, email, sms] }, ['unrecorded']],
  ['whose robot it was is not told', { ...inTheGap, notices: [{ ...notice, at: 150_000 }] }, ['untold']],
  ['whose robot it was is told twice', { ...inTheGap, notices: [{ ...notice, at: 150_000 }, toldGone, { ...toldGone, _id: 'robotGone:community:c-1:2:chen' }] }, ['untold']],
  ['whose mailbox it was is not told', { lostWays: [{ ...lost, way: 'email', to: 'chen', address: 'mail chen@example.com' }] }, ['untold']],
  ['a robot is asked though it is known to be gone', { ...inTheGap, robotsAsked: { 'key-1': [...asked, 170_000] } }, ['inVain']],
  ['a robot was asked a twenty-first time in a minute', { robotsAsked: { 'key-1': [...asked, 59_999] } }, ['tooOften']],
])('%s', (_what, records, kinds) => { expect(wrong(records)).toEqual(kinds) })

import { USUAL_HOURS } from '../../domain/clock/serviceHours'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import { act, bind, COMMUNITY, fileOne, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'
import { at, movedDays, type MovedDays } from './movedDays'

const DAY = '2026-09-24'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const { communityId } = COMMUNITY

/** The leader's list goes by how much time is left: what somebody answers, hurries, or is waited for moves a case in it. */
let house: House
let days: MovedDays
let wang: Someone, lin: Someone, chen: Someone
beforeEach(async () => {
  // In the morning, whatever hour it is here: promises run while somebody answers.
  house = await openHouse({ startsAt: at(DAY, '10:00') })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')]) as [Someone, Someone, Someone]
}, 60_000)
afterEach(() => house.close())

const inbox = (tab: 'mine' | 'moving' = 'mine') => chen.call('leaderInbox', { communityId, tab })
const listed = async (tab: 'mine' | 'moving' = 'mine') => (await inbox(tab)).cards.map(c => c.id)
const promise = (id: string, time: string) => act(chen, id, 'leader', { type: 'promise', until: at(DAY, time) })
/** Each card with the promise beside the decision's by which it stands there, and whether that is late. */
const named = async (): Promise<[string, string, boolean][]> => {
  const now = await days.now()
  return (await inbox()).cards.map(({ id, sooner }) => [id, sooner?.clock ?? '', sooner !== null && sooner.dueAt <= now])
}

test('a question, the answer to it and a hurry each move a case to where its time puts it', async () => {
  const second = (await fileOne(lin, '小番茄')).id
  await days.pass(30 * MINUTE)
  const first = (await fileOne(wang, '草莓')).id
  await days.pass(30 * MINUTE)
  expect(await listed()).toEqual([second, first])

  // Whoever has not heard of a question has no time that goes by: it stands behind what is due, although nothing comes before null in a database.
  const third = (await fileOne(wang, '脐橙')).id
  await act(chen, third, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  await wang.call('showCase', { caseId: third, as: 'resident' })
  await act(chen, first, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  expect(await listed()).toEqual([second])
  expect(await listed('moving')).toEqual([third, first])
  const { promises } = (await chen.call('showCase', { caseId: first, as: 'leader' })).view
  expect(promises.find(p => p.clock === 'evidence')).toMatchObject({ standing: 'paused', pausedBy: 'notTold', dueAt: null })

  // Opening it is being told: from then on it runs, and what the case as a whole was promised for waits for the answer.
  const opened = (await wang.call('showCase', { caseId: first, as: 'resident' })).view.promises
  expect(opened.find(p => p.clock === 'evidence')).toMatchObject({ standing: 'running', pausedBy: null })
  expect(opened.find(p => p.clock === 'resolve')).toMatchObject({ standing: 'paused', pausedBy: 'resident' })
  expect(opened.map(p => p.clock)).not.toContain('tell')

  // Answered, the leader looks at it afresh: with more time left than for the other one, also once that was answered.
  await act(wang, first, 'resident', { type: 'addEvidence', photos: [await wang.photo()], voices: [], words: '' })
  expect(await listed()).toEqual([second, first])
  await promise(second, '21:00')
  expect(await listed()).toEqual([second, first])

  // A community that promises whoever hurries an answer within half an hour.
  await house.db.collection('communities').doc(communityId).update({ clocks: [{ version: 1, from: 0, rules: [{ clock: 'review', priority: 'urgent', allows: { within: 30 * MINUTE, of: 'always' } }], open: { week: USUAL_HOURS } }] })
  await act(wang, first, 'resident', { type: 'expedite', words: '快一点' })
  expect(await listed()).toEqual([first, second])
})

test('who got no word yet comes first and says so; after a word it moves down; a whole that is late keeps nobody from what was said', async () => {
  const a = (await fileOne(wang, '草莓')).id
  expect((await inbox()).cards).toMatchObject([{ id: a, myDue: { clock: 'review', dueAt: (await days.documentOf(a)).filedAt + 24 * HOUR }, sooner: { clock: 'respond', party: 'leader', dueAt: (await days.documentOf(a)).filedAt + 5 * MINUTE } }])
  await days.pass(10 * MINUTE)
  const b = (await fileOne(lin, '小番茄')).id
  expect(await named()).toEqual([[a, 'respond', true], [b, 'respond', false]])
  await promise(a, '21:00')
  expect(await named()).toEqual([[b, 'respond', false], [a, 'resolve', false]])
  await promise(b, '15:00')

  // Both have been late as a whole for an hour when a third one is: nobody said anything to that.
  await days.goTo(DAY, '13:10')
  const c = (await fileOne(wang, '脐橙')).id
  await days.pass(10 * MINUTE)
  const d = (await fileOne(lin, '吐司')).id
  // Of those that are late as a whole, what was said to whom decides, not who is late longest.
  expect(await named()).toEqual([[c, 'respond', true], [b, 'resolve', true], [a, 'resolve', true], [d, 'respond', false]])
  const board = await chen.call('showBoard', { of: { kind: 'community', id: communityId } })
  expect(board.late.rows.map(row => [row.caseId, row.clock]).sort()).toEqual((await named()).slice(0, 3).map(([id, clock]) => [id, clock]).sort())
  expect(board.soon.rows.map(row => row.caseId)).toEqual([d])

  // What the desk finds out stands still for the leader: it stands where it will be known, and nothing says that it is late.
  await openDesk(house, 'xu', '小许')
  const { now } = days
  await act(await house.as('xu'), c, 'operator', { type: 'investigate', words: '问一下仓库', until: await now() + 5 * HOUR })
  await act(await house.as('xu'), a, 'operator', { type: 'investigate', words: '问一下仓库', until: await now() + 6 * HOUR })
  expect(await named()).toEqual([[b, 'resolve', true], [d, 'respond', false], [c, '', false], [a, '', false]])

  // Done as a whole, it is on no list.
  await act(chen, b, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
  expect((await named()).map(([id]) => id)).toEqual([d, c, a])
})

test('in the desk\'s queue, too, comes first what nobody ever answered', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  const xu = await house.as('xu')
  const queue = async () => (await xu.call('deskQueue', { deskId, show: 'mine' })).cards
  const [asked, silent] = [(await fileOne(lin, '小番茄')).id, (await fileOne(wang, '草莓')).id]
  await days.pass(2 * HOUR)
  await act(chen, asked, 'leader', { type: 'refer', words: '请平台看看' })
  // A day later nobody has said anything to the other one: the desk has it now, for a day more than the first.
  await days.pass(22 * HOUR + MINUTE)
  await house.clock()
  const cards = await queue()
  expect(cards).toMatchObject([{ id: silent, sooner: { clock: 'respond', party: 'operator' } }, { id: asked }])
  expect(cards[0]?.due?.dueAt).toBeGreaterThan(cards[1]?.due?.dueAt ?? Infinity)
  await act(xu, silent, 'operator', { type: 'note', words: '在看', internal: true })
  expect((await queue()).map(c => c.id)).toEqual([asked, silent])
})

test('a desk that came after a case was filed: every list says until when, as the case does', async () => {
  const id = (await fileOne(wang, '草莓')).id
  const deskId = await openDesk(house, 'xu', '小许')
  const xu = await house.as('xu')
  await act(chen, id, 'leader', { type: 'refer', words: '请平台看看' })
  const dueAt = (await chen.call('showCase', { caseId: id, as: 'leader' })).view.due?.dueAt
  expect(dueAt).toBeGreaterThan(await days.now())
  const lists = [(await inbox('moving')).cards, (await xu.call('deskQueue', { deskId, show: 'mine' })).cards, (await wang.call('residentHome', {})).recent]
  expect(lists.map(cards => cards.map(c => [c.id, c.due?.dueAt]))).toEqual(lists.map(() => [[id, dueAt]]))
})

test('a case stored before this is found and sorted by its decision, and says more from its next step on', async () => {
  const a = (await fileOne(wang, '草莓')).id
  const b = (await fileOne(lin, '小番茄')).id
  const { filedAt } = await days.documentOf(a)
  const { command } = house.db
  await house.db.collection('cases').doc(a).update({ holderDueAt: filedAt + 24 * HOUR, word: command.remove(), wordDueAt: command.remove(), wholeDueAt: command.remove() })
  expect(Object.keys(await days.documentOf(a))).not.toContain('wholeDueAt')
  await days.pass(10 * MINUTE)
  expect(await named()).toEqual([[b, 'respond', true], [a, '', false]])
  // The first nudge is such a step: nobody has to open it.
  await house.clock()
  expect(await named()).toEqual([[a, 'respond', true], [b, 'respond', true]])
})

test('what is alike says when the first of them is due, whoever reported first, and what comes before that; what stands beside it keeps its order', async () => {
  await fileOne(wang, '草莓')
  await days.pass(MINUTE)
  await fileOne(lin, '草莓')
  const [x, y] = [(await fileOne(wang, '脐橙')).id, (await fileOne(lin, '小番茄')).id]
  const { data: [first] } = await house.db.collection('cases').orderBy('filedAt', 'asc').limit(1).get() as { data: CaseDocument[] }
  if (!first) throw new Error('nothing was filed')
  expect((await inbox()).alike).toMatchObject([{ title: expect.stringContaining('草莓') as string, households: 2, dueAt: first.filedAt + 24 * HOUR, sooner: { clock: 'respond', dueAt: first.filedAt + 5 * MINUTE } }])
  await promise(x, '21:00')
  expect(await named()).toEqual([[y, 'respond', false], [x, 'resolve', false]])
  await days.pass(3 * HOUR)
  expect(await named()).toEqual([[y, 'respond', true], [x, 'resolve', true]])
})

import { USUAL_HOURS } from '../../domain/clock/serviceHours'
import { act, bind, COMMUNITY, fileOne, moveIn, openHouse, type House, type Someone } from './openHouse'
import { timePasses } from './timePasses'

/** The leader's list goes by how much time is left: what somebody answers, hurries, or is waited for moves a case in it. */
let house: House
let wang: Someone, lin: Someone, chen: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')]) as [Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

const HOUR = 3600_000
const inbox = (tab: 'mine' | 'moving') => chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab })
const listed = async (tab: 'mine' | 'moving') => (await inbox(tab)).cards.map(c => c.id)

test('a question, the answer to it and a hurry each move a case to where its time puts it', async () => {
  const first = (await fileOne(wang, '草莓')).id
  const second = (await fileOne(lin, '小番茄')).id
  await timePasses(house, first, 5)
  await timePasses(house, second, 2)
  expect(await listed('mine')).toEqual([first, second])

  // Whoever has not heard of a question has no time that goes by: it stands behind what is due, although nothing comes before null in a database.
  const third = (await fileOne(wang, '脐橙')).id
  await act(chen, third, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  await wang.call('showCase', { caseId: third, as: 'resident' })
  await act(chen, first, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  expect(await listed('mine')).toEqual([second])
  expect(await listed('moving')).toEqual([third, first])
  const { promises } = (await chen.call('showCase', { caseId: first, as: 'leader' })).view
  expect(promises.find(p => p.clock === 'evidence')).toMatchObject({ standing: 'paused', pausedBy: 'notTold', dueAt: null })

  // Opening it is being told: from then on it runs, and what the case as a whole was promised for waits for the answer.
  const opened = (await wang.call('showCase', { caseId: first, as: 'resident' })).view.promises
  expect(opened.find(p => p.clock === 'evidence')).toMatchObject({ standing: 'running', pausedBy: null })
  expect(opened.find(p => p.clock === 'resolve')).toMatchObject({ standing: 'paused', pausedBy: 'resident' })
  expect(opened.map(p => p.clock)).not.toContain('tell')

  // Answered, the leader looks at it afresh: with more time left than for the other one.
  await act(wang, first, 'resident', { type: 'addEvidence', photos: [await wang.photo()], voices: [], words: '' })
  expect(await listed('mine')).toEqual([second, first])

  // A community that promises whoever hurries an answer within two hours.
  await house.db.collection('communities').doc(COMMUNITY.communityId).update({ clocks: [{ version: 1, from: 0, rules: [{ clock: 'review', priority: 'urgent', allows: { within: 2 * HOUR, of: 'always' } }], open: { week: USUAL_HOURS } }] })
  await act(wang, first, 'resident', { type: 'expedite', words: '快一点' })
  expect(await listed('mine')).toEqual([first, second])
})

test('what is alike says when the first of them is due, whoever reported first', async () => {
  const { id } = await fileOne(lin, '草莓')
  await timePasses(house, id, 30)
  const { alike } = await inbox('mine')
  const due = (await chen.call('showCase', { caseId: id, as: 'leader' })).view.due?.dueAt
  expect(due).toBeLessThan(Date.now())
  expect(alike).toMatchObject([{ title: expect.stringContaining('草莓') as string, households: 2, dueAt: due }])
})

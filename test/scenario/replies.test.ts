import { randomUUID } from 'node:crypto'
import { CRITERIA } from '../../domain/case/reasons'
import type { Input } from '../../domain/contract/calls'
import { act, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
type Reply = Input<'saveReplies'>['replies'][number]
const SORRY: Reply = { id: 'sorry', purpose: 'offer', tone: 'apology', words: '{称呼}，{商品}没到位，退您 {金额}，您看行吗？' }
let house: House
let chen: Someone, wang: Someone, lin: Someone, laoli: Someone, stranger: Someone

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[chen, wang, lin, laoli, stranger] = await Promise.all([house.as('chen'), house.as('wang'), house.as('lin'), house.as('laoli'), house.as('stranger')]) as [Someone, Someone, Someone, Someone, Someone]
}, 60_000)
afterEach(() => house.close())

async function help(): Promise<void> {
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 600 } })
  await lin.call('acceptRole', { token, name: '老公', phone: '' })
}

describe('sentences to tap', () => {
  test('a community\'s own come with the case to the leader\'s side, and to nobody else', async () => {
    const { id } = await fileOne(wang, '草莓')
    expect((await chen.call('showCase', { caseId: id, as: 'leader' })).standards).toEqual({ replies: null, criteria: [] })
    expect(await chen.call('showReplies', { communityId })).toEqual({ version: 0, replies: null, criteria: [], mayEdit: true })
    expect(await chen.call('saveReplies', { communityId, version: 0, replies: [SORRY] })).toMatchObject({ version: 1, replies: [SORRY] })
    expect((await chen.call('showCase', { caseId: id, as: 'leader' })).standards?.replies).toEqual([SORRY])
    expect((await wang.call('showCase', { caseId: id })).standards).toBeNull()
    expect((await laoli.call('showCase', { caseId: id, as: 'supplier' })).standards).toBeNull()
    await help()
    expect((await lin.call('showCase', { caseId: id, as: 'leader' })).standards?.replies).toEqual([SORRY])
    expect(await lin.call('showReplies', { communityId })).toMatchObject({ replies: [SORRY], mayEdit: false })
    expect(await lin.refused('saveReplies', { communityId, version: 1, replies: [] })).toMatchObject({ code: 'LEADER_ONLY' })
    for (const outsider of [stranger, laoli, wang]) {
      expect(await outsider.refused('showReplies', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await outsider.refused('saveReplies', { communityId, version: 1, replies: [] })).toMatchObject({ code: 'NOT_ALLOWED' })
    }
    // A list of none is a list: nothing is offered then.
    expect(await chen.call('saveReplies', { communityId, version: 1, replies: [] })).toMatchObject({ version: 2, replies: [] })
  })

  test('two editors at once: the second is told; the same sent again is no second one', async () => {
    const lists = [[SORRY], [{ ...SORRY, id: 'other', words: '另一句' }]]
    const outcomes = await Promise.allSettled(lists.map(replies => chen.call('saveReplies', { communityId, version: 0, replies })))
    expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    const first = outcomes.findIndex(o => o.status === 'fulfilled')
    expect(await chen.call('saveReplies', { communityId, version: 0, replies: lists[first] ?? [] })).toMatchObject({ version: 1, replies: lists[first] })
    expect(await chen.refused('saveReplies', { communityId, version: 0, replies: lists[1 - first] })).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'version' })
  })

  test('what would name a household to a supplier, or nobody could fill in, is refused in place', async () => {
    const refused = (reply: Partial<Reply>) => chen.refused('saveReplies', { communityId, version: 0, replies: [{ ...SORRY, ...reply }] })
    expect(await refused({ purpose: 'forward' })).toMatchObject({ code: 'NAMES_HOUSEHOLD', field: 'replies.0.words' })
    expect(await refused({ words: '{电话}' })).toMatchObject({ code: 'UNKNOWN_PLACEHOLDER', field: 'replies.0.words' })
    expect(await refused({ purpose: 'reject', criterion: `own:${randomUUID()}`, words: '不退' })).toMatchObject({ code: 'BAD_CRITERION', field: 'replies.0.criterion' })
  })
})

describe('published reasons', () => {
  const code = randomUUID()
  const own = `own:${code}` as const

  test('published by the leader once, read by everybody, retired; by nobody else', async () => {
    await help()
    for (const somebody of [lin, wang, laoli, stranger]) {
      expect(await somebody.refused('publishCriterion', { communityId, code, words: '不退' })).toMatchObject({ code: somebody === lin ? 'LEADER_ONLY' : 'NOT_ALLOWED' })
      expect(await somebody.refused('retireCriterion', { communityId, code })).toMatchObject({ code: somebody === lin ? 'LEADER_ONLY' : 'NOT_ALLOWED' })
    }
    expect(await chen.refused('retireCriterion', { communityId, code })).toMatchObject({ code: 'NOT_FOUND', field: 'code' })
    const [one, again] = await Promise.all([chen.call('publishCriterion', { communityId, code, words: '软果不退' }), chen.call('publishCriterion', { communityId, code, words: '软果不退' })])
    expect([one.criteria.length, again.criteria.length]).toEqual([1, 1])
    expect(await chen.refused('publishCriterion', { communityId, code: randomUUID(), words: '软果不退' })).toMatchObject({ code: 'SAME_CRITERION_TWICE', field: 'words' })
    expect(await chen.refused('publishCriterion', { communityId, code: randomUUID(), words: CRITERIA.kept })).toMatchObject({ code: 'SAME_CRITERION_TWICE' })
    // What is published is never reworded.
    await chen.call('publishCriterion', { communityId, code, words: '什么都不退' })
    for (const somebody of [wang, stranger]) expect(await somebody.call('showCriteria', { communityId })).toMatchObject({ criteria: [{ code: own, words: '软果不退', retired: null }], retired: [], mayEdit: false })
    expect(await stranger.refused('showCriteria', { communityId: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' })
    const retired = await chen.call('retireCriterion', { communityId, code })
    expect(retired).toMatchObject({ criteria: [], retired: [{ code: own, words: '软果不退', retired: expect.any(Number) as number }] })
    expect((await chen.call('retireCriterion', { communityId, code })).retired).toEqual(retired.retired)
  })

  test('a case is refused by one only while it holds, alone and among many; its words stay with the case', async () => {
    const { id } = await fileOne(wang, '草莓')
    const reject = { type: 'reject' as const, criterion: own, words: '开团时说过', review: 'photos' as const }
    const seen = 1
    const input = { caseId: id, commandId: randomUUID(), seen, as: 'leader', command: reject }
    expect(await chen.refused('actOnCase', input)).toMatchObject({ code: 'BAD_CRITERION', field: 'command.criterion' })
    const manyInput = () => ({ decisionId: randomUUID(), communityId, step: reject, cases: [{ caseId: id, seen }] })
    expect((await chen.call('decideTogether', manyInput())).results).toMatchObject([{ outcome: 'refused', why: { code: 'BAD_CRITERION' } }])
    // Another community's reason is none here.
    const otherLeader = await house.as('otherLeader')
    const elsewhere = randomUUID()
    await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: elsewhere, name: '别的小区' })
    await otherLeader.call('publishCriterion', { communityId: elsewhere, code, words: '软果不退' })
    expect(await chen.refused('actOnCase', input)).toMatchObject({ code: 'BAD_CRITERION' })
    await chen.call('publishCriterion', { communityId, code, words: '软果不退' })
    expect((await chen.call('showCase', { caseId: id, as: 'leader' })).standards?.criteria).toEqual([{ code: own, words: '软果不退' }])
    await act(chen, id, 'leader', reject)
    await act(chen, id, 'leader', { type: 'undo' })
    const { version } = (await chen.call('showCase', { caseId: id, as: 'leader' })).view
    expect((await chen.call('decideTogether', { ...manyInput(), cases: [{ caseId: id, seen: version }] })).results).toMatchObject([{ outcome: 'rejected' }])
    await chen.call('retireCriterion', { communityId, code })
    for (;;) if ((await wang.call('showCase', { caseId: id })).view.decision === 'rejected') break
    const { view } = await wang.call('showCase', { caseId: id })
    expect(view.rejection).toMatchObject({ criterion: own, says: '软果不退', words: '开团时说过' })
    expect(view.story[0]).toMatchObject({ says: '团长没同意：软果不退（看了照片）', detail: '开团时说过' })
    await house.courier()
    expect((await wang.call('listNotices', {})).notices.map(n => n.title)).toContain('没同意：软果不退')
    const other = await fileOne(wang, '脐橙')
    expect(await chen.refused('actOnCase', { ...input, caseId: other.id, commandId: randomUUID() })).toMatchObject({ code: 'BAD_CRITERION' })
    await decide(chen, other.id, 'leader', { ...reject, criterion: 'kept' })
    expect((await wang.call('showCase', { caseId: other.id })).view.rejection?.says).toBe(CRITERIA.kept)
  })

  test('what was refused before words were kept is read as it was', async () => {
    const { id } = await fileOne(wang, '草莓')
    await decide(chen, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
    const { data: [stored] } = await house.db.collection('cases').where({ _id: id }).get() as { data: { events: { criterionWords?: string }[]; state: { rejection: { criterionWords?: string } } }[] }
    if (!stored) throw new Error('the case is missing')
    const { criterionWords: _now, ...rejection } = stored.state.rejection
    const _ = house.db.command
    await house.db.collection('cases').where({ _id: id }).update({ 'state.rejection': _.set(rejection), events: _.set(stored.events.map(({ criterionWords: _then, ...e }) => e)) })
    const { view } = await wang.call('showCase', { caseId: id })
    expect([view.rejection?.says, view.story[0]?.says]).toEqual([CRITERIA.notShown, `团长没同意：${CRITERIA.notShown}（看了照片）`])
  })
})

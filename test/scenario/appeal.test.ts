import { randomUUID } from 'node:crypto'
import type { Capability } from '../../domain/people/desk'
import { act, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

const { communityId } = COMMUNITY
const DAY = 24 * 3600_000
const REFUSED = { type: 'reject', criterion: 'notShown', words: '照片里看不清', review: 'photos' } as const
const APPEAL = { type: 'appeal', grounds: '当天就拍了，底下全是烂的', photos: [] } as { type: 'appeal'; grounds: string; photos: string[] }
const uphold = { type: 'decideAppeal', uphold: true, words: '放大看，底下确实烂了' } as const
const dismiss = { type: 'decideAppeal', uphold: false, words: '看过了，看不出是坏的' } as const

let house: House
let [chen, xu, tang, wang, laoli] = [] as unknown as [Someone, Someone, Someone, Someone, Someone]
let deskId: string

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[chen, xu, tang, wang, laoli] = await Promise.all((['chen', 'xu', 'tang', 'wang', 'laoli'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone]
}, 60_000)
afterEach(() => house.close())

async function withDesk(): Promise<void> {
  deskId = await openDesk(house, 'xu', '小许')
}
async function hire(capabilities: Capability[], limit: number | null = null): Promise<void> {
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities, limit })
  await tang.call('acceptDeskInvitation', { token, name: '小唐' })
}
const view = async (who: Someone, caseId: string, as: 'resident' | 'leader' | 'supplier' | 'operator') => (await who.call('showCase', { caseId, as })).view
async function refused(who: Someone, caseId: string, as: 'resident' | 'operator', command: object) {
  const { version } = await view(who, caseId, as)
  return who.refused('actOnCase', { caseId, commandId: randomUUID(), seen: version, as, command })
}
const told = async (who: Someone, as: string) => (await who.call('listNotices', {})).notices.filter(n => n.as === as).map(n => n.title)
const cards = async (who: Someone) => (await who.call('deskQueue', { deskId, show: 'mine' })).cards
async function refusedCase(): Promise<string> {
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  await decide(chen, id, 'leader', REFUSED)
  return id
}

test('refused by the leader, looked at again, upheld and paid; what everybody saw of it', async () => {
  await withDesk()
  await joinSupplier(house, 'laoli', '丹东果业')
  const id = await refusedCase()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'rejected', mayDo: expect.arrayContaining(['appeal']), appealUntil: expect.any(Number) })
  const photo = await wang.photo()
  await act(wang, id, 'resident', { ...APPEAL, photos: [photo] })
  await house.courier()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'appealed', holder: 'operator', due: { clock: 'appeal', party: 'operator' } })
  expect(await view(chen, id, 'leader')).toMatchObject({ stage: 'appealed', appeal: { grounds: APPEAL.grounds, photos: [photo] } })
  expect(await view(laoli, id, 'supplier')).toMatchObject({ stage: 'appealed', household: null })
  expect(await view(xu, id, 'operator')).toMatchObject({ excluded: false, needsAnother: false, rejection: { by: 'leader', words: REFUSED.words, byName: null }, mayDo: expect.arrayContaining(['decideAppeal']) })
  expect((await xu.call('showCase', { caseId: id, as: 'operator' })).photoLinks[photo]).toMatch(/^http/)
  expect(await cards(xu)).toMatchObject([{ id, marks: { appeal: true, excluded: false, needsAnother: false, hazard: false } }])
  expect(await act(xu, id, 'operator', uphold)).toMatchObject({ decision: 'agreed', amount: 500 })
  await house.courier()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'refunding', amount: 500, appeal: { decision: { uphold: true, words: uphold.words } } })
  expect(await told(wang, 'resident')).toContainEqual(expect.stringMatching(/^重新看过：同意了/))
  expect(await told(chen, 'leader')).toContain('平台重新看过，同意了')
  expect(await view(laoli, id, 'supplier')).toMatchObject({ recovery: { state: 'claimed', amount: 500 } })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'refunded' })
})

test('dismissed: said with its words, and no second time', async () => {
  await withDesk()
  const id = await refusedCase()
  await act(wang, id, 'resident', APPEAL)
  expect(await act(xu, id, 'operator', dismiss)).toMatchObject({ decision: 'dismissed' })
  await house.courier()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'dismissed', appealUntil: null, appeal: { decision: { uphold: false, words: dismiss.words } } })
  expect(await told(wang, 'resident')).toContain('重新看过，还是没同意')
  expect(await refused(wang, id, 'resident', APPEAL)).toMatchObject({ code: 'WRONG_STATE' })
})

test('who refused it does not look at it again; where nobody else can, the desk is told, until somebody is there', async () => {
  await withDesk()
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  await decide(xu, id, 'operator', REFUSED)
  await act(wang, id, 'resident', APPEAL)
  expect(await view(xu, id, 'operator')).toMatchObject({ excluded: true, needsAnother: true, rejection: { by: 'operator', byName: '小许' } })
  expect((await view(xu, id, 'operator')).mayDo).not.toContain('decideAppeal')
  expect((await refused(xu, id, 'operator', uphold)).code).toMatch(/NOT_ALLOWED|WRONG_STATE/)
  expect(await cards(xu)).toMatchObject([{ id, marks: { appeal: true, excluded: true, needsAnother: true } }])
  expect((await xu.call('showDesk', { deskId })).needAnother).toBe(1)
  // The time that was promised to the neighbour still runs.
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'appealed', due: { clock: 'appeal' } })
  await hire(['complaints'], 400)
  expect((await xu.call('showDesk', { deskId })).needAnother).toBe(0)
  expect(await view(tang, id, 'operator')).toMatchObject({ excluded: false, needsAnother: false, limit: 400 })
  expect(await refused(tang, id, 'operator', uphold)).toMatchObject({ code: 'OVER_LIMIT', message: '超过您能定的金额（¥4.00），请有更高额度的同事定' })
  await xu.call('changeOperator', { deskId, memberId: (await tang.call('whoAmI', {})).personId, capabilities: ['complaints'], limit: 500 })
  await house.courier()
  expect(await told(tang, 'operator')).toContain('有人请您再看看')
  expect(await told(xu, 'operator')).not.toContain('有人请您再看看')
  expect(await act(tang, id, 'operator', uphold)).toMatchObject({ decision: 'agreed', amount: 500 })
})

test('after seven days it is over, and the page promised no more', async () => {
  await withDesk()
  const id = await refusedCase()
  // Who has not been told of the refusal has all of the time; from then on it is seven days.
  await house.cloud.moveTime(7 * DAY + 60_000)
  expect((await view(wang, id, 'resident')).mayDo).toContain('appeal')
  await house.cloud.moveTime(7 * DAY + 60_000)
  expect((await view(wang, id, 'resident')).mayDo).not.toContain('appeal')
  expect(await refused(wang, id, 'resident', APPEAL)).toMatchObject({ code: 'WRONG_STATE' })
})

test('without a desk there is no appeal, and nobody is promised one', async () => {
  const id = await refusedCase()
  await house.courier()
  for (const [who, as] of [[wang, 'resident'], [chen, 'leader']] as const) {
    const seen = await who.call('showCase', { caseId: id, as })
    expect(seen.view).toMatchObject({ appealUntil: null, appeal: null, desk: false })
    expect(seen.view.mayDo).not.toContain('appeal')
    expect(seen.community).toMatchObject({ appealBody: 'none', desk: null })
    expect(JSON.stringify(seen.view.story)).not.toMatch(/平台|再看看/)
  }
  expect(await refused(wang, id, 'resident', APPEAL)).toMatchObject({ code: 'WRONG_STATE' })
})

test('said on the phone it is put in by the desk, and decided there by somebody else', async () => {
  await withDesk()
  const id = await refusedCase()
  expect(await refused(xu, id, 'operator', APPEAL)).toMatchObject({ code: 'CHANNEL_NEEDED' })
  await act(xu, id, 'operator', { ...APPEAL, channel: 'phone' })
  await house.courier()
  expect(await told(wang, 'resident')).toContain('平台替您请人再看看')
  // Who pleads does not judge.
  expect((await refused(xu, id, 'operator', dismiss)).code).toMatch(/NOT_ALLOWED|WRONG_STATE/)
  expect(await view(xu, id, 'operator')).toMatchObject({ excluded: true, needsAnother: true })
  await hire(['complaints'])
  expect(await act(tang, id, 'operator', dismiss)).toMatchObject({ decision: 'dismissed' })
})

test('of two at the same instant one decides, and the other is told', async () => {
  await withDesk()
  await hire(['complaints'])
  const id = await refusedCase()
  await act(wang, id, 'resident', APPEAL)
  const { version: seen } = await view(xu, id, 'operator')
  const tap = (who: Someone, command: object) => who.call('actOnCase', { caseId: id, commandId: randomUUID(), seen, as: 'operator', command } as never).then(() => 'decided', (e: { refusal: { code: string } }) => e.refusal.code)
  const answers = await Promise.all([tap(xu, uphold), tap(tang, dismiss)])
  expect(answers.filter(a => a === 'decided')).toHaveLength(1)
  expect(answers.find(a => a !== 'decided')).toMatch(/CASE_CHANGED|WRONG_STATE/)
})

test('a desk is ended: what waited goes back to the leader, an appeal ends without an answer and can be asked of the next desk', async () => {
  await withDesk()
  await bind(house, 'lin', '12', '3516')
  const lin = await house.as('lin')
  const appealed = await refusedCase()
  await act(wang, appealed, 'resident', APPEAL)
  const { id: referred } = await fileOne(wang, '脐橙')
  await act(chen, referred, 'leader', { type: 'refer', words: '说不到一起' })
  const { id: offered } = await fileOne(lin, '草莓')
  await decide(xu, offered, 'operator', { type: 'offer', options: [{ remedy: 'refund', refund: 1 }], words: '' })
  await chen.call('endDesk', { communityId })
  expect(await view(chen, referred, 'leader')).toMatchObject({ stage: 'waitingLeader', holder: 'leader', mayDo: expect.arrayContaining(['settle']) })
  expect(await view(wang, appealed, 'resident')).toMatchObject({ stage: 'rejected', appealUntil: null, appeal: null, due: null })
  expect((await view(chen, appealed, 'leader')).mayDo).toContain('settle')
  // What comes back to it later, the clock gives on.
  await act(lin, offered, 'resident', { type: 'decline', words: '太少了' })
  expect(await view(lin, offered, 'resident')).toMatchObject({ holder: 'operator', due: null })
  expect(await house.clock()).toMatchObject({ handedBack: 1 })
  expect(await house.clock()).toMatchObject({ handedBack: 0 })
  expect(await view(lin, offered, 'resident')).toMatchObject({ stage: 'waitingLeader', due: { party: 'leader' } })
  await house.courier()
  expect(await told(wang, 'resident')).toEqual(expect.arrayContaining(['这里没有人能重新看了', '平台不在了，由团长来定']))
  expect(await told(chen, 'leader')).toEqual(expect.arrayContaining(['平台不在了，请您来定', '平台不在了，没人能重新看']))
  await withDesk()
  await act(wang, appealed, 'resident', APPEAL)
  expect(await act(xu, appealed, 'operator', uphold)).toMatchObject({ decision: 'agreed' })
})

test('a complaint about the leader is read by nobody of theirs when the desk is ended: the neighbour is told, once', async () => {
  await withDesk()
  const { id } = await fileOne(wang, '草莓', { reason: 'attitude', about: 'leader', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [], words: '说话太冲' })
  await chen.call('endDesk', { communityId })
  expect(await chen.refused('showCase', { caseId: id, as: 'leader' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await view(wang, id, 'resident')).toMatchObject({ due: null, story: expect.arrayContaining([expect.objectContaining({ detail: expect.stringContaining('12315') })]) })
  expect(await house.clock()).toMatchObject({ handedBack: 0 })
})

test('what the desk is called and its number stand with every case, and are changed by who manages', async () => {
  await withDesk()
  await hire(['support'])
  const id = await refusedCase()
  expect(await tang.refused('editDesk', { deskId, name: '新名字', phone: '' })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY' })
  expect(await chen.refused('editDesk', { deskId, name: '新名字', phone: '' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await xu.call('editDesk', { deskId, name: '好邻平台', phone: '15400000001' })).toMatchObject({ name: '好邻平台', phone: '15400000001' })
  expect((await wang.call('showCase', { caseId: id })).community.desk).toEqual({ name: '好邻平台', phone: '15400000001' })
  expect((await (await house.as('stranger' satisfies Name)).refused('editDesk', { deskId, name: '新名字', phone: '' })).code).toBe('NOT_FOUND')
})

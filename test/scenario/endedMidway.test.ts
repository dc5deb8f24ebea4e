import { randomUUID } from 'node:crypto'
import type { Answers } from '../../domain/contract/calls'
import { importEstate, reportBad, type Estate } from './estate'
import { COMMUNITY, joinSupplier, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
/** More than one portion, so that it has a middle. */
const MANY = 70

let house: House
let wang: Someone, chen: Someone
let estate: Estate
let filed = 0
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, 3 * MANY, wang)
}, 120_000)
afterAll(() => house.close())

async function someMore() {
  const cases = await reportBad(wang, estate.lines.slice(filed, filed += MANY))
  return cases.map(({ caseId, seen }) => ({ caseId, seen }))
}
async function finish(who: Someone, decisionId: string): Promise<Answers['carryOn']> {
  let view = await who.call('carryOn', { decisionId })
  while (view.phase !== 'done') view = await who.call('carryOn', { decisionId })
  return view
}
const outcomes = ({ results }: Answers['carryOn']) => results.reduce<Record<string, number>>((all, r) => ({ ...all, [r.why?.code ?? r.outcome]: (all[r.why?.code ?? r.outcome] ?? 0) + 1 }), {})

test('a helper removed midway decides nothing more, and reads no name any more', async () => {
  const lin = await house.as('lin')
  await lin.call('acceptRole', { token: (await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 100_000 } })).token, name: '老公', phone: '' })
  const decisionId = randomUUID()
  const first = await lin.call('decideTogether', { decisionId, communityId, step: { type: 'asAsked' }, cases: await someMore() })
  expect(first.results[0]?.buyer).not.toBe('')
  await chen.call('removeFromTeam', { communityId, memberId: (await lin.call('whoAmI', {})).personId })
  const view = await finish(lin, decisionId)
  expect(outcomes(view)).toEqual({ settled: first.done, NOT_ALLOWED: MANY - first.done })
  expect(view.results.every(r => r.buyer === '' && r.joinNumber === '')).toBe(true)
}, 60_000)

test('a supplier\'s person removed midway answers nothing more', async () => {
  await joinSupplier(house, 'laoli', '丹东果业')
  const cases = await someMore()
  const decisionId = randomUUID()
  await chen.call('decideTogether', { decisionId, communityId, step: { type: 'asAsked' }, cases })
  await finish(chen, decisionId)
  await whenEffective(chen, cases.at(-1)?.caseId ?? '', 'leader')
  const laoli = await house.as('laoli')
  const { supplierId, groupBuyId } = estate
  const waiting = (await laoli.call('showBundle', { supplierId, groupBuyId })).cases.filter(c => c.item.state === 'claimed')
  const answerId = randomUUID()
  const first = await laoli.call('decideTogether', { decisionId: answerId, supplierId, step: { type: 'admitRecovery', words: '' }, cases: waiting.map(c => ({ caseId: c.card.id, seen: c.seen })) })
  const { members } = await chen.call('showSupplier', { supplierId })
  await chen.call('removeMember', { supplierId, memberId: members[0]?.id ?? '' })
  expect(outcomes(await finish(laoli, answerId))).toEqual({ admitted: first.done, NOT_ALLOWED: waiting.length - first.done })
}, 60_000)

test('who handed over midway decides nothing more; what they had sent out brings nobody in', async () => {
  const decisionId = randomUUID()
  const forgotten = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
  const first = await chen.call('decideTogether', { decisionId, communityId, step: { type: 'reject', criterion: 'notShown', words: '看不出来', review: 'photos' }, cases: await someMore() })
  const zhang = await house.as('zhang')
  await zhang.call('acceptRole', { token: (await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })).token, name: '张叔', phone: '' })
  expect(outcomes(await finish(chen, decisionId))).toEqual({ rejected: first.done, NOT_ALLOWED: MANY - first.done })
  // She leads again; the first invitation is still in some chat.
  await chen.call('acceptRole', { token: (await zhang.call('inviteToCommunity', { communityId, to: { role: 'leader' } })).token, name: '陈姐', phone: '' })
  expect(await (await house.as('stranger')).refused('acceptRole', { token: forgotten.token, name: '谁', phone: '' })).toMatchObject({ code: 'INVITATION_GONE' })
}, 60_000)

test('an invitation is seen while nobody took it, and taken back', async () => {
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
  const { invitations } = await chen.call('showCommunity', { communityId })
  expect(invitations).toMatchObject([{ role: 'leader' }])
  const invitationId = invitations[0]?.id ?? ''
  expect(JSON.stringify(invitations)).not.toContain(token)
  const stranger = await house.as('stranger')
  expect(await stranger.refused('revokeRoleInvitation', { communityId, invitationId })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await chen.call('revokeRoleInvitation', { communityId, invitationId })).invitations).toEqual([])
  expect(await stranger.refused('acceptRole', { token, name: '谁', phone: '' })).toMatchObject({ code: 'INVITATION_GONE' })
  expect(await stranger.refused('acceptRole', { token: invitationId, name: '谁', phone: '' })).toMatchObject({ code: 'INVITATION_GONE' })
})

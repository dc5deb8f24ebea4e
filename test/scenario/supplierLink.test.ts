import { randomBytes } from 'node:crypto'
import { invitationId, type InvitationDocument } from '../../cloudfunctions/lib/invitation'
import { LINK_TRIES } from '../../cloudfunctions/lib/linkTries'
import { bind, COMMUNITY, decide, fileOne, fruitId, moveIn, openHouse, type House, type Name, type Someone } from './openHouse'

let house: House
let chen: Someone
let supplierId: string, groupBuyId: string
beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  chen = await house.as('chen')
  groupBuyId = await fruitId(house)
  const { suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  supplierId = suppliers.find(s => s.name === '丹东果业')?.id ?? ''
}, 60_000)
afterEach(() => house.close())

const as = (name: Name) => house.as(name)
const link = async () => (await chen.call('inviteSupplier', { supplierId, groupBuyId })).token
const GONE = { code: 'INVITATION_GONE', field: 'token' }
const supplier = () => chen.call('showSupplier', { supplierId })
const names = async () => (await supplier()).members.map(m => m.name).sort()
const told = async (who: Someone) => (await who.call('listNotices', {})).notices.map(n => n.title)
/** Whether somebody can see anything of the supplier. */
async function isIn(who: Someone): Promise<boolean> {
  const supplies = (await who.call('whoAmI', {})).supplies.length > 0
  const refused = supplies ? null : await who.refused('showBundle', { supplierId, groupBuyId })
  if (refused) expect(refused).toMatchObject({ code: 'NOT_FOUND' })
  return supplies && (await who.call('showBundle', { supplierId, groupBuyId })).as === 'supplier'
}

test('from the link to the bundle: looking binds nobody, the first who says who they are is in, and the leader is told', async () => {
  const token = await link()
  const laoli = await as('laoli')
  for (const bot of ['stranger', 'zhang', 'laoli'] as const) {
    expect(await (await as(bot)).call('showLink', { token })).toMatchObject({ state: 'open', supplierName: '丹东果业', communityName: '梧桐苑', bundle: null })
    expect(await isIn(await as(bot))).toBe(false)
  }
  expect(await laoli.call('acceptInvitation', { token, name: '老李' })).toEqual({ supplierId, supplierName: '丹东果业', groupBuyId })
  expect(await isIn(laoli)).toBe(true)
  // Its answer lost and asked for again; the page opened again.
  await laoli.call('acceptInvitation', { token, name: '老李' })
  expect(await laoli.call('showLink', { token })).toMatchObject({ state: 'member', bundle: { supplierId, groupBuyId } })
  expect(await names()).toEqual(['老李'])
  expect((await told(chen)).filter(t => t === '「丹东果业」有人接了：老李')).toHaveLength(1)
})

test('only the hash of a token is stored, and nothing that is answered of it opens anything', async () => {
  const token = await link()
  expect(Buffer.from(token, 'base64url')).toHaveLength(24)
  const everything: string[] = []
  for (const collection of ['invitations', 'suppliers', 'people', 'notices', 'joinRequests', 'linkTries']) everything.push(JSON.stringify((await house.db.collection(collection).limit(1000).get()).data))
  expect(everything.join()).not.toContain(token)
  const [shown] = (await supplier()).links
  const thief = await as('stranger')
  expect(await thief.refused('acceptInvitation', { token: shown?.id ?? '', name: '贼' })).toMatchObject(GONE)
})

test('two who open it in the same moment: one is in, the other asks', async () => {
  const token = await link()
  const people = await Promise.all((['laoli', 'xiaozhou', 'zhang', 'stranger'] as const).map(as))
  const tried = await Promise.allSettled(people.map((p, i) => p.call('acceptInvitation', { token, name: `第${i}个` })))
  expect(tried.filter(t => t.status === 'fulfilled')).toHaveLength(1)
  expect(await Promise.all(people.map(isIn))).toEqual(tried.map(t => t.status === 'fulfilled'))
})

test('forwarded to a colleague: who has it is not named; the first lets them in, or not', async () => {
  const token = await link()
  const [laoli, xiaozhou, zhang] = await Promise.all([as('laoli'), as('xiaozhou'), as('zhang')])
  await laoli.call('acceptInvitation', { token, name: '老李' })
  const seen = await xiaozhou.call('showLink', { token })
  expect(seen).toMatchObject({ state: 'taken', bundle: null })
  expect(JSON.stringify(seen)).not.toContain('老李')
  expect(await xiaozhou.refused('acceptInvitation', { token, name: '小周' })).toMatchObject(GONE)
  expect(await xiaozhou.call('askToJoin', { token, name: '小周' })).toEqual({ state: 'asked' })
  await xiaozhou.call('askToJoin', { token, name: '小周' })
  expect(await xiaozhou.call('showLink', { token })).toMatchObject({ state: 'asked' })
  expect(await isIn(xiaozhou)).toBe(false)
  expect((await told(laoli)).filter(t => t.includes('小周'))).toHaveLength(1)
  const { asking, links } = await laoli.call('showSupplier', { supplierId })
  // Links are the leader's business.
  expect([asking.map(a => a.name), links]).toEqual([['小周'], []])
  const requestId = asking[0]?.id ?? ''
  // Nobody lets themselves in, nor does anybody else.
  for (const who of [xiaozhou, zhang, await as('wang')]) expect(await who.refused('answerJoin', { requestId, yes: true })).toMatchObject({ code: 'NOT_FOUND', field: 'requestId' })
  await laoli.call('answerJoin', { requestId, yes: true })
  await laoli.call('answerJoin', { requestId, yes: true })
  expect(await laoli.refused('answerJoin', { requestId, yes: false })).toMatchObject({ code: 'ALREADY_ANSWERED' })
  expect(await isIn(xiaozhou)).toBe(true)
  expect((await told(xiaozhou)).filter(t => t === '您现在能替「丹东果业」回话了')).toHaveLength(1)

  await zhang.call('askToJoin', { token, name: '张叔' })
  const no = (await xiaozhou.call('showSupplier', { supplierId })).asking[0]?.id ?? ''
  await xiaozhou.call('answerJoin', { requestId: no, yes: false })
  expect(await zhang.call('showLink', { token })).toMatchObject({ state: 'refused' })
  expect(await isIn(zhang)).toBe(false)
  // Three times, then it is enough.
  for (const time of [2, 3]) {
    await zhang.call('askToJoin', { token, name: `张叔${time}` })
    await laoli.call('answerJoin', { requestId: no, yes: false })
  }
  expect(await zhang.refused('askToJoin', { token, name: '张叔' })).toMatchObject({ code: 'ASKED_TOO_OFTEN' })
})

test('unknown, used, expired and revoked are answered alike', async () => {
  const [used, expired, revoked, open] = [await link(), await link(), await link(), await link()]
  await (await as('laoli')).call('acceptInvitation', { token: used, name: '老李' })
  await house.db.collection('invitations').where({ _id: invitationId(expired) }).update({ expiresAt: Date.now() - 1 })
  await chen.call('revokeLink', { linkId: invitationId(revoked) })
  await chen.call('revokeLink', { linkId: invitationId(revoked) })
  const thief = await as('stranger')
  const unknown = randomBytes(24).toString('base64url')
  const answers = []
  for (const token of [unknown, used, expired, revoked]) answers.push(await thief.refused('acceptInvitation', { token, name: '贼' }))
  for (const token of [unknown, expired, revoked]) answers.push(await thief.refused('showLink', { token }))
  expect(new Set(answers.map(a => JSON.stringify(a))).size).toBe(1)
  expect(answers[0]).toMatchObject(GONE)
  const next = await as('zhang')
  for (const token of [unknown, expired, revoked, open]) expect(await next.refused('askToJoin', { token, name: '贼' })).toMatchObject(GONE)
  expect(await names()).toEqual(['老李'])
})

test('guessing: ten an hour, counted before anything is looked up, a hundred at once too; others are not held up', async () => {
  const token = await link()
  const thief = await as('stranger')
  const guesses = await Promise.all(Array.from({ length: 100 }, () => thief.refused('showLink', { token: randomBytes(24).toString('base64url') })))
  const tally = guesses.reduce<Record<string, number>>((t, { code }) => ({ ...t, [code]: (t[code] ?? 0) + 1 }), {})
  expect(tally).toEqual({ INVITATION_GONE: LINK_TRIES, TOO_MANY_TRIES: 100 - LINK_TRIES })
  for (const call of ['acceptInvitation', 'askToJoin'] as const) expect(await thief.refused(call, { token, name: '贼' })).toMatchObject({ code: 'TOO_MANY_TRIES', field: 'token' })
  // Who was sent it opens it as often as they like.
  const laoli = await as('laoli')
  for (let time = 0; time < LINK_TRIES + 5; time++) await laoli.call('showLink', { token })
  await laoli.call('acceptInvitation', { token, name: '老李' })
  expect(await isIn(laoli)).toBe(true)
})

test('removed: out at once, on an open page too; neither the old link, nor an old yes, nor asking again by it lets anybody back in', async () => {
  await bind(house, 'wang', '7', '6027')
  const { id } = await fileOne(await as('wang'), '草莓')
  await decide(chen, id, 'leader', { type: 'settle' })
  const token = await link()
  const [laoli, xiaozhou] = await Promise.all([as('laoli'), as('xiaozhou')])
  await laoli.call('acceptInvitation', { token, name: '老李' })
  await xiaozhou.call('askToJoin', { token, name: '小周' })
  const requestId = (await supplier()).asking[0]?.id ?? ''
  await laoli.call('answerJoin', { requestId, yes: true })
  const { view } = await xiaozhou.call('showCase', { caseId: id })
  const { members } = await supplier()
  const member = (name: string) => members.find(m => m.name === name)?.id ?? ''
  // Only the leader removes others; nobody elsewhere removes anybody.
  expect(await xiaozhou.refused('removeMember', { supplierId, memberId: member('老李') })).toMatchObject({ code: 'NOT_ALLOWED', field: 'memberId' })
  expect(await (await as('stranger')).refused('removeMember', { supplierId, memberId: member('老李') })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await chen.call('removeMember', { supplierId, memberId: member('小周') })).toEqual({ people: 1 })
  expect(await isIn(xiaozhou)).toBe(false)
  expect(await xiaozhou.refused('actOnCase', { caseId: id, commandId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', seen: view.version, as: 'supplier', command: { type: 'admitRecovery', words: '' } })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await xiaozhou.refused('decideTogether', { decisionId: '7c9e6679-7425-40de-944b-e07fc1f90ae8', supplierId, step: { type: 'admitRecovery', words: '' }, cases: [{ caseId: id, seen: view.version }] })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await laoli.refused('answerJoin', { requestId, yes: true })).toMatchObject({ code: 'ALREADY_ANSWERED' })
  for (const call of ['acceptInvitation', 'askToJoin'] as const) expect(await xiaozhou.refused(call, { token, name: '小周' })).toMatchObject(GONE)
  // The first one too, by whom the link was taken.
  await chen.call('removeMember', { supplierId, memberId: member('老李') })
  await chen.call('removeMember', { supplierId, memberId: member('老李') })
  expect(await laoli.refused('acceptInvitation', { token, name: '老李' })).toMatchObject(GONE)
  expect([await isIn(laoli), await names()]).toEqual([false, []])
  // A new link works.
  await laoli.call('acceptInvitation', { token: await link(), name: '老李' })
  expect(await isIn(laoli)).toBe(true)
})

test('who leaves by themselves takes their own link along, and nobody else\'s', async () => {
  const [own, other] = [await link(), await link()]
  const [laoli, xiaozhou] = await Promise.all([as('laoli'), as('xiaozhou')])
  await laoli.call('acceptInvitation', { token: own, name: '老李' })
  await laoli.call('removeMember', { supplierId, memberId: (await laoli.call('showSupplier', { supplierId })).members.find(m => m.me)?.id ?? '' })
  expect(await laoli.refused('acceptInvitation', { token: own, name: '老李' })).toMatchObject(GONE)
  await xiaozhou.call('acceptInvitation', { token: other, name: '小周' })
  expect(await names()).toEqual(['小周'])
})

test('removed in the very moment in which a lost answer is asked for again: out', async () => {
  // A replay that comes too late counts as a try, and ten are all that somebody has in an hour.
  for (const name of ['laoli', 'laoli', 'laoli', 'laoli', 'xiaozhou', 'xiaozhou', 'xiaozhou', 'xiaozhou', 'zhang', 'zhang', 'zhang', 'zhang'] as const) {
    const token = await link()
    const laoli = await as(name)
    await laoli.call('acceptInvitation', { token, name: '老李' })
    const memberId = (await supplier()).members[0]?.id ?? ''
    await Promise.allSettled([laoli.call('acceptInvitation', { token, name: '老李' }), chen.call('removeMember', { supplierId, memberId }), laoli.call('acceptInvitation', { token, name: '老李' })])
    expect([await isIn(laoli), await names()]).toEqual([false, []])
  }
})

test('links and people of others are not there for anybody', async () => {
  const token = await link()
  await (await as('laoli')).call('acceptInvitation', { token, name: '老李' })
  const other = await as('otherLeader')
  await other.call('openCommunity', { ...COMMUNITY, communityId: '99999999-2222-4333-8444-555555555555', name: '别的小区' })
  for (const who of [other, await as('stranger'), await as('wang')]) {
    expect(await who.refused('inviteSupplier', { supplierId, groupBuyId })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
    expect(await who.refused('showSupplier', { supplierId })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
    expect(await who.refused('revokeLink', { linkId: invitationId(token) })).toMatchObject({ code: 'NOT_FOUND', field: 'linkId' })
  }
  // Not even who acts for the supplier makes links or takes them back.
  const laoli = await as('laoli')
  expect(await laoli.refused('inviteSupplier', { supplierId })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await laoli.refused('revokeLink', { linkId: invitationId(token) })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await chen.refused('inviteSupplier', { supplierId, groupBuyId: 'none' })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  for (const [call, input, field] of [
    ['showLink', { token: { $ne: '' } }, 'token'], ['acceptInvitation', { token, name: ' ' }, 'name'], ['askToJoin', { token: 'short', name: '贼' }, 'token'],
    ['answerJoin', { requestId: { $gt: '' }, yes: true }, 'requestId'], ['removeMember', { supplierId, memberId: '' }, 'memberId'], ['revokeLink', { linkId: 7 }, 'linkId'],
  ] as const) expect(await chen.refused(call, input)).toMatchObject({ code: 'BAD_INPUT', field })
  const { data } = await house.db.collection('invitations').limit(10).get()
  expect((data as InvitationDocument[]).map(l => l.revokedAt)).toEqual([null])
  const answers = JSON.stringify([await supplier(), await laoli.call('showSupplier', { supplierId })])
  expect(answers).not.toContain((await laoli.call('whoAmI', {})).personId)
})

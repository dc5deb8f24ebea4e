import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, fileOne, joinSupplier, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'
import { photo } from './photo'

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  house = await openHouse({ undoSeconds: 10 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

/** Everything that is stored of cases and photos: what a refused call must not change. */
async function stored(): Promise<unknown> {
  const [cases, photos, notices] = await Promise.all(['cases', 'photos', 'notices'].map(async c => (await house.db.collection(c).limit(1000).get()).data))
  return { cases, photos, notices }
}

async function changesNothing(doing: () => Promise<unknown>): Promise<unknown> {
  const before = await stored()
  const result = await doing()
  expect(await stored()).toEqual(before)
  return result
}

async function filing(more: object = {}): Promise<Record<string, unknown>> {
  const line = await lineOf(wang, '草莓')
  return {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: 100 }, photos: [await wang.photo()], words: '', ...more,
  }
}

describe('photos', () => {
  const upload = async (bytes: Buffer) => {
    const { uploadPrefix } = await wang.call('whoAmI', {})
    return wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, bytes)
  }
  test.each([
    ['no picture', Buffer.from('<html>not a picture</html>'), 'NOT_A_PICTURE'],
    ['a PNG named .jpg', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'NOT_A_PICTURE'],
    ['an empty file', Buffer.alloc(0), 'NOT_A_PICTURE'],
    ['cut off at the end', photo().subarray(0, -12), 'TRUNCATED'],
    ['cut off in its head', photo().subarray(0, 60), 'TRUNCATED'],
    ['too large', Buffer.concat([photo(), Buffer.alloc(5 * 1024 * 1024)]), 'PHOTO_TOO_LARGE'],
  ])('%s is refused', async (_what, bytes, code) => {
    const fileId = await upload(bytes)
    expect(await changesNothing(() => wang.refused('addPhoto', { fileId }))).toMatchObject({ code, field: 'fileId' })
  })
  test('one that was never uploaded', async () => {
    const fileId = (await upload(photo())).replace(/[^/]+$/, 'never.jpg')
    expect(await changesNothing(() => wang.refused('addPhoto', { fileId }))).toMatchObject({ code: 'UPLOAD_NOT_FOUND', field: 'fileId' })
  })
  test("somebody else's upload", async () => {
    const fileId = await upload(photo())
    expect(await changesNothing(() => lin.refused('addPhoto', { fileId }))).toMatchObject({ code: 'NOT_YOUR_UPLOAD', field: 'fileId' })
  })
  test('a path that climbs out of the own prefix', async () => {
    const fileId = await upload(photo())
    const climbing = fileId.replace(/[^/]+$/, '../../evidence/x.jpg')
    expect((await wang.refused('addPhoto', { fileId: climbing })).field).toBe('fileId')
  })
  test('a client cannot write where evidence is kept', async () => {
    await expect(wang.upload('evidence/x.jpg', photo())).rejects.toThrow(/rule does not allow/)
  })
  test('a tenth photo', async () => {
    const photos = await Promise.all(Array.from({ length: 10 }, () => wang.photo()))
    const input = await filing({ photos })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'TOO_MANY_PHOTOS', field: 'photos' })
  })
  test('none at all, and one twice', async () => {
    const none = await filing({ photos: [] })
    expect(await changesNothing(() => wang.refused('fileCase', none))).toMatchObject({ code: 'PHOTO_NEEDED', field: 'photos' })
    const one = await wang.photo()
    const twice = await filing({ photos: [one, one] })
    expect(await changesNothing(() => wang.refused('fileCase', twice))).toMatchObject({ code: 'SAME_PHOTO_TWICE', field: 'photos' })
  })
  test("somebody else's photo, and one that exists nowhere", async () => {
    for (const photos of [[await lin.photo()], ['ph00000000000000000000000000000000']]) {
      const input = await filing({ photos })
      expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'PHOTO_NOT_YOURS', field: 'photos' })
    }
  })
})

describe('filing', () => {
  test("an order line of somebody else is answered like one that does not exist", async () => {
    const theirs = await lineOf(lin, '草莓')
    const input = await filing({ orderId: theirs.orderId, lineId: theirs.lineId })
    const strangers = await changesNothing(() => wang.refused('fileCase', input))
    const nothing = await changesNothing(() => wang.refused('fileCase', { ...input, orderId: 'nowhere' }))
    expect(strangers).toMatchObject({ code: 'LINE_NOT_FOUND', field: 'lineId' })
    expect(strangers).toEqual(nothing)
  })
  test.each([
    ['above what was bought', 3, 'MORE_THAN_BOUGHT'], ['zero', 0, 'BAD_INPUT'], ['negative', -1, 'BAD_INPUT'], ['half a piece', 1.5, 'BAD_INPUT'],
    ['no number', 'one', 'BAD_INPUT'], ['nothing', null, 'BAD_INPUT'], ['huge', 1e21, 'BAD_INPUT'],
  ])('a quantity that is %s', async (_what, bad, code) => {
    const input = await filing({ claim: { measure: 'pieces', bad, damage: 100 } })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code, field: 'claim.bad' })
  })
  test('more money than the damage is worth', async () => {
    const input = await filing({ wish: { kind: 'refund', amount: 5991 } })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'MORE_THAN_PREVIEW', field: 'wish.amount' })
  })
  test.each([['an unknown reason', { reason: 'magic' }, 'reason'], ['an id that is none', { caseId: '1' }, 'caseId'], ['a query as an id', { orderId: { $ne: null } }, 'orderId'],
    ['too many words', { words: 'x'.repeat(501) }, 'words'], ['a forged role', { role: 'leader' }, 'role'], ['a forged openid', { openid: 'o-scenario-chen' }, 'openid'],
    ['a forged time', { now: 1 }, 'now'], ['a forged price', { paid: 1 }, 'paid']])('%s', async (_what, more, field) => {
    const input = await filing(more)
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'BAD_INPUT', field })
  })
  test('a second case on the same line', async () => {
    const filed = await fileOne(wang, '脐橙')
    const line = await lineOf(wang, '脐橙')
    const second = await filing({ orderId: line.orderId, lineId: line.lineId })
    expect(await changesNothing(() => wang.refused('fileCase', second))).toMatchObject({ code: 'LINE_HAS_OPEN_CASE', field: 'lineId' })
    // The same id with other content is not a repetition.
    expect(await changesNothing(() => wang.refused('fileCase', { ...second, caseId: filed.id }))).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  })
  test("a stranger's case id neither shows nor changes that case", async () => {
    const theirs = await fileOne(lin, '草莓')
    const input = await filing({ caseId: theirs.id })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
    expect(await wang.refused('showCase', { caseId: theirs.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  })
})

describe('acting', () => {
  test('in the wrong state, on a stale version, twice, as somebody one is not', async () => {
    const { id } = await fileOne(wang, '上海青')
    expect(await changesNothing(() => chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'payRefund', channel: 'cash', reference: '', photos: [] } }))).toMatchObject({ code: 'WRONG_STATE' })
    expect(await changesNothing(() => wang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'settle' } }))).toMatchObject({ code: 'NOT_ALLOWED', field: 'command.type' })
    expect(await changesNothing(() => wang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, as: 'leader', command: { type: 'settle' } }))).toMatchObject({ code: 'NOT_ALLOWED' })
    // 上海青 is another supplier's.
    expect(await changesNothing(() => laoli.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'admitRecovery', words: '' } }))).toMatchObject({ code: 'CASE_NOT_FOUND', field: 'caseId' })
    expect(await changesNothing(() => chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'explode' } }))).toMatchObject({ code: 'BAD_INPUT', field: 'command.type' })
    expect(await changesNothing(() => chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'settle', amount: 1 } }))).toMatchObject({ code: 'LESS_THAN_ASKED', field: 'command.amount' })
    expect(await changesNothing(() => chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 9, command: { type: 'settle' } }))).toMatchObject({ code: 'CASE_CHANGED', field: 'seen' })

    const settle = { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'settle' as const } }
    const first = await chen.call('actOnCase', settle)
    // The answer was lost: the same command again answers the same, but for the time left to take it back, and changes nothing.
    expect(await changesNothing(async () => expect(await chen.call('actOnCase', settle)).toEqual({ view: { ...first.view, takesEffect: { ...first.view.takesEffect, left: expect.any(Number) as number } } }))).toBeUndefined()
    expect(await changesNothing(() => chen.refused('actOnCase', { ...settle, commandId: randomUUID() }))).toMatchObject({ code: 'CASE_CHANGED' })
    expect(await changesNothing(() => chen.refused('actOnCase', { ...settle, commandId: randomUUID(), seen: 2 }))).toMatchObject({ code: 'NOT_YET' })
    expect(await changesNothing(() => wang.refused('actOnCase', { ...settle, command: { type: 'withdraw', words: '' } }))).toMatchObject({ code: 'NOT_ALLOWED' })
  })
  test('twenty taps at once are one decision', async () => {
    const { id } = await fileOne(lin, '小番茄')
    const answers = await Promise.all(Array.from({ length: 20 }, async (_, i) => {
      try {
        return (await chen.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: i % 2 ? { type: 'settle' } : { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' } })).view.decision
      } catch (error) {
        return (error as { refusal: { code: string } }).refusal.code
      }
    }))
    expect(answers.filter(a => a === 'agreed' || a === 'rejected')).toHaveLength(1)
    expect(answers.filter(a => a === 'CASE_CHANGED')).toHaveLength(19)
  })
})

describe('the door', () => {
  const post = async (body: string, token?: string) => {
    const response = await fetch(`${house.cloud.url}/v1/functions/api`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) } })
    return { status: response.status, body: (await response.json()) as { ok?: boolean; code?: string; error?: { code: string } } }
  }
  const token = async () => ((await (await fetch(`${house.cloud.url}/devcloud/signin`, { method: 'POST', body: JSON.stringify({ id: 'wang' }), headers: { 'content-type': 'application/json' } })).json()) as { token: string }).token

  test('an unknown call, and a call of no shape', async () => {
    const bearer = await token()
    for (const event of [{ call: 'deleteEverything', input: {} }, { call: '__proto__', input: {} }, { call: 'toString' }, {}, { call: ['fileCase'] }, { call: 'previewImport', input: {} }]) {
      expect((await post(JSON.stringify(event), bearer)).body).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL', field: 'call' } })
    }
    for (const body of ['not json', '[]']) expect((await post(body, bearer)).status).toBe(400)
  })
  test('1 MB of input', async () => {
    const answer = await changesNothing(async () => post(JSON.stringify({ call: 'fileCase', input: { words: 'x'.repeat(1_000_000) } }), await token()))
    expect(answer).toMatchObject({ body: { ok: false, error: { code: 'TOO_LARGE', field: 'input' } } })
  })
  test('nobody signed in, a made-up token, a forged identity in header and body', async () => {
    const event = JSON.stringify({ call: 'whoAmI', input: {}, openid: 'o-scenario-chen', userInfo: { openId: 'o-scenario-chen' } })
    expect((await post(event)).status).toBe(401)
    expect((await post(event, 'made-up')).status).toBe(401)
    const response = await fetch(`${house.cloud.url}/v1/functions/api`, {
      method: 'POST', body: event,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}`, 'x-wx-openid': 'o-scenario-chen', 'x-wx-source': 'wx' },
    })
    const me = (await response.json()) as { data: { leads: unknown[]; personId: string } }
    expect(me.data.leads).toEqual([])
    expect(me.data.personId).toBe((await wang.call('whoAmI', {})).personId)
  })
  test('a leader\'s calls by somebody who leads nothing', async () => {
    const stranger = await house.as('stranger')
    const { communityId } = COMMUNITY
    expect(await stranger.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stranger.refused('listGroupBuys', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stranger.refused('listBindings', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stranger.refused('openCommunity', { ...COMMUNITY, name: '我的了' })).toMatchObject({ code: 'ID_TAKEN' })
    expect((await stranger.call('whoAmI', {})).leads).toEqual([])
    expect(await act(chen, (await fileOne(lin, '吐司')).id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })).toMatchObject({ stage: 'rejected' })
  })
})

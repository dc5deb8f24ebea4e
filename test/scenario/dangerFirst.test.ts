import type { Fallback } from '../../domain/notice/fallback/fallback'
import type { Notice } from '../../domain/notice/notice'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, allow, bind, fileOne, moveIn, openHouse, type House, type Someone } from './openHouse'

/** A danger goes before everything else, and where WeChat does not take it at once, by every other way as well. */
let house: House, days: MovedDays
let wang: Someone, lin: Someone, chen: Someone
beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00', outside: true })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')])
  await chen.call('askCode', { way: 'email', address: 'chen@example.com' })
  await chen.call('confirmCode', { way: 'email', code: /\d{6}/.exec(house.cloud.outside?.deliveries.latest(1)[0]?.title ?? '')?.[0] ?? '' })
}, 90_000)
afterEach(() => house.close())

const mails = () => (house.cloud.outside?.deliveries.latest(1000) ?? []).filter(d => d.service === 'mail' && !d.title.includes('验证码'))
const shown = () => house.cloud.messages(1000).filter(m => m.openid === 'o-scenario-chen')
const danger = () => fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, words: '吃了拉肚子' })
const copyOf = async (caseId: string) => (await days.noticesTo(chen, 'leader')).find(n => n.caseId === caseId)
const fails = (errcode: number, times: number | null) => house.cloud.faults.add({ api: 'subscribeMessage.send', openid: 'o-scenario-chen', times, fail: { errcode, errmsg: 'as WeChat says' } })
/** So many like this one. */
function addMany<T extends object>(collection: string, many: number, like: T, each: (i: number) => Partial<T>): void {
  house.cloud.importDocuments(collection, Array.from({ length: many }, (_, i) => JSON.parse(JSON.stringify({ ...like, ...each(i) })) as object))
}

describe('it waits behind nothing', () => {
  test('350 copies were due before it: it goes in the first run', async () => {
    await allow(chen, 'leader')
    const other = await fileOne(lin, '草莓')
    await act(chen, other.id, 'leader', { type: 'note', words: '在问', internal: false })
    await house.courier()
    const [like] = await days.noticesTo(lin, 'resident')
    const now = await days.now()
    addMany<Partial<Notice>>('notices', 350, { ...like }, i => ({ _id: `morning:${i}`, caseId: '', personId: `neighbour-${i}`, copy: 'due', copyAt: now, readAt: null }))
    await allow(chen, 'leader')
    const { id } = await danger()
    const { copies } = await house.courier()
    expect(await copyOf(id)).toMatchObject({ urgent: true, attempts: [{ answer: 'ok' }] })
    // The others still go, as many as a run takes.
    expect(Object.values(copies).reduce((sum, n) => sum + n)).toBeGreaterThan(90)
  }, 90_000)

  test('400 messages were due before it by mail, and as many not planned yet: it goes in the first run', async () => {
    const other = await fileOne(lin, '草莓')
    await house.courier()
    const { data: [sent] } = await house.db.collection('fallbacks').where({ way: 'email' }).limit(1).get() as { data: Fallback[] }
    const notice = await copyOf(other.id)
    expect([sent?.state, notice?.fallback]).toEqual(['sent', 'given'])
    const now = await days.now()
    addMany<Partial<Notice>>('notices', 400, { ...notice }, i => ({ _id: `other:${i}:0:leader:person-${i}`, personId: `person-${i}`, fallback: 'waits' }))
    addMany<Partial<Fallback>>('fallbacks', 400, { ...sent }, i => ({ _id: `email:person-${i}:0`, to: `person-${i}`, state: 'due', at: now - 1000, batch: '' }))
    const before = mails().length
    await danger()
    await house.courier()
    expect(mails().slice(0, mails().length - before).map(m => [m.to, m.title])).toEqual([['chen@example.com', '【安全】团后：1 条消息没能发到您的微信']])
  }, 90_000)
})

describe('WeChat does not take it at once', () => {
  test.each([-1, 43108])('%i: it is mailed within the minute, and WeChat is still tried; by each way once', async code => {
    await allow(chen, 'leader')
    fails(code, 2)
    const { id } = await danger()
    await house.courier()
    expect([(await copyOf(id))?.copy, mails().map(m => m.title)]).toEqual(['due', ['【安全】团后：1 条消息']])
    for (let i = 0; i < 8; i++) {
      await days.pass(60_000)
      await house.courier()
    }
    expect((await copyOf(id))?.attempts?.map(a => a.answer)).toEqual([String(code), String(code), 'ok'])
    expect([shown().length, mails().length]).toEqual([1, 1])
  })

  test('it never takes it: mailed once', async () => {
    await allow(chen, 'leader')
    fails(-1, null)
    const { id } = await danger()
    for (const minutes of [0, 1, 6, 31, 1]) {
      await days.pass(minutes * 60_000)
      await house.courier()
    }
    expect([await copyOf(id), mails().length]).toMatchObject([{ copy: 'failed', copyError: '-1', tries: 4 }, 1])
  })

  test.each([['before', 'nobody knows, so it is mailed as well'], ['after', 'WeChat says since that it arrived, so it is not']] as ['before' | 'after', string][])('the courier dies %s WeChat took it: %s, and WeChat is not asked again', async when => {
    await allow(chen, 'leader')
    const { id } = await danger()
    house.cloud.faults.nextWechatCall({ kill: when })
    await house.courier().catch(() => undefined)
    // What WeChat says of it is heard before it is given up.
    await house.cloud.wechat.push.idle()
    for (let i = 0; i < 4; i++) {
      await days.pass(61_000)
      await house.courier()
    }
    expect(mails().map(m => m.title)).toEqual(when === 'before' ? ['【安全】团后：1 条消息'] : [])
    expect([shown().length, await copyOf(id)]).toMatchObject(when === 'before' ? [0, { copy: 'unknown', tries: 1 }] : [1, { copy: 'delivered', tries: 1 }])
  })

  test('of what is no danger: what it is busy for waits, and what nobody knows of is never said twice', async () => {
    await allow(chen, 'leader')
    fails(-1, 1)
    const { id } = await fileOne(wang, '草莓')
    await house.courier()
    expect([(await copyOf(id))?.copy, mails()]).toEqual(['due', []])
    house.cloud.faults.nextWechatCall({ kill: 'before' })
    await days.pass(61_000)
    await house.courier().catch(() => undefined)
    for (let i = 0; i < 3; i++) {
      await days.pass(61_000)
      await house.courier()
    }
    expect([(await copyOf(id))?.copy, mails()]).toEqual(['unknown', []])
  })
})

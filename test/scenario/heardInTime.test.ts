import type { Input } from '../../domain/contract/calls'
import { usualSettings } from '../../domain/notice/settings'
import { at, movedDays, type MovedDays } from './movedDays'
import { allow, bind, COMMUNITY, fileOne, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

/** What is promised to be answered is heard by whoever has to, in time to do it. */
const { communityId } = COMMUNITY
const MINUTE = 60_000
let house: House
let days: MovedDays
let wang: Someone, lin: Someone, chen: Someone

beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00', gatherSeconds: 600, outside: true })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')])
  for (let i = 0; i < 4; i++) await allow(chen, 'leader')
}, 90_000)
afterEach(() => house.close())

async function openFrom(from: number, to: number): Promise<void> {
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const day = [{ from: from * 60, to: to * 60 }]
  const serviceHours: Input<'editCommunity'>['serviceHours'] = [day, day, day, day, day, day, day]
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours, holidayHours: null, seen: 0 })
}
const shown = (name: Name) => house.cloud.messages(1000).filter(m => m.openid === `o-scenario-${name}`).length
async function minutes(many: number): Promise<void> {
  for (let i = 0; i < many; i++) {
    await days.pass(MINUTE)
    await house.clock()
    await house.courier()
  }
}

describe('where somebody is there at night', () => {
  test('open till midnight: what comes at twenty past ten is heard at once, and that it is late; a neighbour is left asleep', async () => {
    await openDesk(house, 'xu')
    await openFrom(8, 24)
    await days.goTo('2026-09-24', '22:20')
    await allow(wang, 'resident')
    const { id } = await fileOne(wang, '草莓', { reason: 'lost', photos: [] })
    await house.courier()
    expect(shown('chen')).toBe(1)
    await minutes(8)
    // Over its time: the reminder is heard as well.
    expect(shown('chen')).toBe(2)
    await chen.call('actOnCase', { caseId: id, commandId: '11111111-2222-4333-8444-666666666666', seen: (await days.documentOf(id)).version, as: 'leader', command: { type: 'note', internal: false, words: '我去问快递' } })
    await minutes(1)
    expect(shown('wang')).toBe(0)
    expect((await days.noticesTo(wang, 'resident')).map(n => [n.copy, n.copyAt])).toEqual([['due', at('2026-09-25', '08:00')]])
  })

  test('open till midnight: the desk hears what it has to decide as well', async () => {
    await openDesk(house, 'xu')
    const xu = await house.as('xu')
    await allow(xu, 'operator')
    await openFrom(8, 24)
    await days.goTo('2026-09-24', '22:20')
    await fileOne(wang, '脐橙', { reason: 'attitude', photos: [], claim: { measure: 'none' }, wish: { kind: 'apology' }, about: 'leader' })
    await house.courier()
    expect(shown('xu')).toBe(1)
  })

  test('open from six: what came in the night is heard when they open, and nothing of it before', async () => {
    await openFrom(6, 20)
    await days.goTo('2026-09-24', '22:20')
    await fileOne(wang, '草莓')
    await house.courier()
    expect((await days.noticesTo(chen, 'leader')).map(n => [n.copy, n.copyAt])).toEqual([['due', at('2026-09-25', '06:00')]])
    await days.goTo('2026-09-25', '05:59')
    await house.courier()
    expect(shown('chen')).toBe(0)
    await days.goTo('2026-09-25', '06:00')
    await house.courier()
    expect(shown('chen')).toBe(1)
  })

  test('who chose other quiet hours is told by those', async () => {
    await openFrom(8, 24)
    await chen.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 21 * 60, to: 7 * 60 } })
    await days.goTo('2026-09-24', '22:20')
    await fileOne(wang, '草莓')
    await house.courier()
    expect((await days.noticesTo(chen, 'leader')).map(n => [n.copy, n.copyAt])).toEqual([['due', at('2026-09-25', '07:00')]])
  })

  test('who switches the quiet hours off waits for no opening either', async () => {
    await openFrom(6, 20)
    await days.goTo('2026-09-24', '22:20')
    await fileOne(wang, '草莓')
    await house.courier()
    await chen.call('saveNoticeSettings', usualSettings(null))
    await house.courier()
    expect(shown('chen')).toBe(1)
  })
})

describe('a to-do is gathered no longer than it can wait', () => {
  test('a second case a minute after the first is heard with half of its five minutes left, with what came meanwhile', async () => {
    await fileOne(wang, '草莓')
    await house.courier()
    await days.pass(MINUTE)
    const second = await fileOne(lin, '小番茄')
    await house.courier()
    await days.pass(MINUTE)
    await fileOne(lin, '草莓')
    await house.courier()
    expect(shown('chen')).toBe(1)
    await days.pass(MINUTE)
    await house.courier()
    expect(shown('chen')).toBe(1)
    await days.pass(MINUTE)
    await house.courier()
    expect(shown('chen')).toBe(2)
    const { breaksOf } = await days.documentOf(second.id)
    expect(await days.now()).toBeLessThan(breaksOf?.leader ?? 0)
    expect((await days.noticesTo(chen, 'leader')).map(n => n.copy).sort()).toEqual(['bundled', 'delivered', 'delivered'])
  })

  test('nothing is gathered into the night', async () => {
    await days.goTo('2026-09-24', '21:52')
    await fileOne(wang, '草莓')
    await house.courier()
    await days.goTo('2026-09-24', '21:58')
    await fileOne(lin, '小番茄')
    for (let i = 0; i < 2; i++) {
      await house.courier()
      await days.pass(MINUTE)
    }
    expect(shown('chen')).toBe(2)
  })
})

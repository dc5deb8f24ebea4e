import { randomUUID } from 'node:crypto'
import type { Outside } from '../../devcloud/outside/outside'
import { importEstate, reportBad, type Estate } from '../scenario/estate'
import { COMMUNITY, moveIn, openHouse, type House, type Someone } from '../scenario/openHouse'

/**
 * A service says that there is no such robot, or no such mailbox, and who asked dies: at the first request of its run, at the second, and so on until it has no more.
 * Each time whose it is is told once, and the way is used no more.
 */

/** More requests than one run makes that has one thing to say. */
const MOST_REQUESTS = 40
/** What was not taken is tried again. ms */
const MINUTE = 61_000
/** What was being sent is given up after two minutes. ms */
const GIVEN_UP = 150_000
const PLACE = { kind: 'community', id: COMMUNITY.communityId } as const

let house: House
let outside: Outside
let chen: Someone, wang: Someone
let estate: Estate
let used = 0
/** Ends the courier's process at its so-manyth request from now on, when the cloud has it already. Nobody else asks the database meanwhile. */
let killAt = 0
beforeAll(async () => {
  house = await openHouse({
    outside: true,
    watchSdk: async () => {
      if (killAt > 0 && --killAt === 0) house.cloud.killFunction('courier')
    },
  })
  if (!house.cloud.outside) throw new Error('nothing is outside')
  outside = house.cloud.outside
  await moveIn(house)
  ;[chen, wang] = await Promise.all([house.as('chen'), house.as('wang')])
  estate = await importEstate(house, chen, 6 * MOST_REQUESTS, wang)
}, 120_000)
afterAll(() => house.close())

const report = async () => { await reportBad(wang, estate.lines.slice(used, ++used)) }
const toldOf = async (title: string) => (await chen.call('listNotices', {})).notices.filter(n => n.title === title).length

const planned = async (way: string) => (await house.db.collection('fallbacks').where({ way }).count()).total

interface Way { way: 'robot' | 'email'; title: string; setUp: (nth: number) => Promise<void>; busy: () => void; goes: () => void; isGone: () => Promise<boolean> }

let key = ''
const ROBOT: Way = {
  way: 'robot', title: '群机器人用不了了',
  async setUp() {
    key = randomUUID()
    await chen.call('setRobot', { place: PLACE, key })
  },
  busy: () => { outside.deliveries.intercept('robot', () => ({ errcode: -1, errmsg: 'system error' })) },
  goes: () => { outside.robots.remove(key) },
  isGone: async () => (await chen.call('showChannels', { place: PLACE })).robot?.gone === true,
}

let address = ''
const MAILBOX: Way = {
  way: 'email', title: '您填的邮箱收不到',
  async setUp(nth) {
    const { personId } = await chen.call('whoAmI', {})
    address = `chen${nth}@example.com`
    // How an address comes to be somebody's is another story; a day has codes for five.
    await house.db.collection('contacts').doc(personId).set({ email: { address, since: nth }, sms: null, pending: {} })
  },
  busy: () => { outside.deliveries.intercept('mail', () => ({ code: 451, says: 'later' })) },
  goes: () => { outside.noMailboxes.add(address) },
  isGone: async () => (await chen.call('showChannels', {})).email.gone !== null,
}

test.each([['robot', ROBOT], ['mailbox', MAILBOX]] as const)('no such %s any more, and who asked dies at any request of its run', async (_what, { way, title, setUp, busy, goes, isGone }) => {
  await house.courier()
  for (let request = 1; ; request++) {
    expect(request).toBeLessThan(MOST_REQUESTS)
    const before = await toldOf(title)
    await setUp(request)
    busy()
    await report()
    await house.courier()
    goes()
    await house.cloud.moveTime(MINUTE)
    killAt = request
    await house.courier().catch(() => null)
    const died = killAt === 0
    killAt = 0
    await house.cloud.moveTime(GIVEN_UP)
    // Who died before it was written down left it to be found out about again, by what comes next.
    await report()
    await house.courier()
    expect([request, await isGone(), await toldOf(title) - before]).toEqual([request, true, 1])
    const asked = await planned(way)
    await report()
    await house.courier()
    expect(await planned(way)).toBe(asked)
    if (!died) return
  }
}, 240_000)

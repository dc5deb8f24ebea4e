import { killTellers } from './killsOutside'
import { KillableCloud } from './killableCloud'
import { Load, PEOPLE } from './load'
import { LosingWays } from './losingWays'
import { openOtherWays } from './otherWays'
import { OutsideServices } from './outsideServices'
import { comeToRest, reckon } from './reckon'
import { SEED, Seeded } from './seeded'
import { wrongIn } from './tally'

/** How many processes that tell people are killed: a few here, many with `npm run faults`. */
const KILLS = Math.ceil(Number(process.env['KILLS'] ?? 12) / 2)
/** Households to complain, for each kill: nobody runs out of work. */
const HOUSEHOLDS = 12

let outside: OutsideServices
let cloud: KillableCloud
beforeAll(async () => {
  outside = await OutsideServices.start()
  // What the timer would do each minute is done all the time here: nothing is gathered, and there is no night.
  cloud = await KillableCloud.start(PEOPLE, { courier: { ...outside.variables(), QUIET_HOURS: 'none', GATHER_SECONDS: '0' } })
  cloud.followTime(now => { outside.atTime(now) })
}, 120_000)
afterAll(async () => {
  await cloud.close()
  await outside.stop()
})

test(`what WeChat does not take goes each other way once, ${KILLS} who tell killed at moments drawn by SEED=${SEED}, while robots, mail and text messages answer slowly, wrongly or never, and robots and mailboxes are lost and replaced`, async () => {
  await cloud.moveToTen()
  const load = await Load.moveIn(cloud, KILLS * HOUSEHOLDS, { staffAllows: 0.1, couriers: 2 })
  const addresses = await openOtherWays(load, outside)
  const losing = new LosingWays(load, outside, addresses, new Seeded(SEED, 'lost'))
  const running = load.run(SEED)
  const killing = killTellers(load, outside, losing, SEED, KILLS, line => { process.stderr.write(`${line}\n`) }).finally(() => load.stop())
  await Promise.race([running, killing])
  const kills = await killing
  await running
  await comeToRest(cloud)
  await losing.end()
  const tally = await reckon(cloud, { ...load, phones: load.phones, outside: { services: outside, addresses, lost: losing.lost } })
  const { otherWays: o } = tally
  if (process.env['KILLS'] !== undefined) {
    const figures = {
      seed: SEED, kills: { ...kills, inAll: KILLS }, services: outside.moods,
      notices: { owed: tally.notices.owed, inInbox: tally.notices.inInbox }, copies: { taken: tally.copies.taken, unknown: tally.copies.unknown },
      otherWays: Object.fromEntries(Object.entries(o).map(([what, value]) => [what, Array.isArray(value) ? value.length : value])),
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  }
  expect(wrongIn(tally)).toEqual({})
  // There was something to lose, and something to tell.
  expect(Object.values(kills).reduce((sum, n) => sum + n)).toBe(KILLS)
  expect(o.owed).toBeGreaterThan(KILLS)
  expect(Object.keys(o.messages).sort()).toEqual(['mail', 'robot', 'sms'])
}, 120_000 + KILLS * 30_000)

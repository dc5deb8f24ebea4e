import { killAround } from './kills'
import { KillableCloud } from './killableCloud'
import { Load, PEOPLE } from './load'
import { comeToRest, reckon } from './reckon'
import { SEED } from './seeded'
import { wrongIn } from './tally'

/** How many processes are killed: some tens here, some hundreds with `npm run faults`. */
const KILLS = Number(process.env['KILLS'] ?? 16)
/** Households to complain, for each kill: nobody runs out of work. */
const HOUSEHOLDS = 8

let cloud: KillableCloud
beforeAll(async () => { cloud = await KillableCloud.start(PEOPLE) }, 120_000)
afterAll(() => cloud.close())

test(`nothing acknowledged is lost, nobody is told twice or not at all, ${KILLS} processes killed at moments drawn by SEED=${SEED}`, async () => {
  await cloud.moveToTen()
  const load = await Load.moveIn(cloud, KILLS * HOUSEHOLDS)
  const running = load.run(SEED)
  const killing = killAround(load, SEED, KILLS, line => { process.stderr.write(`${line}\n`) }).finally(() => load.stop())
  await Promise.race([running, killing])
  const { kills, moods, silences } = await killing
  await running
  await comeToRest(cloud)
  const tally = await reckon(cloud, load)
  if (process.env['KILLS'] !== undefined) {
    const { steps, notices, copies, credits, reminders, unfinished } = tally
    const figures = {
      seed: SEED, kills: { ...kills, inAll: KILLS }, wechat: { errorsAndDelays: moods, silences }, steps: { ...steps, refused: load.refused, lost: steps.lost.length },
      notices: { ...notices, doubled: notices.doubled.length, lost: notices.lost.length, unowed: notices.unowed.length },
      copies: { ...copies, doubled: copies.doubled.length, missing: copies.missing.length, repeated: copies.repeated.length, left: copies.left.length },
      credits: { ...credits, wrong: credits.wrong.length }, reminders: { ...reminders, doubled: reminders.doubled.length }, unfinished: unfinished.length,
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  }
  expect(wrongIn(tally)).toEqual({})
  // There was something to lose, and something to tell.
  expect(Object.values(kills).reduce((sum, n) => sum + n)).toBe(KILLS)
  expect(tally.steps.acknowledged).toBeGreaterThan(KILLS)
  expect(tally.notices.owed).toBeGreaterThan(KILLS)
  expect(tally.copies.sent).toBeGreaterThan(0)
}, 120_000 + KILLS * 20_000)

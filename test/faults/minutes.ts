import { setTimeout as pass } from 'node:timers/promises'
import type { KillableCloud } from './killableCloud'
import { until } from './killableCloud'
import type { CaseRecord, EventRecord } from './records'
import type { Seeded } from './seeded'

export const HOUR = 3600_000

/** One run of the clock that came to its end: when it began, and when it was over, by the cloud's own time. ms */
export interface Swept { from: number; to: number }

export interface Minutes { swept: Swept[]; kills: { clock: number; courier: number; cloud: number }; overlapped: number }

/** A killed function lives on for at most so long after it was seen at work. ms */
const LIVES_ON = 80

/**
 * Lets time go by in jumps, each drawn, and has the timers run after each: most times two clocks at once, some of them killed midway, some with the whole cloud.
 * What is longer than a minute was missed: several runs of it are one.
 * @param jump draws how far it goes, ms
 */
export async function passMinutes(cloud: KillableCloud, draw: Seeded, end: number, jump: (draw: Seeded) => number, minutes: Minutes): Promise<void> {
  for (let now = await cloud.now(); now < end;) {
    now = await cloud.moveTime(Math.min(jump(draw), Math.max(end - now, 1)))
    await oneMinute(cloud, draw, minutes)
  }
}

async function oneMinute(cloud: KillableCloud, draw: Seeded, minutes: Minutes): Promise<void> {
  const victim = draw.oneOf(['nobody', 'nobody', 'clock', 'clock', 'courier', 'cloud'] as const)
  const two = draw.next() < 0.7
  if (two) minutes.overlapped += 1
  const livesOn = draw.below(LIVES_ON)
  const sweeps = Promise.all([sweep(cloud, minutes), ...(two ? [sweep(cloud, minutes)] : []), cloud.fire('courier').catch(() => null)])
  if (victim !== 'nobody' && await killMidway(cloud, victim, livesOn, sweeps)) minutes.kills[victim] += 1
  await sweeps
}

/** A run that fails left something for the next one. */
async function sweep(cloud: KillableCloud, { swept }: Minutes): Promise<void> {
  const from = await cloud.now()
  const ended = await cloud.fire('clock').then(() => true, () => false)
  if (ended) swept.push({ from, to: await cloud.now().catch(() => from + HOUR) })
}

/** @returns false where everything was over before */
async function killMidway(cloud: KillableCloud, victim: 'clock' | 'courier' | 'cloud', livesOn: number, sweeps: Promise<unknown>): Promise<boolean> {
  let over = false
  void sweeps.finally(() => { over = true })
  const atWork = victim === 'cloud' ? 'clock' : victim
  let pid: number | undefined
  await until(async () => over || (pid = await cloud.busy(atWork)) !== undefined)
  await pass(livesOn)
  if (pid === undefined || over) return false
  if (victim === 'cloud') {
    await cloud.killCloud()
    return true
  }
  if (await cloud.busy(victim) !== pid) return false
  process.kill(pid, 'SIGKILL')
  return true
}

/**
 * Something that the clock owes a case, from a moment on: worked out by hand, from what people did and when. `says`: what stands in its event beside the type.
 * `slack`: how exactly the moment is known. `until`: later it is not owed any more, because something else has come instead. ms
 */
export interface OwedByClock { caseId: string; type: string; says?: Readonly<Record<string, unknown>>; from: number; slack: number; until?: number }

/** Everything of these that stands in a case is owed by somebody's silence. What is late is said as often as it takes: see `reminders` in the tally. */
const COUNTED = (event: EventRecord) => ['Lapsed', 'OfferAgreed', 'Closed', 'Escalated', 'SupplierMissed'].includes(event.type) || (event.type === 'Reminded' && event['late'] === false)

/**
 * Holds what the clock did against what it owed: each thing once, not before its time, and no later than the first run that began after it and came to its end.
 * @returns what is wrong, in words; nothing that nobody owed may stand there either
 */
export function clockTrouble(cases: readonly CaseRecord[], owed: readonly OwedByClock[], swept: readonly Swept[]): string[] {
  const left = new Map(cases.map(c => [c._id, c.events.filter(e => e.by.party === 'system' && COUNTED(e))]))
  const lost = owed.flatMap(({ caseId, type, says = {}, from, slack, until = Infinity }) => {
    const what = `case ${caseId}: ${[type, ...Object.values(says)].join(' ')}`
    const isIt = (e: EventRecord) => e.type === type && Object.entries(says).every(([field, value]) => e[field] === value)
    const here = left.get(caseId) ?? []
    const done = here.filter(isIt)
    left.set(caseId, here.filter(e => !isIt(e)))
    const latest = Math.min(...swept.filter(s => s.from >= from + slack && s.to < until).map(s => s.to))
    if (done.length > 1) return [`${what} ${done.length} times`]
    const [once] = done
    if (!once) return latest < Infinity ? [`${what} did not come`] : []
    if (once.at < from) return [`${what} came ${from - once.at} ms too early`]
    return once.at > Math.min(latest, until) ? [`${what} came ${once.at - Math.min(latest, until)} ms too late`] : []
  })
  const surplus = [...left].flatMap(([id, events]) => events.map(e => `case ${id}: ${e.type}, which nobody owed`))
  return [...lost, ...surplus]
}

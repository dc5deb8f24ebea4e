import type { Load } from './load'
import { kill } from './kills'
import { until } from './killableCloud'
import type { LosingWays } from './losingWays'
import type { OutsideServices } from './outsideServices'
import { Seeded } from './seeded'

/** What is killed: as in `kills.ts`; `asked`: every courier at work in the very moment in which a service outside is asked, before it has taken the message or after. */
export type TellersVictim = 'courier' | 'cloud' | 'asked'

/** As often as they stand here. */
const VICTIMS: readonly TellersVictim[] = ['courier', 'courier', 'courier', 'cloud', 'asked', 'asked', 'asked', 'asked']
const SERVICES = ['robot', 'mail', 'sms'] as const

/** Calls that are answered between two kills, at most. */
const BETWEEN = 4
/** Time goes on by so much, only at every third kill: what a robot may say in a minute is to be used up. ms */
const MOVES = { each: 3, least: 20_000, most: 120_000 }
/** Once so often a service never answers: the courier waits for eight seconds then. */
const SILENCE = 20

/** Kills so many processes that tell people, each at a moment drawn by the seed, while the services outside answer as they like and robots and mailboxes are lost. */
export async function killTellers(load: Load, outside: OutsideServices, losing: LosingWays, seed: number, times: number, say: (line: string) => void): Promise<Record<TellersVictim, number>> {
  const { cloud } = load
  const draw = new Seeded(seed, 'tellers')
  const kills: Record<TellersVictim, number> = { courier: 0, cloud: 0, asked: 0 }
  outside.trouble(new Seeded(seed, 'services'))
  for (let round = 0; round < times; round++) {
    const from = load.answered + 1 + draw.below(BETWEEN)
    await until(async () => load.answered >= from)
    if (round % MOVES.each === 0) await cloud.moveTimeBetween(MOVES.least + draw.below(MOVES.most - MOVES.least), () => !outside.isAnswering)
    await losing.round(round)
    if (round % SILENCE === 2) outside.silence()
    const victim = draw.oneOf(VICTIMS)
    if (victim === 'asked') {
      await outside.killWhenAsked({ service: draw.oneOf(SERVICES), when: draw.oneOf(['before', 'after']) }, async () => {
        for (const pid of await cloud.allBusy('courier')) process.kill(pid, 'SIGKILL')
      })
    } else await kill(victim, cloud, load, draw)
    kills[victim] += 1
    if ((round + 1) % 25 === 0) say(`${round + 1} of ${times} who tell killed, ${load.answered} calls answered`)
  }
  outside.trouble(null)
  return kills
}

import { setTimeout as pass } from 'node:timers/promises'
import type { KillableCloud } from './killableCloud'
import { until } from './killableCloud'
import type { Load } from './load'
import { Seeded } from './seeded'

/**
 * What is killed. `cloud`: gateway and database at once, because they are one process here; `sending`: the courier in the very moment in which WeChat is asked,
 * before or after WeChat has taken the message.
 */
export type Victim = 'courier' | 'clock' | 'api' | 'cloud' | 'sending'

/** As often as they stand here. */
const VICTIMS: readonly Victim[] = ['courier', 'courier', 'courier', 'clock', 'clock', 'api', 'cloud', 'cloud', 'sending', 'sending']

/** Calls that are answered between two kills, at most. */
const BETWEEN = 4
/** How far time goes on between two kills, beside by itself: what is gathered or tried again has its turn, and nudges come. ms */
const MOVES = { least: 3_000, most: 40_000 }
/** After it was seen at work, the victim lives on for at most so long; ms. Most of its calls take about that. */
const LIVES_ON = 60

/** WeChat's errors [wechat: table of send errors], slowness and silence. As often as they stand here. */
const MOODS: readonly Readonly<Record<string, unknown>>[] = [
  { errcode: 43101 }, { errcode: 43107 }, { errcode: 43108 }, { errcode: 45168 }, { errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid' }, { errcode: 41030 },
  { errcode: 40037 }, { errcode: 40003 }, { errcode: 40001 }, { errcode: 40014 }, { errcode: -1 }, { errcode: 45009 },
  { delayMs: 40 }, { delayMs: 150 }, { delayMs: 400 }, { lost: true }, { lost: true },
]
/** Once so often WeChat never answers: the courier waits for eight seconds then. */
const SILENCE = 25

export interface Killed { kills: Record<Victim, number>; moods: number; silences: number }

/** Kills so many processes, one after the other, each at a moment drawn by the seed, while WeChat changes its mood and time goes by faster than it does. */
export async function killAround(load: Load, seed: number, times: number, say: (line: string) => void): Promise<Killed> {
  const { cloud } = load
  const draw = new Seeded(seed, 'kills')
  const killed: Killed = { kills: { courier: 0, clock: 0, api: 0, cloud: 0, sending: 0 }, moods: 0, silences: 0 }
  for (let round = 0; round < times; round++) {
    const from = load.answered + 1 + draw.below(BETWEEN)
    await until(async () => load.answered >= from)
    await cloud.moveTime(MOVES.least + draw.below(MOVES.most - MOVES.least))
    for (let moods = draw.below(3); moods > 0; moods--) {
      await cloud.wechatFault({ ...draw.oneOf(MOODS), times: 1 })
      killed.moods += 1
    }
    if (round % SILENCE === 2) {
      await cloud.wechatFault({ never: true, times: 1 })
      killed.silences += 1
    }
    await letTemplatesGo(cloud)
    const victim = draw.oneOf(VICTIMS)
    await kill(victim, cloud, load, draw)
    killed.kills[victim] += 1
    if ((round + 1) % 25 === 0) say(`${round + 1} of ${times} killed, ${load.answered} calls answered`)
  }
  return killed
}

/** WeChat lets a stopped template be used again; else one answer of 43107 would end all messages for a day. */
async function letTemplatesGo({ db }: KillableCloud): Promise<void> {
  await db.collection('messageTemplates').where({ code: 43107 }).remove()
}

export async function kill(victim: Victim, cloud: KillableCloud, load: Load, draw: Seeded): Promise<void> {
  const livesOn = draw.below(LIVES_ON)
  switch (victim) {
    case 'cloud':
      await pass(livesOn)
      return cloud.killCloud()
    case 'sending': {
      const before = await cloud.sendingKills()
      await cloud.wechatFault({ kill: draw.oneOf(['before', 'after']), times: 1 })
      // Somebody may be sent a message at any time as long as people say yes to some.
      await until(async () => {
        await letTemplatesGo(cloud)
        return await cloud.sendingKills() <= before
      })
      return
    }
    default:
      for (;;) {
        let seen: number | undefined
        await until(async () => (seen = await cloud.busy(victim)) !== undefined)
        await pass(livesOn)
        // Its call may be over by now: then the next one.
        if (seen === undefined || await cloud.busy(victim) !== seen) continue
        process.kill(seen, 'SIGKILL')
        await until(async () => await cloud.busy(victim) !== seen)
        return
      }
  }
}

import { createHash } from 'node:crypto'
import type { Place } from '../../../domain/notice/fallback/fallback'
import { allTaken, takeTurn } from '../../../domain/notice/fallback/robotTurns'
import { _, findById, insertOnce, updateOne } from '../../lib/database'

/** A group's robot. Whoever has its key can write into the group, so no view hands it out. */
export interface RobotDocument {
  _id: Place
  /** null: it was taken away. */
  key: string | null
  /** Who put it there, for the record. */
  setBy: string
  /** Since when it is there, or there again. ms */
  setAt: number
  /** WeCom does not know it any more, since then; null while it does, as far as is known. ms */
  goneAt: number | null
}

/** When messages of one robot were sent, by whichever courier, for whichever place. */
interface TurnsDocument {
  /** Made of the key, which it does not tell. */
  _id: string
  taken: number[]
  /** Guards writes. */
  version: number
}

/** Others may take turns at the same moment; so many looks are more than there are couriers. */
const LOOKS = 10

/** Takes one of the robot's turns, so that all couriers together never send more than WeCom takes. @returns when to come back; null: now */
export async function takeRobotTurn(key: string, now: number): Promise<number | null> {
  const _id = turnsId(key)
  for (let look = 0; look < LOOKS; look++) {
    const known = await findById<TurnsDocument>('robotTurns', _id)
    const turn = takeTurn(known?.taken ?? [], now)
    if ('freeAt' in turn) return turn.freeAt
    if (known === null ? await insertOnce<TurnsDocument>('robotTurns', { _id, taken: turn.taken, version: 1 }) : await updateOne('robotTurns', { _id, version: known.version }, { taken: _.set(turn.taken), version: _.inc(1) })) return null
  }
  // Others had them all.
  return now + 60_000
}

/** WeCom says that there were too many. */
export async function noTurnsLeft(key: string, now: number): Promise<void> {
  await updateOne('robotTurns', { _id: turnsId(key) }, { taken: _.set(allTaken(now)), version: _.inc(1) })
}

/** The robot of a place that can be asked; null where there is none. */
export async function workingRobot(place: string): Promise<(RobotDocument & { key: string }) | null> {
  const robot = await findById<RobotDocument>('robots', place)
  return robot !== null && robot.key !== null && robot.goneAt === null ? { ...robot, key: robot.key } : null
}

function turnsId(key: string): string {
  return createHash('sha256').update(`robot:${key}`).digest('hex')
}

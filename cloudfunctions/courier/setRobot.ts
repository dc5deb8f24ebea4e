import { insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'
import { ownPlace } from './channels/ownPlace'
import type { RobotDocument } from './channels/robots'

/** Puts a group's robot in place of the one before. Of two at once the later one stands. */
export const setRobot: UseCase<'setRobot'> = async (caller, { place, key }, now) => {
  const own = await ownPlace(caller, place)
  const robot: RobotDocument = { _id: own.id, key, setBy: caller.personId, setAt: now, goneAt: null }
  const { _id, ...change } = robot
  if (!(await updateOne('robots', { _id }, change))) await insertOnce('robots', robot)
  return channelsPage(caller.personId, own, now)
}

import { updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'
import { ownPlace } from './channels/ownPlace'

/** Nothing goes to the group any more; what was due ends unsent. Repeating it changes nothing. */
export const removeRobot: UseCase<'removeRobot'> = async (caller, { place }, now) => {
  const own = await ownPlace(caller, place)
  await updateOne('robots', { _id: own.id }, { key: null, goneAt: null })
  return channelsPage(caller.personId, own, now)
}

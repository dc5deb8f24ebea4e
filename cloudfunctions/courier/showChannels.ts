import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'
import { ownPlace, someoneAtWork } from './channels/ownPlace'

export const showChannels: UseCase<'showChannels'> = async (caller, { place }, now) => {
  const own = place ? await ownPlace(caller, place) : null
  if (!own) await someoneAtWork(caller)
  return channelsPage(caller.personId, own, now)
}

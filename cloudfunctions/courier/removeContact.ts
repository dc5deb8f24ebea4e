import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'

/** Nothing goes there any more. Repeating it changes nothing. Open to who has no role any more, too: it is their address. */
export const removeContact: UseCase<'removeContact'> = async ({ personId }, { way }, now) => {
  await updateOne('contacts', { _id: personId }, { [way]: _.set(null), [`pending.${way}`]: _.set(null), [`gone.${way}`]: _.set(null) })
  return channelsPage(personId, null, now)
}

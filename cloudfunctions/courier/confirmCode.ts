import { refuse } from '../../domain/contract/refusal'
import { MOST_GUESSES } from '../../domain/notice/fallback/code'
import { _, findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { channelsPage } from './channels/channelsPage'
import { codeHash } from './channels/codeHash'
import type { ContactsDocument } from './channels/contacts'
import { someoneAtWork } from './channels/ownPlace'

/** Takes an address as the caller's, by the code that was sent to it. A guess counts before it is looked at, so that a hundred at once are five. */
export const confirmCode: UseCase<'confirmCode'> = async (caller, { way, code }, now) => {
  const { personId } = caller
  await someoneAtWork(caller)
  const path = `pending.${way}`
  const counted = await updateOne('contacts', { _id: personId, [`${path}.guesses`]: _.lt(MOST_GUESSES), [`${path}.until`]: _.gt(now) }, { [`${path}.guesses`]: _.inc(1) })
  const pending = counted ? (await findById<ContactsDocument>('contacts', personId))?.pending[way] : null
  if (!pending) return refuse('CODE_OVER', '验证码过期了，或者错得太多了，请重新要一个', 'code')
  const hash = codeHash(personId, way, pending.address, code)
  const confirmed = hash === pending.hash && await updateOne('contacts', { _id: personId, [`${path}.hash`]: hash }, { [way]: _.set({ address: pending.address, since: now }), [path]: _.set(null), [`gone.${way}`]: _.set(null) })
  if (!confirmed) refuse('BAD_CODE', '验证码不对', 'code')
  return channelsPage(personId, null, now)
}

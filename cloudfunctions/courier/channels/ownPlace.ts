import type { Input } from '../../../domain/contract/calls'
import { refuse } from '../../../domain/contract/refusal'
import type { Place } from '../../../domain/notice/fallback/fallback'
import type { Community } from '../../../domain/orders/order'
import { leads, suppliesFor, worksFor } from '../../../domain/people/relation'
import type { Person } from '../../../domain/people/person'
import type { Caller } from '../../lib/caller'
import { findById } from '../../lib/database'
import { loadPerson } from '../../lib/people'
import type { SupplierDocument } from '../../lib/supplier'

export type AskedPlace = Input<'setRobot'>['place']

export interface OwnPlace { person: Person; id: Place; name: string }

/** A group that the caller may say the robot of: the community's is its leader's alone, a supplier's theirs who act for it. Anybody else's is not there. */
export async function ownPlace(caller: Caller, place: AskedPlace): Promise<OwnPlace> {
  const person = await someoneAtWork(caller)
  if (place.kind === 'supplier') {
    const supplier = suppliesFor(person, place.id) ? await findById<SupplierDocument>('suppliers', place.id) : null
    return supplier ? { person, id: `supplier:${place.id}`, name: supplier.name } : refuse('NOT_FOUND', '找不到这个供货商', 'place.id')
  }
  if (!worksFor(person, place.id)) refuse('NOT_ALLOWED', '只有团长能看这里')
  if (!leads(person, place.id)) refuse('LEADER_ONLY', '这一步只有团长本人能做')
  const community = await findById<Community>('communities', place.id)
  if (!community) throw new Error(`community ${place.id} is missing`)
  return { person, id: `community:${place.id}`, name: community.name }
}

/** Refuses who handles no cases anywhere: residents are told by WeChat, or by their leader. */
export async function someoneAtWork(caller: Caller): Promise<Person> {
  const person = await loadPerson(caller)
  return person.roles.length > 0 ? person : refuse('NOT_ALLOWED', '这里是给团长、供货商和平台用的')
}

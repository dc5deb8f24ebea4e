import type { Person, Role } from '../../domain/people/person'
import type { Caller } from './caller'
import { _, findById, insertOnce, updateOne } from './database'

/** The person who calls; somebody never seen before has no roles and is not written down by looking. */
export async function loadPerson(caller: Caller): Promise<Person> {
  return (await findById<Person>('people', caller.personId)) ?? newPerson(caller, '', 0)
}

/** Writes a person down on the first thing that they own. Repeating it changes nothing. */
export async function ensurePerson(caller: Caller, now: number): Promise<void> {
  await insertOnce('people', newPerson(caller, '', now))
}

/** Gives a role, once. `name` is how the person wants to be called; '' leaves it as it is. */
export async function giveRole(caller: Caller, role: Role, name: string, now: number): Promise<void> {
  await ensurePerson(caller, now)
  await updateOne('people', { _id: caller.personId }, { roles: _.addToSet(role), ...(name === '' ? {} : { name }) })
}

function newPerson(caller: Caller, name: string, now: number): Person {
  return { _id: caller.personId, openid: caller.openid, name, roles: [], createdAt: now }
}

import type { Community } from '../../domain/orders/order'
import type { Desk } from '../../domain/people/desk'
import type { Person, StoredPerson, StoredRole } from '../../domain/people/person'
import { inForce } from '../../domain/people/team'
import type { Caller } from './caller'
import { _, insertOnce, updateOne } from './database'
import { of, one, page, pointedTo, readTogether } from './oneRequest'

/** The person who calls; somebody never seen before has no roles and is not written down by looking. */
export async function loadPerson(caller: Caller): Promise<Person> {
  return await findPerson(caller.personId) ?? nobodyYet(caller)
}

/** Anybody, with the roles that count now. @returns null for somebody never written down */
export async function findPerson(personId: string): Promise<Person | null> {
  const found = await readTogether(one<StoredPerson>('people', { _id: personId }), rolesBeside())
  return found && personOf(found)
}

/** Hung on any document: who calls, with what says which of their roles count. */
export function callerBeside(caller: Caller) {
  return {
    me: page<StoredPerson>('people', { _id: caller.personId }, { limit: 1 }), mine: of('me', communitiesBeside()),
    desks: of('me', pointedTo<Desk>('desks', 'roles.deskId')), served: of('desks', pointedTo<Community>('communities', 'communityIds')),
  }
}

/** Who calls, as they were read beside a document. */
export function callerRead(caller: Caller, { me: [document], mine, desks, served }: { me: StoredPerson[]; mine: Community[]; desks: Desk[]; served: Community[] }): Person {
  return document ? inForce(document, { communities: mine, desks, served }) : nobodyYet(caller)
}

function nobodyYet(caller: Caller): Person {
  return { ...newPerson(caller, '', 0), roles: [] }
}

/** The person that a document beside what says which roles count is about. */
export function personOf({ document, ...read }: { document: StoredPerson; communities: Community[]; desks: Desk[]; served: Community[] }): Person {
  return inForce(document, read)
}

/** Beside a person: communities and desks that their roles lead to, and the communities of these desks. Without them nobody knows what counts. */
export function rolesBeside() {
  return { communities: communitiesBeside(), desks: pointedTo<Desk>('desks', 'roles.deskId'), served: of('desks', pointedTo<Community>('communities', 'communityIds')) }
}

/** Beside a person: the communities that their roles lead to. */
export function communitiesBeside() {
  return pointedTo<Community>('communities', 'roles.communityId')
}

/** Writes a person down on the first thing that they own. Repeating it changes nothing. */
export async function ensurePerson(caller: Caller, now: number): Promise<void> {
  await insertOnce('people', newPerson(caller, '', now))
}

/** Gives a role, once. `name` is how the person wants to be called; '' leaves it as it is. */
export async function giveRole(caller: Caller, role: StoredRole, name: string, now: number): Promise<void> {
  await ensurePerson(caller, now)
  await updateOne('people', { _id: caller.personId }, { roles: _.addToSet(role), ...(name === '' ? {} : { name }) })
}

function newPerson(caller: Caller, name: string, now: number): StoredPerson {
  return { _id: caller.personId, openid: caller.openid, name, roles: [], createdAt: now }
}

import { createHash } from 'node:crypto'
import type { DeskPage } from '../../domain/contract/calls'
import { refuse, Refused, type Refusal } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { manages, operatorOf, operatorsOf, type Capability, type Desk } from '../../domain/people/desk'
import { sidesOf, viewerOf } from '../../domain/people/relation'
import { needsAnother } from '../../domain/people/whoActs'
import type { Person } from '../../domain/people/person'
import type { Caller } from './caller'
import { notHiddenFrom, type CaseDocument } from './cases'
import { _, db, findById, MOST_DOCUMENTS, updateOne } from './database'
import { one, page, pointedTo, readTogether } from './oneRequest'
import { loadPerson } from './people'
import type { Invited } from './roleInvitation'

/** A link that lets a colleague into a desk. */
export interface DeskInvitation extends Invited {
  deskId: string
  capabilities: Capability[]
  limit: number | null
}

/** Several managers may change the same desk at the same moment. */
const TRIES = 5
/** Far more than a desk has sent out at a time. */
const MOST_INVITATIONS = 100

export function deskInvitationId(token: string): string {
  return createHash('sha256').update(`desk:${token}`).digest('hex')
}

/** The invitation, while this person may take it or complete what they began. Unknown, used and expired are answered alike. */
export async function openDeskInvitation(token: string, personId: string, now: number): Promise<DeskInvitation> {
  const invitation = await findById<DeskInvitation>('deskInvitations', deskInvitationId(token))
  const mine = invitation?.acceptedBy === personId && !invitation.done
  if (!invitation || (!mine && (invitation.done || invitation.acceptedBy !== null || invitation.expiresAt <= now))) return deskInvitationGone()
  return invitation
}

export function deskInvitationGone(): never {
  return refuse('INVITATION_GONE', '这个邀请已经用过或者过期了，请同事再发一个', 'token')
}

/** A desk that the caller works at. Anybody else's is answered like one that does not exist. */
export async function ownDesk(caller: Caller, deskId: string): Promise<Desk> {
  const desk = await findById<Desk>('desks', deskId)
  if (!desk || !operatorOf(desk, caller.personId)) refuse('NOT_FOUND', '找不到这个平台', 'deskId')
  return desk
}

/** A desk that the caller manages. */
export async function managedDesk(caller: Caller, deskId: string): Promise<Desk> {
  const desk = await ownDesk(caller, deskId)
  if (!manages(desk, caller.personId)) refuse('NOT_YOUR_CAPABILITY', '这一步归「管理」，请让他们来')
  return desk
}

/**
 * Changes who is in a desk, guarded by its version: of two changes at the same moment the second looks again.
 * @param change the members as they should be, or why not
 * @returns the members as they are now
 */
export async function changeMembers(load: () => Promise<Desk>, change: (desk: Desk) => Desk['members'] | Refusal): Promise<Desk['members']> {
  for (let tried = 0; tried < TRIES; tried++) {
    const desk = await load()
    const members = change(desk)
    if (isRefusal(members)) throw new Refused(members)
    if (members === desk.members) return members
    if (await updateOne('desks', { _id: desk._id, version: desk.version }, { members: _.set(structuredClone(members)), version: _.inc(1) })) return members
  }
  throw new Error(`a desk changed ${TRIES} times while its people were changed`)
}

/** Members are objects; a refusal's code is a text. */
function isRefusal(members: Desk['members'] | Refusal): members is Refusal {
  return typeof members['code'] === 'string'
}

/** The desk as it stands now, for its own people. */
export async function deskPage(caller: Caller, deskId: string, now: number): Promise<DeskPage> {
  const found = await readTogether(one<Desk>('desks', { _id: deskId }), {
    communities: pointedTo<Community>('communities', 'communityIds'),
    invitations: page<DeskInvitation>('deskInvitations', { deskId, acceptedBy: null, done: false, expiresAt: _.gt(now) }, { sort: { createdAt: -1 }, limit: MOST_INVITATIONS }),
  })
  const me = found && operatorOf(found.document, caller.personId)
  if (!found || !me) return refuse('NOT_FOUND', '找不到这个平台', 'deskId')
  const { document: desk, communities, invitations } = found
  const served = communities.filter(c => c.deskId === desk._id)
  return {
    id: desk._id, name: desk.name, phone: desk.phone, me, members: operatorsOf(desk),
    communities: served.map(c => ({ id: c._id, name: c.name, leaderName: c.leaderName, leaderPhone: c.leaderPhone })),
    needAnother: await waitingForAnother(await loadPerson(caller), served.map(c => c._id)),
    // One that was given by somebody who no longer manages brings nobody in.
    invitations: manages(desk, caller.personId) ? invitations.filter(i => manages(desk, i.by)).map(({ _id, capabilities, limit, expiresAt }) => ({ id: _id, capabilities, limit, expiresAt })) : [],
  }
}

/** What nobody of the desk may decide: appeals that whoever could has refused, and what nobody is left for. As far as it exists for who asks. */
async function waitingForAnother(person: Person, communityIds: string[]): Promise<number> {
  const here = { communityId: _.in(communityIds), holder: 'operator', ...notHiddenFrom(person._id, sidesOf(person)) }
  const { data } = await db.collection('cases').where(_.or([{ ...here, 'state.decision': 'appealed' }, { ...here, 'state.nobodyThere': _.gt(0) }])).field({ state: true }).limit(MOST_DOCUMENTS).get()
  return (data as Pick<CaseDocument, 'state'>[]).filter(({ state }) => {
    const { appealDeciders = [], onSide = [] } = viewerOf(person, 'operator', state.communityId)
    return needsAnother(state, appealDeciders, onSide)
  }).length
}

/** Ends what a person was given at a desk, as far as it stands elsewhere: none of their invitations brings it back. */
export async function forgetOperator(deskId: string, personId: string): Promise<void> {
  await updateOne('people', { _id: personId }, { roles: _.pull({ role: 'operator', deskId }) })
}

/** Before somebody loses their part: the link that brought them in brings them back no more. */
export async function closeDeskInvitationsOf(deskId: string, personId: string): Promise<void> {
  await db.collection('deskInvitations').where({ deskId, acceptedBy: personId }).update({ done: true })
}

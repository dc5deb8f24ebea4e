import { BOARD_ROWS } from '../../domain/contract/boardRows'
import type { Board } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import { sidesOf } from '../../domain/people/relation'
import type { StoredPerson } from '../../domain/people/person'
import { inForce } from '../../domain/people/team'
import { boardBeside, boardOf, type BoardOf } from '../lib/board'
import type { Caller } from '../lib/caller'
import { notHiddenFrom } from '../lib/cases'
import { readAsLeader } from '../lib/community'
import type { UseCase } from '../lib/door'
import { one, readTogether } from '../lib/oneRequest'
import { rolesBeside } from '../lib/people'

type Wanted = Pick<BoardOf, 'only' | 'rows'>

/** What is about to break, what broke, and how many promises were kept: for the people of a desk, or for who leads or helps in a community. */
export const showBoard: UseCase<'showBoard'> = (caller, { of, rows = BOARD_ROWS, ...only }, now) => (of.kind === 'desk' ? ofDesk(caller, of.id, { only, rows }, now) : ofCommunity(caller, of.id, { only, rows }, now))

async function ofDesk(caller: Caller, deskId: string, wanted: Wanted, now: number): Promise<Board> {
  const me = one<StoredPerson>('people', { _id: caller.personId })
  const known = await readTogether(me, rolesBeside())
  const person = known && inForce(known.document, known)
  const role = person?.roles.find(r => r.role === 'operator' && r.deskId === deskId)
  if (!known || !person || role?.role !== 'operator') refuse('NOT_FOUND', '找不到这个平台', 'of.id')
  const communities = known.served.filter(c => role.communityIds.includes(c._id))
  const what: BoardOf = { communityIds: communities.map(c => c._id), seen: notHiddenFrom(person._id, sidesOf(person)), ...wanted }
  const found = await readTogether(me, boardBeside(what, now))
  if (!found) throw new Error('who asked is gone')
  return boardOf(communities, what, found, now)
}

async function ofCommunity(caller: Caller, communityId: string, wanted: Wanted, now: number): Promise<Board> {
  const what: BoardOf = { communityIds: [communityId], seen: notHiddenFrom(caller.personId, [communityId]), ...wanted }
  const found = await readAsLeader(caller, communityId, boardBeside(what, now))
  return boardOf(found.myCommunities.filter(c => c._id === communityId), what, found, now)
}

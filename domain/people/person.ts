import type { Capability } from './desk'
import type { Part } from './team'

/** A role that counts now. A resident needs none: who bound an order is its household's member. */
export type Role =
  | { role: 'leader'; communityId: string; names?: Names }
  | { role: 'supplier'; supplierId: string; communityId: string }
  /** 帮手. `limit`: fen that may be settled or offered in one case. */
  | { role: 'helper'; communityId: string; limit: number; names?: Names }
  /** 帮卖团长. */
  | { role: 'helperLeader'; communityId: string; part: Part; names?: Names }
  /** 平台客服/运营 of a desk: in the communities that it serves. `limit`: fen in one case, null for no limit of theirs. `appealDeciders`: of the whole desk; `onSide`: who of it is on the leader's side as well, by community. */
  | { role: 'operator'; deskId: string; deskName: string; communityIds: string[]; capabilities: Capability[]; limit: number | null; names?: Names; appealDeciders?: readonly string[]; onSide?: Readonly<Record<string, readonly string[]>> }

/** How those who work in a community are called, by person id. */
type Names = Readonly<Record<string, string>>

/** What is kept with a person. That of a community or of a desk only says where to look: see `inForce`. */
export type StoredRole =
  | { role: 'leader'; communityId: string }
  | { role: 'team'; communityId: string }
  | { role: 'supplier'; supplierId: string; communityId: string }
  | { role: 'operator'; deskId: string }

interface Known {
  /** Derived from the first login, so that one read finds the person; tells nothing about it. */
  _id: string
  /** Set for those who can be reached in WeChat; never leaves the cloud. */
  openid: string | null
  name: string
  createdAt: number
}

export interface StoredPerson extends Known {
  roles: StoredRole[]
}

export interface Person extends Known {
  roles: Role[]
}

/** A role someone was given. A resident needs none: who bound an order is its household's member. */
export type Role =
  | { role: 'leader'; communityId: string }
  | { role: 'supplier'; supplierId: string; communityId: string }

export interface Person {
  /** Derived from the first login, so that one read finds the person; tells nothing about it. */
  _id: string
  /** Set for those who can be reached in WeChat; never leaves the cloud. */
  openid: string | null
  name: string
  roles: Role[]
  createdAt: number
}

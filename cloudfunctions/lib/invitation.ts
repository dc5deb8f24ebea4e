import { createHash } from 'node:crypto'

export interface InvitationDocument {
  /** Hash of the token. */
  _id: string
  supplierId: string
  communityId: string
  expiresAt: number
  /** Person id of the one who took it; it works once. */
  acceptedBy: string | null
  createdAt: number
}

export function invitationId(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

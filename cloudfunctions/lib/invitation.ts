import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { findById } from './database'
import { giveTryBack, takeTry } from './linkTries'

/** A link that a leader sent to a supplier. Only the hash of its token is stored: whoever reads the database cannot use it. */
export interface InvitationDocument {
  /** Hash of the token. */
  _id: string
  supplierId: string
  communityId: string
  /** The group-buy it opens; null, or missing on old ones, where it is for the supplier alone. */
  groupBuyId?: string | null
  expiresAt: number
  /** Person id of the one who took it; it works once. */
  acceptedBy: string | null
  createdAt: number
  /** Missing on old ones. */
  revokedAt?: number | null
}

/** 192 bits: nobody finds one by trying. */
const TOKEN_BYTES = 24

export function drawToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

export function invitationId(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Neither revoked nor expired; whether somebody has taken it is another question. */
export function isLive(link: InvitationDocument, now: number): boolean {
  return typeof link.revokedAt !== 'number' && link.expiresAt > now
}

/** The one answer to every token that is good for nothing: who guesses learns nothing from it. */
export function gone(): never {
  return refuse('INVITATION_GONE', '这个链接用过、过期或者收回了，请团长再发一个', 'token')
}

/** A live link by its token. Unknown, expired and revoked are answered alike, and each costs the caller one of few tries an hour. */
export async function liveLink(caller: Caller, token: string, now: number): Promise<InvitationDocument> {
  await takeTry(caller, now)
  const link = await findById<InvitationDocument>('invitations', invitationId(token))
  if (!link || !isLive(link, now)) gone()
  await giveTryBack(caller, now)
  return link
}

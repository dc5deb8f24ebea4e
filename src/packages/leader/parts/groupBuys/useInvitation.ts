import { useState } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { useSending, type Sending } from '../../../../cloud/useSending'
import type { Share } from './ShareSheet'
import type { Supplier } from './Suppliers'

export interface Invitation extends Sending {
  /** Whom it is for; null while nobody is being invited. */
  supplier: Supplier | null
  /** Null while it is being made. */
  share: Share | null
  expiresAt: number | null
  make: (supplier: Supplier) => void
  close: () => void
}

/** A one-time invitation: made when asked for, forgotten when its sheet is closed. One that was made and not sent simply expires. */
export function useInvitation(communityName: string): Invitation {
  const sending = useSending()
  const [supplier, setSupplier] = useState<Supplier | null>(null)
  const [made, setMade] = useState<Answers['inviteSupplier'] | null>(null)
  return {
    ...sending, supplier,
    share: made && { title: `${communityName}团长请「${made.supplierName}」来回话`, path: `/packages/supplier/join/index?token=${made.token}` },
    expiresAt: made?.expiresAt ?? null,
    make(whom) {
      setSupplier(whom)
      setMade(null)
      void sending.send(async () => setMade(await call('inviteSupplier', { supplierId: whom.id })))
    },
    close() {
      setSupplier(null)
      setMade(null)
      sending.forget()
    },
  }
}

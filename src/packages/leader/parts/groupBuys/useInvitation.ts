import { useState } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh } from '../../../../cloud/useAnswer'
import { useSending, type Sending } from '../../../../cloud/useSending'
import type { Share } from '../../../../components/ShareSheet/ShareSheet'

export interface Invitation extends Sending {
  /** Whom it is for; null while nobody is being invited. */
  supplier: { id: string; name: string } | null
  /** Null while it is being made. */
  share: Share | null
  expiresAt: number | null
  make: (supplier: { id: string; name: string }, groupBuyId?: string) => void
  /** The same once more, after it failed. */
  again: () => void
  close: () => void
}

/** A one-time link: made when asked for, forgotten when its sheet is closed. One that was made and not sent can be taken back, or expires. */
export function useInvitation(communityName: string): Invitation {
  const sending = useSending()
  const [asked, setAsked] = useState<{ supplier: { id: string; name: string }; groupBuyId?: string } | null>(null)
  const [made, setMade] = useState<Answers['inviteSupplier'] | null>(null)
  const send = ({ supplier, groupBuyId }: NonNullable<typeof asked>) => void sending.send(async () => {
    setMade(await call('inviteSupplier', { supplierId: supplier.id, ...(groupBuyId === undefined ? {} : { groupBuyId }) }))
    refresh('showSupplier')
  })
  return {
    ...sending, supplier: asked?.supplier ?? null,
    share: made && { title: `${communityName}团长请「${made.supplierName}」来回话${made.groupBuyTitle === null ? '' : `：${made.groupBuyTitle}`}`, path: `/packages/supplier/join/index?token=${made.token}` },
    expiresAt: made?.expiresAt ?? null,
    make(supplier, groupBuyId) {
      const what = { supplier, ...(groupBuyId === undefined ? {} : { groupBuyId }) }
      setAsked(what)
      setMade(null)
      send(what)
    },
    again() {
      if (asked) send(asked)
    },
    close() {
      setAsked(null)
      setMade(null)
      sending.forget()
    },
  }
}

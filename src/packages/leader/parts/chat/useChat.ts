import { useRef, useState } from 'react'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { asCallFailed, type CallFailed } from '../../../../cloud/callFailed'
import { drawId } from '../../../../cloud/drawId'
import { refresh } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { behalfInput, missingIn, type BehalfDraft } from '../behalf/behalfDraft'
import { EMPTY, forgetChat, keepChat, openChat, rowsOf, sureOnes, toFile, type ChatDraft, type ChatRow } from './chatDraft'

export interface Chat {
  draft: ChatDraft
  write: (text: string) => void
  /** Has the cloud read what was pasted. */
  read: () => void
  /** Says yes to a row, or takes it back; nothing where something is missing still. */
  accept: (caseId: string) => void
  /** Says yes to every row that the reading was sure of. */
  acceptSure: () => void
  change: (caseId: string, next: BehalfDraft) => void
  /** Files every accepted row, one after the other; a row that was filed before stays filed. */
  file: () => void
  /** Begins with an empty page. */
  anew: () => void
  busy: boolean
  /** How many of how many, while filing. */
  progress: { done: number; of: number } | null
  failed: CallFailed | null
}

/** The way of a chat: pasted, read, looked through, filed. Kept after every step, so that an app that dies goes on where it was. */
export function useChat(groupBuyId: string, households: readonly BuyingHousehold[]): Chat {
  const [draft, setDraft] = useState<ChatDraft>(() => openChat(groupBuyId))
  const [progress, setProgress] = useState<Chat['progress']>(null)
  /** What the state will be: results come between two renders. */
  const now = useRef(draft)
  const { busy, failed, send, forget } = useSending()
  const show = (next: ChatDraft) => {
    now.current = next
    keepChat(groupBuyId, next)
    setDraft(next)
  }
  const put = (caseId: string, change: (row: ChatRow) => ChatRow) => show({ ...now.current, rows: now.current.rows?.map(row => (row.draft.caseId === caseId ? change(row) : row)) ?? null })

  const fileOne = async (row: ChatRow) => {
    try {
      await call('fileOnBehalf', behalfInput(row.draft, households, []))
      put(row.draft.caseId, r => ({ ...r, result: { state: 'filed' } }))
    } catch (trouble) {
      const why = asCallFailed(trouble)
      // No signal: nobody knows whether it arrived; the same id is sent again by the same tap.
      if (why.again) throw why
      put(row.draft.caseId, r => ({ ...r, accepted: false, result: { state: 'refused', why: why.refusal }, draft: { ...r.draft, caseId: why.code === 'LINE_HAS_OPEN_CASE' ? drawId() : r.draft.caseId } }))
    }
  }
  return {
    draft, busy, progress, failed,
    write(text) {
      forget()
      show({ ...now.current, text })
    },
    read: () => void send(async () => {
      const reading = await call('readChat', { groupBuyId, text: now.current.text })
      show({ ...now.current, rows: rowsOf(reading, households), passedOver: reading.passedOver })
    }),
    accept(caseId) {
      const row = now.current.rows?.find(r => r.draft.caseId === caseId)
      if (!row || (!row.accepted && missingIn(row.draft, households, 0) !== null)) return
      put(caseId, r => ({ ...r, accepted: !r.accepted, result: r.accepted ? r.result : null }))
    },
    acceptSure() {
      const sure = sureOnes(now.current.rows ?? [], households)
      show({ ...now.current, rows: now.current.rows?.map(row => (sure.includes(row) ? { ...row, accepted: true } : row)) ?? null })
    },
    change: (caseId, next) => put(caseId, row => ({ ...row, draft: next, accepted: false, changed: true, result: null })),
    file: () => void send(async () => {
      const rows = toFile(now.current.rows ?? [])
      setProgress({ done: 0, of: rows.length })
      try {
        for (const [done, row] of rows.entries()) {
          await fileOne(row)
          setProgress({ done: done + 1, of: rows.length })
        }
      } finally {
        setProgress(null)
        refresh('listBuyers', 'leaderInbox', 'whoAmI')
      }
    }),
    anew() {
      forget()
      forgetChat(groupBuyId)
      now.current = EMPTY
      setDraft(EMPTY)
    },
  }
}

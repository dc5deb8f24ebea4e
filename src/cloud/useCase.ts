import { useEffect, useRef, useState } from 'react'
import type { Party } from '../../domain/case/case'
import type { CaseCommandType } from '../../domain/case/commands'
import type { Answers, CaseStep, Input } from '../../domain/contract/calls'
import { sendAnswer } from '../outbox/sendAnswer'
import { forgetSheetDraft, noteLate, readSheetDraft, writeSheetDraft, type SheetDraft } from '../outbox/sheetDraft'
import { call } from './call'
import { asCallFailed, type CallFailed } from './callFailed'
import { pokeCourierIn } from './courier'
import { drawId } from './drawId'
import { refresh, useAnswer, type Asked } from './useAnswer'

export interface CaseAtHand extends Asked<Answers['showCase']> {
  /** Takes a step. True when it was taken, or waits to be sent; false: `trouble` says why not. `owner`: what its sheet's draft is kept by. */
  act: (command: CaseStep, owner?: string) => Promise<boolean>
  /** The step that is on its way. */
  acting: CaseCommandType | null
  trouble: CallFailed | null
}

/** Answers that mean: the case is not as the screen shows it. */
const OUTRUN = ['CASE_CHANGED', 'WRONG_STATE', 'NOT_YET', 'UNDO_TOO_LATE']

/** So that the answer is not asked for in the very millisecond that it changes. */
const A_MOMENT = 100

/**
 * One case as one party sees it, and the steps it may take. A step sent again after a lost answer counts once. A resident's answer waits in
 * the outbox for the signal; a leader's or supplier's decision never does: hours later, unseen, it might no longer be meant. It fails with
 * words, and the same tap sends it again under the same id.
 */
export function useCase(caseId: string | null, as: Exclude<Party, 'system'>): CaseAtHand {
  const asked = useAnswer('showCase', caseId === null ? null : { caseId, as })
  const [acting, setActing] = useState<CaseCommandType | null>(null)
  const [trouble, setTrouble] = useState<CallFailed | null>(null)
  const busy = useRef(false)
  /** The id drawn for a step that has not been answered yet, by what the step is. */
  const drawn = useRef<{ step: string; commandId: string } | null>(null)

  /** The draft of the last step, for whoever takes it back. */
  const sent = useRef<{ owner: string; draft: SheetDraft } | null>(null)

  const takesEffect = asked.data?.view.takesEffect ?? null
  const askAgain = useRef(asked.again)
  useEffect(() => { askAgain.current = asked.again })
  useEffect(() => {
    if (takesEffect === null) return
    // Then the next step is there. Asked a little early, the answer says how long it still is.
    const timer = setTimeout(() => {
      void askAgain.current()
      refresh('leaderInbox', 'supplierCases', 'deskQueue', 'showBoard')
    }, takesEffect.left + A_MOMENT)
    return () => clearTimeout(timer)
  }, [takesEffect])

  const act = async (command: CaseStep, owner?: string): Promise<boolean> => {
    const { data } = asked
    if (busy.current || !data) return false
    busy.current = true
    setActing(command.type)
    setTrouble(null)
    const step = JSON.stringify(command)
    if (drawn.current?.step !== step) drawn.current = { step, commandId: drawId() }
    const input: Input<'actOnCase'> = { caseId: data.view.id, commandId: drawn.current.commandId, seen: data.view.version, as, command }
    try {
      const view = as === 'resident' ? await sendAnswer(data, input, owner) : (await call('actOnCase', input)).view
      drawn.current = null
      // It waits in the outbox, and the page shows it there.
      if (view === null) return true
      if (command.type === 'undo' && sent.current) writeSheetDraft(sent.current.owner, sent.current.draft)
      const draft = owner === undefined ? null : readSheetDraft(owner)
      sent.current = owner === undefined || draft === null ? null : { owner, draft }
      // Before the case is another: its sheets would take it for something that came too late.
      if (owner !== undefined) forgetSheetDraft(owner)
      asked.put({ ...data, view })
      if (view.takesEffect) pokeCourierIn(view.takesEffect.left)
      refresh('whoAmI', 'residentHome', 'leaderInbox', 'listUntold', 'supplierCases', 'deskQueue', 'showBoard', 'showLine')
      // The story may have photos that no link was given for yet.
      void asked.again()
      return true
    } catch (why) {
      const failed = asCallFailed(why)
      if (!failed.again) drawn.current = null
      setTrouble(failed)
      // Somebody was faster: what they did is shown, and the words above it say so.
      if (OUTRUN.includes(failed.code)) {
        if (owner !== undefined) noteLate(owner)
        void asked.again()
      }
      return false
    } finally {
      busy.current = false
      setActing(null)
    }
  }
  return { ...asked, act, acting, trouble }
}

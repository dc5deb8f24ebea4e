import type { DamageStep } from '../../../domain/case/claim'
import type { Reason } from '../../../domain/case/reasons'
import { drawId } from '../../cloud/drawId'
import { forgetKept, readKept, writeKept } from '../../cloud/kept'

/** What somebody has chosen and written so far; `caseId` makes sending it again safe. */
export interface Draft {
  caseId: string
  reason: Reason | null
  bad: number
  damage: DamageStep | null
  /** Grams, as typed. */
  promised: string
  actual: string
  wish: 'asComputed' | 'part' | 'none'
  /** Yuan, as typed. */
  part: string
  words: string
  photoIds: string[]
}

const keyOf = (orderId: string, lineId: string) => `draft/${orderId}/${lineId}`

/** What was left behind on this line, or a fresh start. */
export function openDraft(orderId: string, lineId: string): Draft {
  return { caseId: drawId(), reason: null, bad: 1, damage: null, promised: '', actual: '', wish: 'asComputed', part: '', words: '', photoIds: [], ...readKept<Draft>(keyOf(orderId, lineId)) }
}

export function keepDraft(orderId: string, lineId: string, draft: Draft): void {
  writeKept(keyOf(orderId, lineId), draft)
}

export function forgetDraft(orderId: string, lineId: string): void {
  forgetKept(keyOf(orderId, lineId))
}

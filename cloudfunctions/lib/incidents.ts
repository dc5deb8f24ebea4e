import type { JointStep } from '../../domain/case/together'
import { _, findById, insertOnce, updateOne } from './database'
import { deriveId } from './deriveId'
import type { JointDecision } from './jointDecisions'

/** One bad batch: a product of a group-buy, and what was decided for all who have it. The cases themselves belong to it by what they are about. */
export interface IncidentDocument {
  _id: string
  communityId: string
  groupBuyId: string
  productId: string
  /** The newest decision for all, ready for those who report later. */
  standing: { decisionId: string; step: JointStep; at: number } | null
  /** Cases that the leader took out: to be looked at alone. One may stand here twice. */
  odd: string[]
  createdAt: number
}

export interface Batch { groupBuyId: string; productId: string }

export function incidentIdOf({ groupBuyId, productId }: Batch): string {
  return deriveId('incident', groupBuyId, productId)
}

export async function loadIncident(batch: Batch): Promise<IncidentDocument | null> {
  return findById<IncidentDocument>('incidents', incidentIdOf(batch))
}

/** Decisions that mean the same for whoever reports later. */
const STANDS: readonly JointStep['type'][] = ['asAsked', 'share', 'perPiece']

/** Keeps a joint decision ready for new cases on the same batch; the cases it was not for are the odd ones. */
export async function rememberDecision({ _id: decisionId, communityId, step, about, at }: JointDecision): Promise<void> {
  if (communityId === null || about === null || !STANDS.includes(step.type)) return
  const { odd, ...batch } = about
  const _id = incidentIdOf(batch)
  const standing = { decisionId, step, at }
  if (await insertOnce<IncidentDocument>('incidents', { _id, communityId, ...batch, standing, odd, createdAt: at })) return
  await updateOne('incidents', { _id }, { standing: _.set(structuredClone(standing)), odd: _.push([...odd]) })
}

/** A decision that was taken back is not ready for anybody. */
export async function forgetDecision(decisionId: string, batch: Batch): Promise<void> {
  await updateOne('incidents', { _id: incidentIdOf(batch), 'standing.decisionId': decisionId }, { standing: _.set(null) })
}

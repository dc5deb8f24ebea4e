import { refuse } from '../../domain/contract/refusal'
import { acknowledge } from '../../domain/hazard/decide'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { ensureHouseholds } from '../lib/tellWarning'
import { ownWarnedOrders, putDown, type WarningDocument } from '../lib/warnings'

/** 知道了, for every household of the caller's that has the product. Safe to repeat. */
export const acknowledgeWarning: UseCase<'acknowledgeWarning'> = async (caller, { warningId }, now) => {
  const warning = await findById<WarningDocument>('warnings', warningId)
  const orders = warning ? await ownWarnedOrders(caller, warning) : []
  if (!warning || orders.length === 0) refuse('NOT_FOUND', '您家没有买这一样，请先找到您的订单', 'warningId')
  if (warning.state.state === 'lifted') return { acknowledged: true }
  const households = await ensureHouseholds(warning, orders)
  await Promise.all(households.map(h => putDown(h, reach => acknowledge(warning.state, reach, { now, by: { party: 'resident', personId: caller.personId } }))))
  return { acknowledged: true }
}

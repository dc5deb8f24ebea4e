import { refundSheetPlan } from '../../domain/sheets/refundSheetPlan'
import type { UseCase } from '../lib/door'
import { loadRefunds } from '../lib/refunds'
import { handOut } from './handOut'
import { writeSheet } from './writeSheet'

/** 退款表 to take along: for the leader alone, who refunds from it at a desk. */
export const refundSheetFile: UseCase<'refundSheetFile'> = async (caller, { groupBuyId }, now) => {
  const { groupBuy, exportedAt, rows } = await loadRefunds(caller, groupBuyId, now)
  const plan = refundSheetPlan({ groupBuyTitle: groupBuy.title, exportedAt }, rows, now)
  return handOut(plan.fileName, await writeSheet(plan), now)
}

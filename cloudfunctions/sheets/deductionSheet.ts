import { deductionSheet as plan } from '../../domain/sheets/deductionSheet'
import { loadBundle } from '../lib/bundle'
import type { UseCase } from '../lib/door'
import { handOut } from './handOut'
import { writeSheet } from './writeSheet'

/** 扣款单 of a supplier and group-buy, for either side: the same sheet. */
export const deductionSheet: UseCase<'deductionSheet'> = async (caller, input, now) => {
  const { supplier, community, groupBuy, cases } = await loadBundle(caller, input)
  const sheet = plan({ supplierName: supplier.name, groupBuyTitle: groupBuy.title, communityName: community.name, leaderName: community.leaderName }, cases.map(c => c.state), now)
  return handOut(sheet.fileName, await writeSheet(sheet), now)
}

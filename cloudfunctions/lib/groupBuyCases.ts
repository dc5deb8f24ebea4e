import type { CaseState } from '../../domain/case/case'
import { CARD_FIELDS, type CaseDocument } from './cases'
import { db, MOST_DOCUMENTS } from './database'

/** Every case about a group-buy, as it stands. */
export async function groupBuyCases(groupBuyId: string): Promise<CaseState[]> {
  const states: CaseState[] = []
  for (;;) {
    const { data } = await db.collection('cases').where({ groupBuyId }).orderBy('_id', 'asc').skip(states.length).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
    states.push(...(data as Pick<CaseDocument, 'state'>[]).map(c => c.state))
    if (data.length < MOST_DOCUMENTS) return states
  }
}

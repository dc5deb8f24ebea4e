import type { CaseState } from '../../domain/case/case'
import { CARD_FIELDS, type CaseDocument } from './cases'
import { _, db, MOST_DOCUMENTS } from './database'

/** Every case about a group-buy, as it stands, but those that are hidden from somebody: nobody learns of them by a number either. */
export async function groupBuyCases(groupBuyId: string): Promise<CaseState[]> {
  const states: CaseState[] = []
  for (;;) {
    const { data } = await db.collection('cases').where({ groupBuyId, 'state.hiddenFrom': _.exists(false) }).orderBy('_id', 'asc').skip(states.length).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
    states.push(...(data as Pick<CaseDocument, 'state'>[]).map(c => c.state))
    if (data.length < MOST_DOCUMENTS) return states
  }
}

import { bundleOf, inForce } from '../../domain/case/bundle'
import { versionSeenBy } from '../../domain/case/effect'
import { caseNumber } from '../../domain/notice/owed'
import { caseCard } from '../../domain/people/caseView'
import { loadBundle } from '../lib/bundle'
import { communityCard } from '../lib/community'
import type { UseCase } from '../lib/door'
import { asksBasis } from '../lib/supplier'
import { photoLinks } from '../lib/photoLinks'

/** What one supplier answers for after one group-buy: for the supplier without a word of who the residents are, the numbers the leader's own. */
export const showBundle: UseCase<'showBundle'> = async (caller, input, now) => {
  const { as, supplier, community, groupBuy, cases } = await loadBundle(caller, input)
  const { sum, due, products, items } = bundleOf(cases.map(c => c.state), now)
  const shown = cases.flatMap(({ state, version }, i) => {
    const item = items[i]
    // The card says what the sums say: nothing that may yet be taken back.
    return item ? [{ card: caseCard(inForce(state, now), as, now), number: caseNumber(state), seen: versionSeenBy(state, version, as, now), item }] : []
  })
  const links = await photoLinks(shown.flatMap(({ card }) => (card.photo ? [card.photo] : [])))
  return {
    as, supplierId: supplier._id, supplierName: supplier.name, groupBuyId: groupBuy._id, groupBuyTitle: groupBuy.title, arrivedAt: groupBuy.arrivedAt,
    recoverAt: supplier.recoverAt ?? 'retail', asksBasis: as === 'leader' && asksBasis(supplier, [groupBuy]), people: supplier.people.length, community: communityCard(community, now), sum, due, products, cases: shown, photoLinks: links,
  }
}

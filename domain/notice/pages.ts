import type { Told } from './kinds'
import type { About } from './notice'

/** Where a message about one case leads. */
const CASE_PAGES: Readonly<Record<Told, string>> = {
  resident: 'pages/case/index', leader: 'packages/leader/case/index', supplier: 'packages/supplier/case/index', operator: 'packages/operator/case/index',
}

/** Where one about many leads: all that waits for that role. */
export const LIST_PAGES: Readonly<Record<Exclude<Told, 'resident'>, string>> = {
  leader: 'packages/leader/inbox/index', supplier: 'packages/supplier/cases/index', operator: 'packages/operator/desk/index',
}

export function casePage(to: Told, caseId: string): string {
  return `${CASE_PAGES[to]}?id=${caseId}`
}

/** The page that holds all of them: a supplier's page of the one group-buy that they are of, a leader's own community, else everything that waits. */
export function listPage(to: Exclude<Told, 'resident'>, abouts: readonly (About | undefined)[]): string {
  const supplierId = common(abouts, about => about.supplierId)
  const groupBuyId = common(abouts, about => about.groupBuyId)
  if (to === 'supplier' && supplierId !== null && groupBuyId !== null) return `packages/supplier/bundle/index?supplier=${supplierId}&groupBuy=${groupBuyId}`
  const communityId = common(abouts, about => about.communityId)
  return to === 'leader' && communityId !== null ? `${LIST_PAGES.leader}?community=${communityId}` : LIST_PAGES[to]
}

/** What all of them have in common; null where they differ, or where one does not say. */
function common(abouts: readonly (About | undefined)[], of: (about: About) => string | null): string | null {
  const [first, ...more] = new Set(abouts.map(about => (about ? of(about) : null)))
  return more.length === 0 ? first ?? null : null
}

/** Everything that waits for the suppliers this person acts for. */
export const CASES = '/packages/supplier/cases/index'

/** One group-buy of one supplier; without one, everything. */
export function bundlePage(bundle: { supplierId: string; groupBuyId: string | null } | null): string {
  return bundle === null || bundle.groupBuyId === null ? CASES : `/packages/supplier/bundle/index?supplier=${bundle.supplierId}&groupBuy=${bundle.groupBuyId}`
}

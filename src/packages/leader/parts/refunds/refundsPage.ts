/** 退款表 of a group-buy. */
export function refundsPage(communityId: string, groupBuyId: string): string {
  return `/packages/leader/refunds/index?community=${communityId}&groupBuy=${encodeURIComponent(groupBuyId)}`
}

/** The page with what a community published. */
export function criteriaPage(communityId: string): string {
  return `/pages/criteria/index?community=${encodeURIComponent(communityId)}`
}

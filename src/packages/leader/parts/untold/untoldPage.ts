/** The list of who could not be told. */
export function untoldPage(communityId: string): string {
  return `/packages/leader/untold/index?community=${communityId}`
}

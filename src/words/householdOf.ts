/** A household as neighbours name it: 3号 邻居3. */
export function householdOf({ joinNumber, buyer }: { joinNumber: string | null; buyer: string | null }): string {
  return `${joinNumber ? `${joinNumber}号 ` : ''}${buyer ?? ''}`
}

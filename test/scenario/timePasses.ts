import type { House } from './openHouse'

/** Every time that is stored is later than this: 2001. ms */
const A_TIME = 1_000_000_000_000
const HOUR = 3600_000

/** Lets hours pass over a case: everything in its document happened, and is due, so much earlier. Clocks are real, so what is stored moves. */
export async function timePasses({ db }: Pick<House, 'db'>, caseId: string, hours: number): Promise<void> {
  const { data: [found] } = await db.collection('cases').where({ _id: caseId }).limit(1).get() as { data: Record<string, unknown>[] }
  if (!found) throw new Error(`no case ${caseId}`)
  const { _id, ...rest } = found
  const earlier = JSON.parse(JSON.stringify(rest), (_key, value: unknown) => (typeof value === 'number' && value > A_TIME ? value - hours * HOUR : value)) as Record<string, unknown>
  await db.collection('cases').doc(String(_id)).set(earlier)
}

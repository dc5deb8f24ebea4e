/** What may be a danger. */
interface MayBeUrgent { _id: string; urgent?: boolean }

/**
 * What is due, dangers before all else, however many others are due: one question, and a second for the dangers alone only where there is more than a run takes.
 * @param most so many does `find` bring at most
 */
export async function dangersFirst<T extends MayBeUrgent>(most: number, find: (only: { urgent?: true }) => Promise<T[]>): Promise<T[]> {
  const found = await find({})
  const dangers = found.length < most ? found.filter(f => f.urgent === true) : await find({ urgent: true })
  const ids = new Set(dangers.map(d => d._id))
  return [...dangers, ...found.filter(f => !ids.has(f._id))]
}

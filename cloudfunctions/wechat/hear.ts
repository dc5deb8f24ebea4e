import { findById, insertOnce, updateOne } from '../lib/database'
import { follow, type Push } from '../lib/pushes'

/** Keeps one thing that WeChat said, and does what follows from it, once: a replay finds it done; one that died in between is taken up again, by the next time that WeChat says it or by a courier. */
export async function hear(push: Push, now: number): Promise<void> {
  if (!(await insertOnce('pushes', push)) && (await findById<Push>('pushes', push._id))?.state !== 'heard') return
  await updateOne('pushes', { _id: push._id, state: 'heard' }, { state: await follow(push, now) })
}

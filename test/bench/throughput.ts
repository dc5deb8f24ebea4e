import { randomUUID } from 'node:crypto'
import { COMMUNITY } from '../scenario/openHouse'
import { addPhoto, fileAbout, settle, type BusyHouse } from './busyHouse'
import { atOnce, type Pace } from './atOnce'
import type { Figure } from './figure'

/** How often each thing is done. */
const TIMES = 64
const SDK_TIMES = 1000

/**
 * What the real functions do per second, sixteen callers at once, against the bare SDK's `add` and `get` in the same run. The local cloud has one
 * process per function and one call at a time in it, so this is what one instance does; the service starts more.
 */
export async function throughput(busy: BusyHouse): Promise<Figure[]> {
  const { chen, wang, lin } = busy
  const { communityId } = COMMUNITY
  const times = (work: () => Promise<unknown>, count = TIMES) => Array.from({ length: count }, () => work)
  const sdk = await barePace(busy)
  const get = { ...sdk.get, of: 'SDK get' }
  const add = { ...sdk.add, of: 'SDK add' }
  // Lists first: what is filed makes them longer.
  const leaderInbox = await atOnce(times(() => chen.call('leaderInbox', { communityId, tab: 'mine' })))
  const residentHome = await atOnce(times(() => wang.call('residentHome', {})))
  const filed: string[] = []
  const file = await atOnce(times(async () => {
    const photos = await Promise.all([addPhoto(lin), addPhoto(lin), addPhoto(lin)])
    filed.push(await fileAbout(lin, busy.freeLine(), photos))
  }))
  const settled = await atOnce(filed.map(id => () => settle(chen, id)))
  return [
    ...paceOf('sdk.add', add, null), ...paceOf('sdk.get', get, null),
    ...paceOf('leaderInbox', leaderInbox, get), ...paceOf('residentHome', residentHome, get),
    ...paceOf('file', file, add), ...paceOf('settle', settled, add),
  ]
}

function paceOf(name: string, { perSecond, p95 }: Pace, against: (Pace & { of: string }) | null): Figure[] {
  return [
    { name: `throughput.${name}`, value: round(perSecond), unit: 'per second', yardstick: against && { value: round(against.perSecond), of: `${against.of} per second` } },
    { name: `p95.${name}`, value: round(p95), unit: 'ms', yardstick: against && { value: round(against.p95), of: `${against.of}, p95` } },
  ]
}

/** The SDK alone, in this process, with documents as large as a case is. */
async function barePace({ house, caseIds }: BusyHouse): Promise<Record<'add' | 'get', Pace>> {
  const cases = house.db.collection('cases')
  const { data } = await cases.where({ _id: caseIds[0] }).limit(1).get()
  const [sample] = data as object[]
  if (!sample) throw new Error('there is no case to copy')
  // Nobody's: no list that is measured finds them.
  const copy = () => ({ ...sample, _id: randomUUID(), openKey: randomUUID(), communityId: 'bench', residentId: 'bench', orderId: 'bench', supplierId: null, noticesDueAt: null })
  const copies = Array.from({ length: SDK_TIMES }, copy)
  const add = await atOnce(copies.map(document => () => cases.add(document)))
  const get = await atOnce(copies.map(({ _id }) => () => cases.where({ _id }).limit(1).get()))
  return { add, get }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

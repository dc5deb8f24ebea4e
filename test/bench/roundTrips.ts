import { COMMUNITY } from '../scenario/openHouse'
import { againstBudget } from './budget'
import { addPhoto, fileAbout, settle, uploadPhoto, uploadVoice, type BusyHouse } from './busyHouse'
import type { Figure } from './figure'
import type { Asked } from './sdkRequests'

/** How long a request takes over the network that is played, in milliseconds; only its being much longer than a turn of the loop matters. */
const DISTANCE = 25
/** A machine that stalls makes two requests look as if one waited for the other, never the other way round: the least counts. */
const TRIES = 3

interface Action {
  name: string
  /** Makes ready what is not counted. @returns what is */
  prepare: () => Promise<() => Promise<unknown>>
}

/**
 * Requests of the SDK per call of a person, as the cloud sees them, and how many of them stand one behind the other; functions are warm, what a
 * process learns once is known.
 */
export async function roundTrips(busy: BusyHouse): Promise<Figure[]> {
  const asked = new Map<string, Asked>()
  for (const { name, prepare } of actionsOf(busy)) asked.set(name, await count(busy, prepare))
  const figures = [...asked].flatMap(([name, { actions, waits }]): Figure[] => [
    againstBudget(`roundTrips.${name}`, actions.length, 'requests'),
    { name: `waits.${name}`, value: waits, unit: 'waits', yardstick: { value: actions.length, of: 'one after the other' } },
  ])
  const whole = (asked.get('file')?.actions.length ?? 0) + 3 * (asked.get('addPhoto')?.actions.length ?? 0)
  return [...figures, againstBudget('roundTrips.fileAndItsThreePhotos', whole, 'requests')]
}

async function count({ requests }: BusyHouse, prepare: Action['prepare']): Promise<Asked> {
  const tries: Asked[] = []
  while (tries.length < TRIES) tries.push(await requests.during(await prepare(), DISTANCE))
  const [first] = tries
  if (!first) throw new Error('nothing was counted')
  return { actions: first.actions, waits: Math.min(...tries.map(t => t.waits)) }
}

/** Lists come first: what is filed and settled here makes them longer. */
function actionsOf(busy: BusyHouse): Action[] {
  const { chen, wang, lin, laoli, caseIds } = busy
  const { communityId } = COMMUNITY
  const plain = (name: string, work: () => Promise<unknown>): Action => ({ name, prepare: () => Promise.resolve(work) })
  const caseId = caseIds[0] ?? ''
  return [
    plain('leaderInbox', () => chen.call('leaderInbox', { communityId, tab: 'mine' })),
    plain('residentHome', () => wang.call('residentHome', {})),
    plain('supplierCases', () => laoli.call('supplierCases', { tab: 'mine' })),
    plain('listGroupBuys', () => chen.call('listGroupBuys', { communityId })),
    plain('listNotices', () => chen.call('listNotices', {})),
    plain('showCase', () => chen.call('showCase', { caseId, as: 'leader' })),
    plain('showLine', () => lin.call('showLine', busy.freeLine())),
    plain('whoAmI.resident', () => wang.call('whoAmI', {})),
    plain('whoAmI.leader', () => chen.call('whoAmI', {})),
    plain('whoAmI.supplier', () => laoli.call('whoAmI', {})),
    {
      name: 'addPhoto', prepare: async () => {
        const fileId = await uploadPhoto(lin)
        return () => lin.call('addPhoto', { fileId })
      },
    },
    {
      name: 'file', prepare: async () => {
        const photos = [await addPhoto(lin), await addPhoto(lin), await addPhoto(lin)]
        return async () => busy.caseIds.push(await fileAbout(lin, busy.freeLine(), photos))
      },
    },
    {
      name: 'addVoice', prepare: async () => {
        const fileId = await uploadVoice(lin)
        return () => lin.call('addVoice', { fileId })
      },
    },
    {
      name: 'fileWithVoice', prepare: async () => {
        const photos = [await addPhoto(lin)]
        const { voiceId } = await lin.call('addVoice', { fileId: await uploadVoice(lin) })
        return async () => busy.caseIds.push(await fileAbout(lin, busy.freeLine(), photos, [voiceId]))
      },
    },
    {
      // Those that were just filed, so that what waits is as it was.
      name: 'settle', prepare: () => {
        const last = busy.caseIds.pop() ?? ''
        return Promise.resolve(() => settle(chen, last))
      },
    },
  ]
}

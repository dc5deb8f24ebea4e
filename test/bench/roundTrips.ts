import { COMMUNITY } from '../scenario/openHouse'
import { againstBudget } from './budget'
import { addPhoto, fileAbout, settle, uploadPhoto, uploadVoice, type BusyHouse } from './busyHouse'
import type { Figure } from './figure'
import type { Asked } from './sdkRequests'

/** How long a request takes over the network that is played, in milliseconds; only its being much longer than a turn of the loop matters. */
export const DISTANCE = 25
/** A machine that stalls makes two requests look as if one waited for the other, never the other way round: the least counts. */
const TRIES = 3

interface Action {
  name: string
  /** Makes ready what is not counted. @returns what is */
  prepare: () => Promise<() => Promise<unknown>>
  /** Also counted in a process that knows nothing yet: it links photos. */
  cold?: boolean
}

/**
 * Requests of the SDK per call of a person, as the cloud sees them, and in how many waves they go, one behind the other. Functions are warm: what a
 * process learns once is known, links to photos too. `….cold` is the same call as the first of a fresh process.
 */
export async function roundTrips(busy: BusyHouse): Promise<Figure[]> {
  const asked = new Map<string, Asked>()
  for (const action of actionsOf(busy)) {
    asked.set(action.name, await count(busy, action, false))
    if (action.cold) asked.set(`${action.name}.cold`, await count(busy, action, true))
  }
  const figures = [...asked].flatMap(([name, { actions, waves }]): Figure[] => [
    againstBudget(`roundTrips.${name}`, actions.length, 'requests'), againstBudget(`waves.${name}`, waves, 'waves'),
  ])
  const whole = (asked.get('file')?.actions.length ?? 0) + 3 * (asked.get('addPhoto')?.actions.length ?? 0)
  return [...figures, againstBudget('roundTrips.fileAndItsThreePhotos', whole, 'requests')]
}

async function count({ house, requests }: BusyHouse, { prepare }: Action, cold: boolean): Promise<Asked> {
  const tries: Asked[] = []
  while (tries.length < TRIES) {
    const work = await prepare()
    if (cold) house.cloud.killFunction('api')
    tries.push(await requests.during(work, DISTANCE))
  }
  // The first warm one may be the one that learns: what is known after it is what counts.
  const last = tries.at(-1)
  if (!last) throw new Error('nothing was counted')
  return { actions: last.actions, waves: Math.min(...tries.slice(cold ? 0 : 1).map(t => t.waves)) }
}

/** Lists come first: what is filed and settled here makes them longer. */
function actionsOf(busy: BusyHouse): Action[] {
  const { chen, wang, lin, laoli, groupBuyId, caseIds } = busy
  const { communityId } = COMMUNITY
  const plain = (name: string, work: () => Promise<unknown>): Action => ({ name, prepare: () => Promise.resolve(work) })
  const withPhotos = (name: string, work: () => Promise<unknown>): Action => ({ ...plain(name, work), cold: true })
  const caseId = caseIds[0] ?? ''
  return [
    withPhotos('leaderInbox', () => chen.call('leaderInbox', { communityId, tab: 'mine' })),
    withPhotos('residentHome', () => wang.call('residentHome', {})),
    withPhotos('supplierCases', () => laoli.call('supplierCases', { tab: 'mine' })),
    withPhotos('showCase', () => chen.call('showCase', { caseId, as: 'leader' })),
    plain('showBoard', () => chen.call('showBoard', { of: { kind: 'community', id: communityId } })),
    plain('listGroupBuys', () => chen.call('listGroupBuys', { communityId })),
    plain('listBindings', () => chen.call('listBindings', { communityId })),
    plain('listNotices', () => chen.call('listNotices', {})),
    plain('showLine', () => lin.call('showLine', busy.freeLine())),
    plain('showGroupBuy', () => lin.call('showGroupBuy', { groupBuyId })),
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

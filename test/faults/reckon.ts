import type { Delivery } from '../../devcloud/outside/deliveries'
import { TEMPLATE_KEYS } from '../../domain/notice/templates'
import { openidOf, type KillableCloud } from './killableCloud'
import type { Load } from './load'
import type { Addresses } from './otherWays'
import type { OutsideServices } from './outsideServices'
import type { Phone } from './phone'
import type { Cast, LostWay, Records } from './records'
import { tallyOf, type Tally } from './tally'

/** The timers come each minute; nothing hangs on more than one of five. ms */
const MINUTES = 5 * 60_000
/** Longer than anything waits that is only put off: what is due at night goes in the morning. */
const MOST_TIMES = 24 * 12

/**
 * Lets the minutes go by, undisturbed, until nothing is left to do, and reckons up.
 * @throws if minutes alone do not bring it to rest
 */
export async function comeToRest(cloud: KillableCloud): Promise<void> {
  await cloud.clearWechatFaults()
  for (let times = 0; times < MOST_TIMES; times++) {
    await cloud.moveTime(MINUTES)
    await cloud.fire('clock')
    await cloud.fire('courier')
    if (await isAtRest(cloud)) return
  }
  throw new Error(`after ${MOST_TIMES} times something is still under way`)
}

async function isAtRest({ db }: KillableCloud): Promise<boolean> {
  const { command: _ } = db
  const some = async (collection: string, query: object) => (await db.collection(collection).where(query).limit(1).get()).data.length > 0
  const waits = await some('fallbacks', { state: _.in(['due', 'sending']) }) || await some('notices', { fallback: 'waits', copy: _.in(['none', 'failed']) }) || await some('notices', { fallback: 'waits', urgent: true, copy: 'unknown' })
  return !waits && !await some('cases', { noticesDueAt: _.gt(0) }) && !await some('notices', { copy: _.in(['due', 'sending']) }) && !await some('jointDecisions', { phase: _.in(['deciding', 'undoing']) })
}

/** Who took part, and what they were answered. */
export type Told = Pick<Load, 'phones' | 'leader' | 'suppliers' | 'acknowledged' | 'joint'> & { operators?: readonly Phone[]; outside?: { services: OutsideServices; addresses: Addresses; lost: readonly LostWay[] } }

/** Reads what is on record and holds it against what people were answered. */
export async function reckon(cloud: KillableCloud, load: Told): Promise<Tally> {
  const records: Records = {
    cases: await cloud.all('cases'), notices: await cloud.all('notices'), credits: await cloud.all('credits'), joint: await cloud.all('jointDecisions'), messages: await cloud.messages(),
    fallbacks: await cloud.all('fallbacks'), ...outsideOf(load),
  }
  const accepts = new Map(load.phones.flatMap(phone => [...phone.accepts].map(([template, said]) => [`${phone.personId}:${template}`, said] as const)))
  return tallyOf(records, castOf(load), load.acknowledged, load.joint, accepts)
}

/** What came by the other ways: codes are asked for by people, and owed to nobody. */
function outsideOf({ outside }: Told): Pick<Records, 'deliveries' | 'robotsAsked' | 'lostWays'> {
  if (!outside) return { deliveries: [], robotsAsked: {}, lostWays: [] }
  const { addresses, services, lost } = outside
  const robots = [...addresses.keys()].flatMap(address => (address.startsWith('robot ') ? [address.slice('robot '.length)] : []))
  return { deliveries: services.taken().filter(d => !isCode(d)), robotsAsked: Object.fromEntries(robots.map(key => [key, services.services.robots.asked(key)])), lostWays: lost }
}

function isCode({ service, title, text }: Delivery): boolean {
  return service === 'mail' ? title.includes('验证码') : service === 'sms' && !text.includes('|')
}

function castOf(load: Told): Cast {
  return {
    leaders: [load.leader.personId], suppliers: load.suppliers.map(s => s.personId), operators: load.operators?.map(o => o.personId) ?? [],
    addresses: load.outside?.addresses ?? new Map(),
    openids: new Map(load.phones.map(p => [p.personId, openidOf(p.id)])), templates: new Map(Object.entries(TEMPLATE_KEYS).map(([id, key]) => [key, id])),
  }
}

import { hoursAhead } from '../../domain/clock/hoursAhead'
import { byTimeLeft, type ByTime } from '../../domain/clock/listOrder'
import { openTimesOf } from '../../domain/clock/serviceHours'
import type { Alike, Input, ToRefund } from '../../domain/contract/calls'
import { caseCard, type CaseCard } from '../../domain/people/caseView'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { besideOf, CARD_FIELDS, LIST_FIELDS, notHiddenFrom, type CaseDocument, type Listed } from '../lib/cases'
import { readAsLeader } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photoLinks'
import { UNPAID } from '../lib/refunds'
import { knowStorage } from '../lib/storage'
import { groupsBy, page, total, totalDistinct, totalsBy } from '../lib/oneRequest'
import { untoldIn } from '../lib/untold'

type Holder = CaseDocument['holder']
const HOLDERS: Record<Input<'leaderInbox'>['tab'], Holder[]> = { mine: ['leader'], moving: ['resident', 'supplier', 'operator'], done: ['nobody'] }
/** Whose move it is, if not the leader's. */
const ELSEWHERE = HOLDERS.moving
const EVERY_HOLDER = Object.values(HOLDERS).flat()

/** More than fit one look; what is due first comes first. */
const PAGE = 100
/** Products in trouble at the same time. */
const MOST_ALIKE = 50
/** From so many households on, cases of one product stand together. */
const FEWEST_ALIKE = 2
/** Dangers at the same time, and answers of suppliers that are not settled. */
const MOST_BESIDE = 50
/** Group-buys being refunded at the same time. */
const MOST_REFUNDED = 50
/** From so many refunds of one group-buy on, they are made by its sheet. */
const FEWEST_REFUNDS = 2

/** As far as an index can tell; see `inOrder`. */
const BY_TIME_LEFT = { sort: { holderDueAt: 1 as const }, limit: PAGE, fields: LIST_FIELDS }
/** Today, and as far as a promise reaches. */
const DAYS_TO_PROMISE = 3
/** No document has it. */
const NOTHING = { _id: '' }

export const leaderInbox: UseCase<'leaderInbox'> = async (caller, { communityId, tab }, now) => {
  const seen = { communityId, ...notHiddenFrom(caller.personId, [communityId]) }
  const query = { ...seen, holder: _.in(HOLDERS[tab]) }
  const [{ myCommunities, list, still, held, groups, due, unpromised, untold, dangers, unsettled }] = await Promise.all([
    readAsLeader(caller, communityId, {
      list: tab === 'done' ? page<Listed>('cases', query, { sort: { updatedAt: -1 }, limit: PAGE, fields: CARD_FIELDS }) : page<Listed>('cases', { ...query, holderDueAt: _.gt(0) }, BY_TIME_LEFT),
      still: page<Listed>('cases', tab === 'done' ? NOTHING : { ...query, holderDueAt: null }, { ...BY_TIME_LEFT, sort: { updatedAt: 1 } }),
      held: totalsBy('cases', seen, 'holder', EVERY_HOLDER.length),
      groups: groupsBy<Group>('cases', seen, 'batchKey', { ...FIRST_OF_GROUP, asked: _.aggregate.sum('$state.wish.amount'), wholeDueAt: _.aggregate.min('$wholeDueAt') }, { sort: { holderDueAt: 1 }, limit: MOST_ALIKE }),
      due: groupsBy<Due>('cases', { ...seen, ...TO_REFUND }, 'groupBuyId', { fen: _.aggregate.sum(_.aggregate.add(['$state.amount', _.aggregate.ifNull(['$state.freight', 0]), _.aggregate.ifNull(['$state.compensation', 0])])), state: _.aggregate.first('$state') }, { sort: { holderDueAt: 1 }, limit: MOST_REFUNDED }),
      unpromised: totalDistinct('cases', { ...seen, ...WITHOUT_PROMISE }, 'orderId'),
      untold: total('cases', untoldIn(communityId, caller.personId, now)),
      dangers: page<Listed>('cases', { ...seen, holder: _.in(ELSEWHERE), 'state.class': 'hazard' }, { sort: { holderDueAt: 1 }, limit: MOST_BESIDE, fields: LIST_FIELDS }),
      unsettled: page<Listed>('cases', { ...seen, holder: _.in([...ELSEWHERE, 'nobody']), 'state.recovery': 'disputed' }, { sort: { updatedAt: 1 }, limit: MOST_BESIDE, fields: CARD_FIELDS }),
    }),
    knowStorage(),
  ])
  const alike = tab === 'mine' ? groups.filter(g => g.total >= FEWEST_ALIKE) : []
  const refunds = tab === 'mine' ? due.filter(g => g.total >= FEWEST_REFUNDS) : []
  const found = alike.length + refunds.length === 0 ? [...list, ...still] : await without(alike, refunds, query)
  const singles = (tab === 'done' ? found : inOrder(found, now)).slice(0, PAGE)
  const own = myCommunities.find(c => c._id === communityId)
  if (!own) throw new Error(`community ${communityId} of its leader is missing`)
  const around = aroundIn(own)
  const cardOf = (c: Pick<Listed, 'state'> & Partial<Listed>) => caseCard(stateLookedAt(c.state, around), 'leader', now, besideOf(c))
  const cards = singles.map(cardOf)
  const hazards = tab === 'mine' ? dangers.map(cardOf) : []
  // What a supplier may yet take back was not said.
  const disputed = tab === 'mine' ? unsettled.map(cardOf).filter(c => c.recovery?.state === 'disputed') : []
  // A database gives groups in no order.
  const shown = inOrder(alike, now).map(g => alikeOf(g, cardOf(g)))
  return {
    cards, alike: shown, refunds: refunds.map(({ _id, total: cases, fen, state }): ToRefund => ({ groupBuyId: _id, groupBuyTitle: state.line.groupBuyTitle, cases, fen })), unpromised, hours: unpromised > 0 ? hoursAhead(openTimesOf(own), now).slice(0, DAYS_TO_PROMISE) : [], untold, hazards, disputed,
    counts: { mine: sum(held, HOLDERS.mine), moving: sum(held, HOLDERS.moving), done: sum(held, HOLDERS.done) },
    photoLinks: await photoLinks([...cards, ...hazards, ...disputed, ...shown].flatMap(c => (c.photo ? [c.photo] : []))),
  }
}

/** Of what stands together, until when is said of the first. */
const FIRST_OF_GROUP = Object.fromEntries(['state', 'holderDueAt', 'word', 'wordDueAt'].map(field => [field, _.aggregate.first(`$${field}`)]))

/** What is late with the leader first, what stands still last. */
function inOrder<T extends Pick<Listed, 'holderDueAt' | 'wholeDueAt'>>(listed: readonly T[], now: number): T[] {
  const time = ({ holderDueAt, wholeDueAt }: T): ByTime => ({ nextDueAt: holderDueAt, wholeDueAt: wholeDueAt ?? null })
  const compare = byTimeLeft(now)
  return [...listed].sort((a, b) => compare(time(a), time(b)))
}

interface Group extends Listed { asked: number }
interface Due extends Pick<Listed, 'state'> { fen: number }

/** Decided, and to be paid by the leader. */
const TO_REFUND = { holder: 'leader', 'state.money': _.in(UNPAID) }

/** Who waits for the leader's decision and has no word yet until when. */
const WITHOUT_PROMISE = { batchKey: _.gt(''), 'state.promise': null }

/** What does not stand together with others; forty of one batch must not push it off the page. */
async function without(alike: readonly { _id: string }[], refunds: readonly { _id: string }[], query: Record<string, unknown>): Promise<Listed[]> {
  const single = { ...query, batchKey: _.nin(alike.map(g => g._id)) }
  const { data } = await db.collection('cases').where(_.or([{ ...single, 'state.money': _.nin(UNPAID) }, { ...single, groupBuyId: _.nin(refunds.map(g => g._id)) }])).orderBy('holderDueAt', 'asc').field(LIST_FIELDS).limit(PAGE).get()
  return data as Listed[]
}

function alikeOf({ total: households, asked, state }: Group & { total: number }, { due, sooner }: CaseCard): Alike {
  return {
    groupBuyId: state.groupBuyId, productId: state.line.productId, title: state.line.title, groupBuyTitle: state.line.groupBuyTitle,
    households, asked, dueAt: due?.dueAt ?? null, sooner, photo: state.evidence[0]?.photos[0] ?? null,
  }
}

function sum(held: ReadonlyMap<unknown, number>, holders: readonly Holder[]): number {
  return holders.reduce((so, holder) => so + (held.get(holder) ?? 0), 0)
}

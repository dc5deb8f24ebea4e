import { groupBuyTries, triesPerDay } from '../../domain/orders/bindOrders'
import { shanghai, shanghaiDay } from '../../domain/clock/shanghai'
import type { GroupBuy } from '../../domain/orders/order'
import type { Caller } from './caller'
import { _, findById, insertOnce, updateOne } from './database'
import { tellLeaders } from './tellLeaders'

export interface Tried {
  /** The person's tries before this one, today: times in ms. */
  before: number[]
  /** So many failed on the group-buy that only the leader can confirm. */
  crowded: boolean
}

/**
 * Counts a try before anything is looked up, so that a hundred at once are five, and from many people at once no more than the group-buy's limit.
 * Who has none left today does not use up the group-buy's.
 */
export async function takeTry(caller: Caller, groupBuyId: string, now: number): Promise<Tried> {
  const _id = personKey(caller, now)
  await insertOnce('bindingTries', { _id, personId: caller.personId, count: 0, at: now })
  if (!(await updateOne('bindingTries', { _id, count: _.lt(triesPerDay) }, { count: _.inc(1) }))) return { before: Array<number>(triesPerDay).fill(now), crowded: false }
  const [stored, crowded] = await Promise.all([findById<{ count: number }>('bindingTries', _id), countOn(groupBuyId, now).then(counted => !counted)])
  return { before: Array<number>(Math.max(0, (stored?.count ?? 1) - 1)).fill(now), crowded }
}

/** @returns whether there was one left on this group-buy */
async function countOn(groupBuyId: string, now: number): Promise<boolean> {
  const { _id, hour } = groupBuyKey(groupBuyId, now)
  await insertOnce('bindingTries', { _id, groupBuyId, count: 0, hours: Object.fromEntries(Array.from({ length: 24 }, (_hour, h) => [`h${h}`, 0])), at: now })
  return updateOne('bindingTries', { _id, count: _.lt(groupBuyTries.aDay), [hour]: _.lt(groupBuyTries.anHour) }, { count: _.inc(1), [hour]: _.inc(1) })
}

/** A try that found the orders is none. Given back in the hour it was taken from, by the call's own clock. */
export async function giveTryBack(caller: Caller, groupBuyId: string, now: number): Promise<void> {
  const { _id, hour } = groupBuyKey(groupBuyId, now)
  await Promise.all([
    updateOne('bindingTries', { _id: personKey(caller, now) }, { count: _.inc(-1) }),
    updateOne('bindingTries', { _id }, { count: _.inc(-1), [hour]: _.inc(-1) }),
  ])
}

/** Tells the leader that somebody, or everybody together, fails often: once a day for each of the two, however many do. */
export async function tellOfManyTries({ _id, communityId, title }: GroupBuy, often: { person: boolean; groupBuy: boolean }, now: number): Promise<void> {
  const day = shanghaiDay(now)
  const page = 'packages/leader/groupBuys/index'
  if (often.groupBuy) await tellLeaders(communityId, `tries:${_id}:${day}`, { title: '认领先停了，要您来认人', body: `${title}，今天填错的人太多，可能有人在乱试；要认领的会排到您这里`, page }, now)
  else if (often.person) await tellLeaders(communityId, `tries:${communityId}:${day}`, { title: '有人认领订单，填错了 5 次', body: `${title}，可能是记错了号，也可能不是本人；明天才能再试`, page }, now)
}

function personKey(caller: Caller, now: number): string {
  return `${caller.personId}:${shanghaiDay(now)}`
}

function groupBuyKey(groupBuyId: string, now: number): { _id: string; hour: string } {
  return { _id: `groupBuy:${groupBuyId}:${shanghaiDay(now)}`, hour: `hours.h${shanghai(now).hour()}` }
}

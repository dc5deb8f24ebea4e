import { bindOrders as match, triesPerDay } from '../../domain/orders/bindOrders'
import { shanghaiDay } from '../../domain/clock/shanghai'
import { Refused, refusal, refuse } from '../../domain/contract/refusal'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { bindHousehold, type BindingDocument } from '../lib/binding'
import type { Notice } from '../../domain/notice/notice'
import type { Caller } from '../lib/caller'
import { communityOf } from '../lib/community'
import { _, findById, insertOnce, updateOne } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { ordersOf } from '../lib/ordersOf'
import { ensurePerson } from '../lib/people'

/** A resident finds the household's orders by 跟团号 and the last four digits of the phone; five tries a day. */
export const bindOrders: UseCase<'bindOrders'> = async (caller, claim, now) => {
  const groupBuy = await findById<GroupBuy>('groupBuys', claim.groupBuyId)
  if (!groupBuy) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const before = await takeTry(caller, now)
  const result = match(claim, await ordersOf(claim.groupBuyId), before, now)
  if (!result.ok && result.code !== 'BINDING_NEEDS_LEADER') {
    throw new Refused(refusal(result.code, result.code === 'BINDING_NOT_FOUND' ? `${result.message}今天还能试 ${result.triesLeft} 次。` : result.message))
  }
  await ensurePerson(caller, now)
  await giveTryBack(caller, now)
  if (!result.ok) {
    await askLeader(caller, groupBuy, claim, result.candidates, now)
    return { state: 'askedLeader' }
  }
  const orders = await bindHousehold(caller.personId, result.matched, now)
  return { state: 'bound', orders, buyer: result.matched[0]?.buyer ?? '' }
}

/**
 * Counts a try before anything is looked up, so that a hundred at once are five. @returns the tries before this one.
 * A try is given back when it finds the orders.
 */
async function takeTry(caller: Caller, now: number): Promise<number[]> {
  const _id = tryId(caller, now)
  await insertOnce('bindingTries', { _id, personId: caller.personId, count: 0, at: now })
  if (!(await updateOne('bindingTries', { _id, count: _.lt(triesPerDay) }, { count: _.inc(1) }))) return Array<number>(triesPerDay).fill(now)
  const stored = await findById<{ count: number }>('bindingTries', _id)
  return Array<number>(Math.max(0, (stored?.count ?? 1) - 1)).fill(now)
}

async function giveTryBack(caller: Caller, now: number): Promise<void> {
  await updateOne('bindingTries', { _id: tryId(caller, now) }, { count: _.inc(-1) })
}

function tryId(caller: Caller, now: number): string {
  return `${caller.personId}:${shanghaiDay(now)}`
}

async function askLeader(caller: Caller, groupBuy: GroupBuy, claim: { joinNumber: string; phoneLast4: string }, candidates: Order[], now: number): Promise<void> {
  const binding: BindingDocument = {
    _id: deriveId('binding', caller.personId, groupBuy._id, ...candidates.map(o => o._id).sort()), communityId: groupBuy.communityId, groupBuyId: groupBuy._id,
    groupBuyTitle: groupBuy.title, personId: caller.personId, joinNumber: claim.joinNumber, phoneLast4: claim.phoneLast4,
    orderIds: candidates.map(o => o._id), buyers: candidates.map(o => o.buyer), state: 'asked', askedAt: now,
  }
  // Refused before, perhaps by mistake: asking again is a new question.
  const asked = (await insertOnce('bindings', binding)) || (await updateOne('bindings', { _id: binding._id, state: 'refused' }, { state: 'asked', askedAt: now }))
  if (!asked) return
  const { leaderId } = await communityOf(groupBuy.communityId)
  await insertOnce<Notice>('notices', {
    _id: `${binding._id}:${now}:${leaderId}`, personId: leaderId, as: 'leader', caseId: '', title: `有邻居认领 ${joinNumberOf(candidates)} 号订单`,
    body: `${groupBuy.title}，手机号没显示全，请您看看是不是本人`, page: 'packages/leader/groupBuys/index', at: now, readAt: null,
    template: null, data: {}, copy: 'none', copyAt: null, copyError: '', tries: 0,
  })
}

function joinNumberOf(candidates: Order[]): string {
  return [...new Set(candidates.map(o => o.joinNumber))].join('、')
}

import { bindOrders as match, type BindingClaim } from '../../domain/orders/bindOrders'
import { Refused, refusal, refuse } from '../../domain/contract/refusal'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { bindHousehold, type BindingDocument } from '../lib/binding'
import { giveTryBack, takeTry, tellOfManyTries } from '../lib/bindingTries'
import type { Caller } from '../lib/caller'
import { _, findById, insertOnce, updateOne } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { ordersOf } from '../lib/ordersOf'
import { ensurePerson } from '../lib/people'
import { tellLeaders } from '../lib/tellLeaders'

/** A resident finds the household's orders by the last four digits of the phone and 跟团号 or a name; a try is given back when it finds them. */
export const bindOrders: UseCase<'bindOrders'> = async (caller, claim, now) => {
  const groupBuy = await findById<GroupBuy>('groupBuys', claim.groupBuyId)
  if (!groupBuy) refuse('NOT_FOUND', '找不到这个团，请从群里重新点开', 'groupBuyId')
  const { before, crowded } = await takeTry(caller, groupBuy._id, now)
  const result = match(claim, await ordersOf(claim.groupBuyId), before, now, crowded)
  if (!result.ok) await tellOfManyTries(groupBuy, { person: result.triesLeft === 0, groupBuy: crowded }, now)
  if (!result.ok && result.code !== 'BINDING_NEEDS_LEADER') {
    // The last of them is over as soon as it failed: no button that could only be refused.
    if (result.triesLeft === 0) refuse('MANY_TRIES', result.code === 'MANY_TRIES' ? result.message : `${result.message}今天不能再试了，明天可以。`)
    throw new Refused(refusal(result.code, `${result.message}今天还能试 ${result.triesLeft} 次。`))
  }
  await ensurePerson(caller, now)
  if (!result.ok) {
    if (result.candidates.length > 0) await askLeader(caller, groupBuy, claim, { candidates: result.candidates, crowded }, now)
    return { state: 'askedLeader', because: crowded ? 'crowded' : 'phoneHidden' }
  }
  await giveTryBack(caller, groupBuy._id, now)
  const orders = await bindHousehold(caller.personId, result.matched, now)
  return { state: 'bound', orders, buyer: result.matched[0]?.buyer ?? '' }
}

async function askLeader(caller: Caller, groupBuy: GroupBuy, claim: BindingClaim, { candidates, crowded }: { candidates: readonly Order[]; crowded: boolean }, now: number): Promise<void> {
  const binding: BindingDocument = {
    _id: deriveId('binding', caller.personId, groupBuy._id, ...candidates.map(o => o._id).sort()), communityId: groupBuy.communityId, groupBuyId: groupBuy._id,
    groupBuyTitle: groupBuy.title, personId: caller.personId, joinNumber: claim.joinNumber ?? joinNumberOf(candidates), phoneLast4: claim.phoneLast4,
    orderIds: candidates.map(o => o._id), buyers: candidates.map(o => o.buyer), state: 'asked', askedAt: now,
  }
  // Refused before, perhaps by mistake, or confirmed and unbound since: asking again is a new question.
  const over = candidates.every(o => o.residents.includes(caller.personId)) ? ['refused'] : ['refused', 'confirmed']
  const asked = (await insertOnce('bindings', binding)) || (await updateOne('bindings', { _id: binding._id, state: _.in(over) }, { state: 'asked', askedAt: now }))
  if (!asked) return
  await tellLeaders(groupBuy.communityId, `${binding._id}:${now}`, {
    title: `有邻居认领 ${joinNumberOf(candidates)} 号订单`, body: `${groupBuy.title}，${crowded ? '今天试的人太多，自动认领停了' : '手机号没显示全'}，请您看看是不是本人`, page: 'packages/leader/groupBuys/index',
  }, now)
}

function joinNumberOf(candidates: readonly Order[]): string {
  return [...new Set(candidates.map(o => o.joinNumber))].join('、')
}

import { Refused, refuse } from '../../domain/contract/refusal'
import { startWarning as decideStart } from '../../domain/hazard/decide'
import { replayWarning } from '../../domain/hazard/evolve'
import { productKey } from '../../domain/orders/productKey'
import { loadCase } from '../lib/cases'
import { ledGroupBuy } from '../lib/community'
import { insertOnce } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { warningsAbout } from '../lib/findWarning'
import { loadPerson } from '../lib/people'
import { tellLeaders } from '../lib/tellLeaders'
import { tellWarning } from '../lib/tellWarning'
import type { WarningDocument } from '../lib/warnings'
import { warningView } from '../lib/warningView'

/**
 * Says "stop using it" to everybody who bought a product, in whichever group-buy of the community. One at a time for a product: whoever starts it
 * again, or at the same moment, finds the one that is out.
 */
export const startWarning: UseCase<'startWarning'> = async (caller, { groupBuyId, productId, words, doThis, caseId }, now) => {
  const [person, groupBuy] = await Promise.all([loadPerson(caller), ledGroupBuy(caller, groupBuyId)])
  const product = groupBuy.products.find(p => p.id === productId)
  if (!product) refuse('NOT_FOUND', '找不到这个商品', 'productId')
  if (caseId !== undefined) await mustBeAbout(caseId, groupBuyId, productId)
  const decided = decideStart({ words, doThis, caseId: caseId ?? null }, { now, by: { party: 'leader', personId: caller.personId } })
  if ('refusal' in decided) throw new Refused(decided.refusal)
  const { title, spec } = product
  const { communityId } = groupBuy
  for (;;) {
    const before = await warningsAbout(communityId, product)
    const out = before.find(w => w.state.state === 'active')
    if (out) return warningView(await tellWarning(out._id), person, 0)
    const key = productKey(title, spec)
    const warning: WarningDocument = {
      _id: deriveId('warning', communityId, key, String(before.length)), communityId, key, title, spec, groupBuyId, productId, products: [], supplierIds: product.supplierId === null ? [] : [product.supplierId],
      state: replayWarning(decided.events), events: decided.events, version: 1, toTell: now, rounds: 1, createdAt: now,
    }
    // Somebody was faster: theirs is found by looking again.
    if (!(await insertOnce('warnings', warning))) continue
    await tellLeaders(communityId, `${warning._id}:leader`, { title: `已经提醒停用：${title}`, body: `${words}。看看还有谁没通知到`, page: `packages/leader/warning/index?id=${warning._id}` }, now)
    return warningView(await tellWarning(warning._id), person, 0)
  }
}

/** The report that showed it is about this very product. */
async function mustBeAbout(caseId: string, groupBuyId: string, productId: string): Promise<void> {
  const found = await loadCase(caseId)
  if (found?.state.groupBuyId !== groupBuyId || found.state.line.productId !== productId) refuse('NOT_FOUND', '找不到这件事', 'caseId')
}

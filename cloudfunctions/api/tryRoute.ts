import type { Input } from '../../domain/contract/calls'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { relationsTo } from '../../domain/people/relation'
import { checkRules } from '../../domain/route/checkRules'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import { matterOf, routeOf, type Matter } from '../../domain/route/route'
import { loadCase } from '../lib/cases'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { around } from '../lib/filing'
import { readStandards } from '../lib/standards'
import type { SupplierDocument } from '../lib/supplier'

/** Where something would go, were it filed now. Reads only: rules that are not kept yet are checked as saving would. */
export const tryRoute: UseCase<'tryRoute'> = async (caller, { communityId, rules, about }) => {
  const { community, person } = await readStandards(caller, communityId, {})
  if (rules) {
    const checked = checkRules(rules, { hasDesk: hasDesk(community) })
    if ('refusal' in checked) throw new Refused(checked.refusal)
  }
  const { matter, title } = about.of === 'case' ? await ofCase(person, community, about.caseId) : { matter: ofInput(about, community), title: about.productKey ?? '' }
  const supplier = matter.supplierId === null ? null : await findById<SupplierDocument>('suppliers', matter.supplierId)
  if (matter.supplierId !== null && supplier?.communityId !== communityId) refuse('NOT_FOUND', '找不到这个供货商', 'about.supplierId')
  return {
    route: routeOf(rules ?? community.routes?.rules ?? [], { ...matter, around: around(community, supplier?.people ?? []) }),
    about: { class: matter.class, reason: matter.reason, title, supplierName: supplier?.name ?? null, amountAsked: matter.amountAsked },
  }
}

async function ofCase(person: Person, community: Community, caseId: string): Promise<{ matter: Matter; title: string }> {
  const stored = await loadCase(caseId)
  // Neither another community's case nor one that this person must not read is there for them.
  const relations = stored?.communityId === community._id ? relationsTo(stored.state, person) : []
  if (!stored || !(relations.includes('leader') || relations.includes('operator'))) refuse('CASE_NOT_FOUND', '找不到这件事', 'about.caseId')
  const { state } = stored
  // Whose product it is, and not only who answers for the case: rules go by that when it is filed.
  const groupBuy = await findById<GroupBuy>('groupBuys', state.groupBuyId)
  const product = groupBuy?.products.find(p => p.id === state.line.productId)
  return { matter: matterOf(state, { supplierId: product ? product.supplierId ?? null : state.supplierId, around: around(community, []), provenBearer: state.provenBearer }), title: state.line.title }
}

function ofInput({ class: of, reason, productKey, supplierId, amountAsked, about }: Extract<Input<'tryRoute'>['about'], { of: 'matter' }>, community: Community): Matter {
  return { class: of, reason: reason ?? null, productKey: productKey ?? '', supplierId: supplierId ?? null, amountAsked, about, around: around(community, []) }
}

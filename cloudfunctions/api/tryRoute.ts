import type { Input } from '../../domain/contract/calls'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Supplier } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { relationsTo } from '../../domain/people/relation'
import { checkRules } from '../../domain/route/checkRules'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import { matterOf, routeOf, type Matter } from '../../domain/route/route'
import { loadCase } from '../lib/cases'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { readStandards } from '../lib/standards'

/** Where something would go. Reads only: rules that are not kept yet are checked as saving would. */
export const tryRoute: UseCase<'tryRoute'> = async (caller, { communityId, rules, about }) => {
  const { community, person } = await readStandards(caller, communityId, {})
  const desk = hasDesk(community)
  if (rules) {
    const checked = checkRules(rules, { hasDesk: desk })
    if ('refusal' in checked) throw new Refused(checked.refusal)
  }
  const { matter, title } = about.of === 'case' ? await ofCase(person, communityId, about.caseId, desk) : { matter: ofInput(about, desk), title: about.productKey ?? '' }
  const supplier = matter.supplierId === null ? null : await findById<Supplier>('suppliers', matter.supplierId)
  if (matter.supplierId !== null && supplier?.communityId !== communityId) refuse('NOT_FOUND', '找不到这个供货商', 'about.supplierId')
  return {
    route: routeOf(rules ?? community.routes?.rules ?? [], matter),
    about: { class: matter.class, reason: matter.reason, title, supplierName: supplier?.name ?? null, amountAsked: matter.amountAsked },
  }
}

async function ofCase(person: Person, communityId: string, caseId: string, desk: boolean): Promise<{ matter: Matter; title: string }> {
  const stored = await loadCase(caseId)
  // Neither another community's case nor one that this person must not read is there for them.
  if (stored?.communityId !== communityId || !relationsTo(stored.state, person).includes('leader')) refuse('CASE_NOT_FOUND', '找不到这件事', 'about.caseId')
  return { matter: matterOf(stored.state, desk), title: stored.state.line.title }
}

function ofInput(about: Extract<Input<'tryRoute'>['about'], { of: 'matter' }>, desk: boolean): Matter {
  return { class: about.class, reason: about.reason ?? null, productKey: about.productKey ?? '', supplierId: about.supplierId ?? null, amountAsked: about.amountAsked, hasDesk: desk }
}

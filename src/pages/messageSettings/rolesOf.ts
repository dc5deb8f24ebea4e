import type { Answers } from '../../../domain/contract/calls'
import type { Told } from '../../../domain/notice/kinds'

type Me = Pick<Answers['whoAmI'], 'isResident' | 'leads' | 'supplies' | 'operates'>

/** The roles in which somebody is told things. Whoever has none yet will be a resident. */
export function rolesOf({ isResident, leads, supplies, operates }: Me): Told[] {
  const working: Told[] = [...(leads.length > 0 ? ['leader' as const] : []), ...(supplies.length > 0 ? ['supplier' as const] : []), ...(operates.length > 0 ? ['operator' as const] : [])]
  return isResident || working.length === 0 ? ['resident', ...working] : working
}

import type { Box, Role } from './cast'

/** What a resident wrote where everybody reads it. */
export const PHONE = '13912345678'

/** Words in a story that say themselves for whom they are not: every role's answers are searched for them. */
export const NOT_FOR_RESIDENT = '【不给居民】'
export const NOT_FOR_SUPPLIER = '【不给供货商】'
/** Where the household lives can be found out by the number of what it sent. */
export const PARCEL = 'SF1029384756'

/** Nothing that this role was answered tells what is not for it. */
export function mustBePrivate(as: Role, box: Box, answers: unknown): void {
  const text = JSON.stringify(answers)
  for (const secret of secretsFor(as, box)) if (text.includes(secret)) throw new Error(`the ${as} was answered ${secret}: ${text}`)
}

function secretsFor(as: Role, { household }: Box): string[] {
  switch (as) {
    case 'resident': return [NOT_FOR_RESIDENT, 'o-scenario-', '"supplier":', '"goodwill":']
    case 'supplier': return [NOT_FOR_SUPPLIER, PHONE, PARCEL, '"goodwill":', '"seller":', ...household]
    case 'leader': case 'operator': return ['o-scenario-', ...household.slice(3)]
  }
}

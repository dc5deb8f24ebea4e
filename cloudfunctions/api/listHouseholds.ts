import type { UseCase } from '../lib/door'
import { householdCards, householdsOf } from '../lib/households'

export const listHouseholds: UseCase<'listHouseholds'> = async caller => ({ households: await householdCards(await householdsOf(caller.personId)) })

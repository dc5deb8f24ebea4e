import { clocksPage } from '../lib/clocksPage'
import type { UseCase } from '../lib/door'
import { readStandards } from '../lib/standards'

export const showClocks: UseCase<'showClocks'> = async (caller, { communityId }) => clocksPage(await readStandards(caller, communityId, {}))

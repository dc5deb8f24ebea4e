import type { UseCase } from '../lib/door'
import { readStandards, repliesPage } from '../lib/standards'

export const showReplies: UseCase<'showReplies'> = async (caller, { communityId }, now) => repliesPage(await readStandards(caller, communityId, {}), now)

import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { asLeader } from '../lib/community'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photos'

/** More than fit one look; what is due first comes first. */
const PAGE = 100

export const leaderInbox: UseCase<'leaderInbox'> = async (caller, { communityId, tab }, now) => {
  await asLeader(caller, communityId)
  const cases = db.collection('cases')
  const tabs = {
    mine: { communityId, holder: 'leader' },
    moving: { communityId, holder: _.in(['resident', 'supplier']) },
    done: { communityId, holder: 'nobody' },
  }
  const list = tab === 'done' ? cases.where(tabs.done).orderBy('updatedAt', 'desc') : cases.where(tabs[tab]).orderBy('holderDueAt', 'asc')
  const [{ data }, mine, moving, done] = await Promise.all([
    list.field(CARD_FIELDS).limit(PAGE).get(),
    cases.where(tabs.mine).count(), cases.where(tabs.moving).count(), cases.where(tabs.done).count(),
  ])
  const cards = (data as Pick<CaseDocument, 'state'>[]).map(c => caseCard(c.state, 'leader', DEFAULT_POLICY, now))
  return {
    cards,
    counts: { mine: mine.total ?? 0, moving: moving.total ?? 0, done: done.total ?? 0 },
    photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
  }
}

import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import type { CaseView } from '../../../domain/people/caseView'
import { CallDesk } from '../../components/CallDesk/CallDesk'
import { useNow } from '../../components/useNow'
import { CallForCase } from './CallForCase'
import { isLate } from './Happening'

interface CallsProps {
  view: Pick<CaseView, 'about' | 'due'>
  community: CommunityCard
  /** On the page: below what is happening, or at the end. */
  at: 'top' | 'end'
}

/** Whom to ring. Always there: at the end, or, where somebody is late and the page says to ring, right below that. */
export function Calls({ view, community, at }: CallsProps): ReactNode {
  const now = useNow()
  if (isLate(view, now) !== (at === 'top')) return null
  const desk = view.about !== 'leader' && view.about !== 'helper' && <CallDesk desk={community.desk} />
  const leader = <CallForCase view={view} community={community} />
  return at === 'top' && view.due?.party === 'operator' ? <>{desk}{leader}</> : <>{leader}{desk}</>
}

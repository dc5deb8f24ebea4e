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
  /** On the page: right below what is happening, or at the end. */
  at: 'top' | 'end'
}

/** Whom to ring, always there: at the end. Where somebody is late and the page says to ring, who that is stands at the top instead. */
export function Calls({ view, community, at }: CallsProps): ReactNode {
  const now = useNow()
  const { desk } = community
  // About the leader's side it is never them: there the first button is the platform's already.
  const named = view.about === 'leader' || view.about === 'helper'
  const late = !isLate(view, now) ? null : view.due?.party === 'operator' && !named && desk !== null && desk.phone !== '' ? 'desk' : 'leader'
  return (
    <>
      {(late === 'leader') === (at === 'top') && <CallForCase view={view} community={community} />}
      {!named && (late === 'desk') === (at === 'top') && <CallDesk desk={desk} kind={late === 'desk' ? 'plain' : 'quiet'} />}
    </>
  )
}

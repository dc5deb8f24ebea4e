import type { ReactNode } from 'react'
import type { CommunityCard } from '../../../domain/contract/calls'
import type { CaseView } from '../../../domain/people/caseView'
import { platform } from '../../cloud/platform'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'

/** The consumers' hotline: open to everybody, whatever was decided here. */
export const HOTLINE = '12315'

interface CallForCaseProps {
  view: Pick<CaseView, 'about'>
  community: Pick<CommunityCard, 'leaderName' | 'leaderPhone' | 'hoursAhead' | 'desk'>
  label?: string
}

/** Whom to ring about a case: the leader; where it is about the leader's side, never them, but the platform, or the hotline where that left no number. */
export function CallForCase({ view: { about }, community, label }: CallForCaseProps): ReactNode {
  if (about !== 'leader' && about !== 'helper') return <CallLeader community={community} {...(label === undefined ? {} : { label })} />
  const phone = community.desk?.phone ?? ''
  return phone === ''
    ? <Button label={`打消费者热线 ${HOTLINE}`} onTap={() => platform.call(HOTLINE)} />
    : <Button label='打电话给平台' spokenLabel={`打电话给平台，${community.desk?.name ?? ''}`} onTap={() => platform.call(phone)} />
}

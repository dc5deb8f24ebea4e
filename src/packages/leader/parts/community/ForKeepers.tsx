import type { ReactNode } from 'react'
import { Answered } from '../../../../components/Answered/Answered'
import { LeadsNone } from './ForLeaders'
import type { Kept } from './useKept'

/** What a community keeps, for those who work there or at its desk. */
export function ForKeepers({ kept: { me, communityId }, children }: { kept: Kept; children: (communityId: string) => ReactNode }): ReactNode {
  return <Answered asked={me}>{() => (communityId === null ? <LeadsNone /> : children(communityId))}</Answered>
}

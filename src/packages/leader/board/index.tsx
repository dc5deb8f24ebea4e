import type { ReactNode } from 'react'
import { Answered } from '../../../components/Answered/Answered'
import { Board } from '../../../components/Board/Board'
import { useBoard } from '../../../components/Board/useBoard'
import { Page } from '../../../components/Page/Page'
import { go } from '../../../components/go'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'

/** What is about to break and what broke in one's own community, and how many promises were kept. */
export default function LeaderBoard(): ReactNode {
  const leading = useCommunity()
  const { asked, only, choose, more, busy } = useBoard(leading.community && { kind: 'community', id: leading.community.communityId })
  return (
    <Page wide>
      <ForLeaders leading={leading}>
        {() => (
          <>
            <CommunityBar leading={leading} />
            <Answered asked={asked}>
              {board => <Board board={board} as='leader' only={only} onOnly={choose} more={more} busy={busy} onOpen={({ caseId }) => go(`/packages/leader/case/index?id=${caseId}`)} />}
            </Answered>
          </>
        )}
      </ForLeaders>
    </Page>
  )
}

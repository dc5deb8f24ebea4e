import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Board, type Only } from '../../../components/Board/Board'
import { Page } from '../../../components/Page/Page'
import { go } from '../../../components/go'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'

/** What is about to break and what broke in one's own community, and how many promises were kept. */
export default function LeaderBoard(): ReactNode {
  const leading = useCommunity()
  const [only, setOnly] = useState<Only>({})
  const asked = useAnswer('showBoard', leading.community && { of: { kind: 'community', id: leading.community.communityId }, ...only })
  return (
    <Page wide>
      <ForLeaders leading={leading}>
        {() => (
          <>
            <CommunityBar leading={leading} />
            <Answered asked={asked}>
              {board => <Board board={board} as='leader' only={only} onOnly={setOnly} onOpen={({ caseId }) => go(`/packages/leader/case/index?id=${caseId}`)} />}
            </Answered>
          </>
        )}
      </ForLeaders>
    </Page>
  )
}

import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../../cloud/useAnswer'
import { Answered } from '../../../components/Answered/Answered'
import { Board, type Only } from '../../../components/Board/Board'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { go, goOnlyTo } from '../../../components/go'
import { ForOperators } from '../parts/ForOperators'
import { useDesk } from '../parts/useDesk'

/** What is about to break and what broke in all communities of a desk, and how many promises were kept. */
export default function DeskBoard(): ReactNode {
  const at = useDesk()
  const [only, setOnly] = useState<Only>({})
  const asked = useAnswer('showBoard', at.desk && { of: { kind: 'desk', id: at.desk.deskId }, ...only })
  return (
    <Page wide>
      <ForOperators at={at}>
        {() => (
          <Answered asked={asked}>
            {board => (board.communities.length === 0
              ? <Empty title='还没有小区请这个平台' hint='请团长在「小区」里点「请一个平台」，把邀请发给您。' />
              : <><Board board={board} as='operator' only={only} onOnly={setOnly} onOpen={({ caseId }) => go(`/packages/operator/case/index?id=${caseId}`)} /><Button label='去看等平台定的' onTap={() => goOnlyTo('/packages/operator/desk/index')} /></>)}
          </Answered>
        )}
      </ForOperators>
    </Page>
  )
}

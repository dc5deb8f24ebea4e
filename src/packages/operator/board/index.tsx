import type { ReactNode } from 'react'
import { Answered } from '../../../components/Answered/Answered'
import { Board } from '../../../components/Board/Board'
import { useBoard } from '../../../components/Board/useBoard'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { go, goOnlyTo } from '../../../components/go'
import { ForOperators } from '../parts/ForOperators'
import { useDesk } from '../parts/useDesk'

/** What is about to break and what broke in all communities of a desk, and how many promises were kept. */
export default function DeskBoard(): ReactNode {
  const at = useDesk()
  const { asked, only, choose, more, busy } = useBoard(at.desk && { kind: 'desk', id: at.desk.deskId })
  const back = (label: string) => <Button label={label} onTap={() => goOnlyTo('/packages/operator/desk/index')} />
  return (
    <Page wide>
      <ForOperators at={at}>
        {() => (
          <Answered asked={asked}>
            {board => (board.communities.length === 0
              ? <Empty title='还没有小区请这个平台' hint='请团长在「小区」里点「请一个平台」，把邀请发给您。'>{back('回平台')}</Empty>
              : <><Board board={board} as='operator' only={only} onOnly={choose} more={more} busy={busy} onOpen={({ caseId }) => go(`/packages/operator/case/index?id=${caseId}`)} />{back('去看等平台定的')}</>)}
          </Answered>
        )}
      </ForOperators>
    </Page>
  )
}

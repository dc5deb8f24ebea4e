import { before } from '../../domain/clock/shanghai'
import type { CaseView } from '../../domain/people/caseView'

/** Until when what was put aside can be taken up again, to go on with: 11月30日晚上9点前, so that nobody has to count seven days; 七天里 while nobody knows from when. */
export function reopeningWords({ reopenUntil }: Pick<CaseView, 'reopenUntil'>, now: number): string {
  return reopenUntil === null ? '七天里' : before(reopenUntil, now)
}

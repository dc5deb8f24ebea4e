import type { Case } from '../case/case'
import { caseView, type CaseView } from './caseView'
import { isCapable } from './desk'
import type { Viewer } from './relation'

/** The case as somebody of the desk sees it: what they may do is what the case allows and their capabilities are for. */
export function operatorView(c: Case, viewer: Viewer, now: number): CaseView {
  const view = caseView(c, viewer, now)
  return { ...view, mayDo: view.mayDo.filter(command => isCapable(viewer.capabilities ?? [], command)) }
}

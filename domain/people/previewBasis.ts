import type { PreviewBasis } from '../case/preview'
import type { CaseView } from './caseView'

/** What this reader's view knows of who would be asked for a refund, and at what rate. */
export function previewBasis(view: Pick<CaseView, 'line' | 'asked' | 'recovery' | 'recoverFrom' | 'hasSupplier'>): PreviewBasis {
  const { recovery } = view
  const from = view.recoverFrom ?? 'supplier'
  if (recovery === null || from === 'nobody' || (from === 'supplier' && !view.hasSupplier)) return { from: 'nobody', rate: null }
  if (from === 'carrier' || recovery.basis !== 'cost') return { from, rate: { claimed: 1, refund: 1 } }
  if (view.line && recovery.whole !== null) return { from, rate: { claimed: recovery.whole, refund: view.line.paid } }
  return { from, rate: view.asked > 0 ? { claimed: recovery.expected, refund: view.asked } : null }
}

import type { RefundRow } from './refundSheet'

/**
 * How far the newest export has been held against what was paid: `nothingPaid` yet, `older` than every payment that it does not tell of, or
 * `checked`.
 */
export function exportSays(rows: readonly Pick<RefundRow, 'paidAt' | 'state'>[], exportedAt: number | null): 'none' | 'nothingPaid' | 'older' | 'checked' {
  if (exportedAt === null) return 'none'
  const paid = rows.filter(r => r.paidAt !== null)
  if (paid.length === 0) return 'nothingPaid'
  const unconfirmed = paid.filter(r => r.state !== 'confirmed')
  return unconfirmed.length === 0 || unconfirmed.some(r => (r.paidAt ?? 0) < exportedAt) ? 'checked' : 'older'
}

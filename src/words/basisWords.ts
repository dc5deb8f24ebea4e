import type { RecoveryBasis } from '../../domain/case/recoverable'

/** What a claim against the supplier goes by, in a few words. */
export function basisWords(basis: RecoveryBasis): string {
  switch (basis) {
    case 'retail': return '按零售价'
    case 'cost': return '按进价'
    case 'costUnknown': return '没有进价，先按零售价'
  }
}

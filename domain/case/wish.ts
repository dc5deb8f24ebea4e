import type { Wish } from './claim'
import { yuan } from './money'

/** A wish as a half-sentence, in everybody's words. */
export function wishWords(wish: Wish): string {
  switch (wish.kind) {
    case 'refund': return `想退 ${yuan(wish.amount)}`
    case 'returnRefund': return `想退货，退 ${yuan(wish.amount)}`
    case 'exchange': return '想换一个好的'
    case 'redeliver': return '想补发'
    case 'sendPart': return '想补上缺的配件'
    case 'repair': return '想修好'
    case 'apology': return '想要个说法'
    case 'none': return '不用退，说一声'
  }
}

import { DO_THIS, type WarningEvent } from './warning'

/** One line of a warning's record, as people read it. `who` is how the giver is called. */
export function recordWords(e: WarningEvent, who: string, supplierName: (id: string) => string): string {
  switch (e.type) {
    case 'WarningStarted': return `${who}发了提醒：${e.words}。${DO_THIS[e.doThis]}`
    case 'ProductHeld': return `${who}停发了这件东西`
    case 'ProductReleased': return `${who}恢复发货：${e.words}`
    case 'SupplierTold': return `告诉了供货商「${supplierName(e.supplierId)}」`
    case 'WarningLifted': return `${who}解除了提醒：${e.words}`
  }
}

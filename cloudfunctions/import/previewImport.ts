import type { ImportPreview } from '../../domain/contract/importReport'
import type { UseCase } from '../lib/door'
import { prepare, type Prepared } from './prepare'

/** What a file would bring, without writing anything. */
export const previewImport: UseCase<'previewImport'> = async (caller, input, now) => report(await prepare(caller, input, now))

function report({ digest, sheet, products, plan }: Prepared): ImportPreview {
  return {
    digest,
    columns: sheet.columns.map(({ name, meaning }) => ({ name, meaning })),
    rowsAccepted: sheet.orders.length - (plan.refused.length - sheet.refused.length),
    refused: plan.refused.map(({ row, code, reason }) => ({ row, code, reason })),
    productsRefused: (products?.refused ?? []).map(({ row, code, reason }) => ({ row, code, reason })),
    remarks: [...sheet.warnings.map(({ row, code, reason }) => ({ row, code, reason })), ...plan.older.map(({ row, reason }) => ({ row, code: 'OLDER', reason }))].sort((a, b) => a.row - b.row),
    missing: sheet.missing.map(({ name, consequence }) => ({ name, consequence })),
    groupBuys: groupBuys(sheet, plan),
    productsWithoutSupplier: plan.productsWithoutSupplier.map(({ groupBuyTitle, title, spec }) => ({ groupBuyTitle, title, spec })),
    productsWithoutPrice: plan.productsWithoutPrice.map(({ groupBuyTitle, title, spec }) => ({ groupBuyTitle, title, spec })),
    notClaimable: plan.notClaimable.length,
  }
}

function groupBuys(sheet: Prepared['sheet'], plan: Prepared['plan']): ImportPreview['groupBuys'] {
  const isNew = new Set(plan.groupBuysToAdd.map(g => g.title))
  const addedKeys = new Set(plan.ordersToAdd.map(o => o.key))
  const changedRows = new Set(plan.ordersToChange.map(o => o.row))
  const refusedRows = new Set(plan.refused.map(r => r.row))
  return [...new Set(sheet.orders.map(o => o.groupBuyTitle))].map(title => {
    const orders = sheet.orders.filter(o => o.groupBuyTitle === title && !refusedRows.has(o.row))
    const added = orders.filter(o => addedKeys.has(o.key)).length
    const changed = orders.filter(o => changedRows.has(o.row)).length
    return { title, isNew: isNew.has(title), orders: orders.length, added, changed, unchanged: orders.length - added - changed }
  })
}

import { bundleOf, inForce, type BundleState, type Tally } from '../case/bundle'
import type { CaseState } from '../case/case'
import { piecesOf } from '../case/claim'
import { REASONS } from '../case/reasons'
import type { RecoveryBasis } from '../case/recoverable'
import { shanghai } from '../clock/shanghai'
import { caseNumber } from '../notice/owed'
import { asFileName, type SheetCell, type SheetPlan } from './sheet'

const BASES: Record<RecoveryBasis, string> = { retail: '按零售价', cost: '按进价', costUnknown: '没有进价，按零售价' }
const STATES: Partial<Record<BundleState, string>> = { claimed: '等供货商回话', admitted: '供货商认了', disputed: '供货商有不同意见' }

const COLUMNS: SheetPlan['columns'] = [
  { name: '售后单号', width: 12 }, { name: '商品', width: 28 }, { name: '规格', width: 14 }, { name: '反映日期', width: 12 }, { name: '原因', width: 16 },
  { name: '件数', width: 8 }, { name: '怎么算', width: 20 }, { name: '金额（元）', width: 12 }, { name: '状态', width: 18 },
]

/**
 * What a supplier's next payment is reduced by (扣款单): a line for each case of a group-buy that something was claimed for, by the numbers that both
 * sides see on their screens. Both hold the same sheet, so it names no resident, and nothing in it is anybody's own words.
 */
export function deductionSheet(of: { supplierName: string; groupBuyTitle: string; communityName: string; leaderName: string }, cases: readonly CaseState[], now: number): SheetPlan {
  const { items, sum } = bundleOf(cases, now)
  const rows = cases.flatMap((c, i): SheetCell[][] => {
    const item = items[i]
    const state = item && STATES[item.state]
    if (!item || state === undefined) return []
    const { line, filedAt, reason, claim } = inForce(c, now)
    return [[caseNumber(c), line.title, line.spec, shanghai(filedAt).format('YYYY-MM-DD'), REASONS[reason].says, { count: piecesOf(claim, line.quantity) }, BASES[item.basis], { fen: item.amount }, state]]
  })
  const total = (label: string, { cases: count, fen }: Tally): SheetCell[] => [label, `${count} 笔`, null, null, null, null, null, { fen }, null]
  const all: Tally = { cases: rows.length, fen: sum.all.fen }
  return {
    fileName: asFileName(`扣款单 ${of.supplierName} ${of.groupBuyTitle}`), tab: '扣款单',
    about: [
      `扣款单：${of.supplierName}`,
      `${of.communityName} 团长${of.leaderName} · ${of.groupBuyTitle}`,
      `${shanghai(now).format('YYYY-MM-DD HH:mm')} 的情况${sum.undecided.cases > 0 ? `；团长还没定的 ${sum.undecided.cases} 笔不在里面` : ''}`,
    ],
    columns: COLUMNS, rows,
    totals: [total('供货商认了，可以扣', sum.admitted), total('等供货商回话', sum.claimed), total('有不同意见', sum.disputed), total('一共', all)],
  }
}

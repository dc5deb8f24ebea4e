import { render, screen } from '@testing-library/react'
import type { BundleItem } from '../../../../domain/case/bundle'
import type { BundleCase, TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import type { CaseCard } from '../../../../domain/people/caseView'
import { AnswerResults } from './AnswerResults'

const NEWS = '这件事刚刚有了新情况，请看过以后再决定'
const refused = (caseId: string): TogetherResult => ({ caseId, outcome: 'refused', amount: 0, buyer: '', joinNumber: '', why: { code: 'CASE_CHANGED', message: NEWS } })
const now = (id: string, state: BundleItem['state']): BundleCase => ({
  card: { id, title: '水蜜桃' } as CaseCard, number: `号${id}`, seen: 2, item: { caseId: id, productId: 'p', title: '水蜜桃', spec: '', state, amount: 4990, basis: 'retail', repaid: false },
})
const show = (cases: BundleCase[]) => {
  const results = cases.map(c => refused(c.card.id))
  const view: TogetherView = { id: 'd', step: { type: 'admitRecovery', words: '' }, phase: 'done', busy: false, total: results.length, done: results.length, takesEffect: null, results }
  render(<AnswerResults view={view} running={false} cases={cases} />)
}
const ids = Array.from({ length: 20 }, (_, i) => String(i))

test('what a colleague has admitted meanwhile is one line, and no warning', () => {
  show(ids.map(id => now(id, 'admitted')))
  expect(screen.getByText('✓ 您这边刚刚已经认了这 20 笔，一共 ¥998.00')).toBeTruthy()
  expect(screen.queryByText(new RegExp(NEWS))).toBeNull()
})

test('what changed otherwise is said once for all of them; a few are named', () => {
  show(ids.map(id => now(id, 'claimed')))
  expect(screen.getByText(`! 20 笔：${NEWS}`)).toBeTruthy()
  show([now('1', 'claimed'), now('2', 'disputed')])
  expect(screen.getByText(`! 号1 水蜜桃：${NEWS}`)).toBeTruthy()
  expect(screen.getByText('✓ 您这边刚刚已经对这 1 笔提了不同意见')).toBeTruthy()
})

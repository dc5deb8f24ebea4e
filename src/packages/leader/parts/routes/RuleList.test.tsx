import { fireEvent, render, screen } from '@testing-library/react'
import type { RoutesPage } from '../../../../../domain/contract/calls'
import { RuleList } from './RuleList'
import { RuleSheet } from './RuleSheet'
import { Found } from './TryIt'
import { emptyDraft, type Rule } from './ruleDraft'

const page: RoutesPage = { version: 1, rules: [], mayEdit: true, hasDesk: false, suppliers: [{ id: 's1', name: '丹东果业' }], products: [{ key: '草莓', title: '草莓', spec: '' }] }
const rules: Rule[] = [{ id: 'a', when: { askedAtLeast: 5000 }, then: { holder: 'operator' }, words: '贵的先请平台看' }, { id: 'b', when: { supplierIds: ['s1'] }, then: { holder: 'supplier' }, words: '果业的先问果业' }]
const list = (over: Partial<RoutesPage> = {}) => {
  const spies = { onAdd: jest.fn(), onChange: jest.fn(), onForward: jest.fn() }
  render(<RuleList page={{ ...page, ...over }} rules={rules} warnings={[{ id: 'a', code: 'NO_DESK', message: '现在没有平台，会归团长' }]} {...spies} />)
  return spies
}

test('each rule in its words and as it is, with what is of no use; the first cannot go further forward', () => {
  const { onForward, onChange } = list()
  expect(screen.getByText('要退 ¥50.00 以上的：先归平台')).toBeTruthy()
  expect(screen.getByText('! 现在没有平台，会归团长')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '把贵的先请平台看往前挪' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '把果业的先问果业往前挪' }))
  fireEvent.click(screen.getByRole('button', { name: '改果业的先问果业' }))
  expect([onForward.mock.calls, onChange.mock.calls]).toEqual([[[1]], [[rules[1]]]])
})

test('who may not change them has nothing to tap, and is told whom to ask', () => {
  list({ mayEdit: false })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('改规则请找团长。')).toBeTruthy()
})

test('a rule is put together by taps, and named by what it says', () => {
  const onDone = jest.fn()
  render(<RuleSheet first={emptyDraft('new')} isNew page={page} onDone={onDone} onDelete={jest.fn()} onClose={jest.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: '选一下先归谁' }))
  expect(onDone).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('checkbox', { name: '质量问题' }))
  fireEvent.change(screen.getByRole('textbox', { name: '要退多少以上（可以不填）' }), { target: { value: '50' } })
  fireEvent.click(screen.getByRole('radio', { name: '平台' }))
  fireEvent.click(screen.getByRole('button', { name: '用这句：质量问题，要退 ¥50.00 以上的：先归平台' }))
  fireEvent.click(screen.getByRole('button', { name: '就这样' }))
  expect(onDone).toHaveBeenCalledWith({ id: 'new', when: { classes: ['quality'], askedAtLeast: 5000 }, then: { holder: 'operator' }, words: '质量问题，要退 ¥50.00 以上的：先归平台' })
})

test('where it would go, by which rule', () => {
  render(<Found found={{ route: { holder: 'leader', looks: 'leader', copySupplier: true, recoverFrom: 'supplier', by: { id: 'usual:hazard', words: '安全问题平台先看', own: false } }, about: { class: 'hazard', reason: null, title: '草莓', supplierName: '丹东果业', amountAsked: 1260 } }} />)
  expect(screen.getByText('安全问题，草莓，要退 ¥12.60')).toBeTruthy()
  expect(screen.getByText('先归团长，同时告诉供货商；钱找供货商')).toBeTruthy()
  expect(screen.getByText('按平常的规则：「安全问题平台先看」')).toBeTruthy()
})

import { fireEvent, render, screen } from '@testing-library/react'
import type { TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import type { Together } from '../../../cloud/useTogether'
import { DecidedTogether } from './DecidedTogether'

const result = (caseId: string, over: Partial<TogetherResult> = {}): TogetherResult => ({ caseId, outcome: 'settled', amount: 2990, buyer: `邻居${caseId}`, joinNumber: caseId, why: null, ...over })
const refused = (caseId: string) => result(caseId, { outcome: 'refused', amount: 0, why: { code: 'OVER_LIMIT', message: '超过您能定的金额（¥20.00），请团长定' } })
function show(results: TogetherResult[], over: Partial<TogetherView> = {}) {
  const view: TogetherView = { id: 'd', step: { type: 'asAsked' }, phase: 'done', total: results.length, done: results.length, busy: false, takesEffect: null, results, ...over }
  const nothing = () => undefined
  const together: Together = { view, working: false, trouble: null, decide: nothing, undo: nothing, again: nothing, close: nothing }
  const onRefunds = jest.fn()
  const { container } = render(<><DecidedTogether together={together} /><DecidedTogether together={together} bar onRefunds={onRefunds} /></>)
  return { onRefunds, who: () => [...container.querySelectorAll('.decided__who')].map(who => who.textContent) }
}

test('what was agreed to is paid next', () => {
  const { onRefunds } = show([result('1'), result('2')])
  fireEvent.click(screen.getByRole('button', { name: '去退款表' }))
  expect(onRefunds).toHaveBeenCalledTimes(1)
})

test('nothing to pay, no way to the sheet', () => {
  show([result('1', { outcome: 'offered' }), refused('2')])
  expect(screen.queryByRole('button', { name: '去退款表' })).toBeNull()
  expect(screen.getByRole('button', { name: '知道了' })).toBeTruthy()
})

test('what can be taken back is counted without those that were refused', () => {
  show([result('1'), refused('2')], { takesEffect: { at: 8000, left: 8000 } })
  expect(screen.getByText('1 户一起处理，8 秒内可以撤回')).toBeTruthy()
})

test('where all were refused, there is nothing to take back', () => {
  show([refused('1')], { takesEffect: { at: 8000, left: 8000 } })
  expect(screen.queryByText(/可以撤回/)).toBeNull()
  expect(screen.getByRole('button', { name: '知道了' })).toBeTruthy()
})

test('in brief: what came of it, and only who was refused', () => {
  const nothing = () => undefined
  const results = [result('1', { outcome: 'paid' }), refused('2')]
  const view: TogetherView = { id: 'd', step: { type: 'asAsked' }, phase: 'done', total: 2, done: 2, busy: false, takesEffect: null, results }
  render(<DecidedTogether brief together={{ view, working: false, trouble: null, decide: nothing, undo: nothing, again: nothing, close: nothing }} />)
  expect(screen.getByText(/^1 户已退，共 ¥29.90。/)).toBeTruthy()
  expect(screen.queryByText(/邻居1/)).toBeNull()
  expect(screen.getByText(/邻居2/)).toBeTruthy()
})

test('each household\'s result: what did not work first, then by 跟团号 as numbers', () => {
  const no = (caseId: string) => result(caseId, { outcome: 'refused', amount: 0, why: { code: 'WRONG_STATE', message: '已经定过了' } })
  const { who } = show([result('12'), result('2'), no('31'), result('100'), no('4')])
  expect(screen.getByText('3 户同意了，共 ¥89.70。2 户没办成，请点开单独看。')).toBeTruthy()
  expect(who()).toEqual(['4号 邻居4', '31号 邻居31', '2号 邻居2', '12号 邻居12', '100号 邻居100'])
})

test('two cases of one household are one household, which stands once', () => {
  const of = (orderId: string) => ({ household: { orderId, here: false }, buyer: `邻居${orderId}`, outcome: 'told' as const, amount: 0 })
  const { who } = show([result('1', { ...of('a'), joinNumber: '21' }), result('2', { ...of('b'), joinNumber: '3' }), result('3', { ...of('a'), joinNumber: '21' })], { takesEffect: { at: 8000, left: 8000 } })
  expect(screen.getByText('2 户记下了。')).toBeTruthy()
  expect(screen.getByText('2 户一起处理，8 秒内可以撤回')).toBeTruthy()
  expect(who()).toEqual(['3号 邻居b', '21号 邻居a', '还有一件'])
})

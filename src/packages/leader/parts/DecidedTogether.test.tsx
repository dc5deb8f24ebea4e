import { render, screen } from '@testing-library/react'
import type { TogetherResult, TogetherView } from '../../../../domain/contract/calls'
import type { Together } from '../../../cloud/useTogether'
import { DecidedTogether } from './DecidedTogether'

const result = (joinNumber: string, over: Partial<TogetherResult> = {}): TogetherResult => ({ caseId: `c${joinNumber}`, outcome: 'settled', amount: 2990, buyer: `邻居${joinNumber}`, joinNumber, why: null, ...over })

const done = (results: TogetherResult[]): Together => {
  const view: TogetherView = { id: 'd', step: { type: 'asAsked' }, phase: 'done', total: results.length, done: results.length, busy: false, takesEffect: null, results }
  return { view, working: false, trouble: null, decide: jest.fn(), undo: jest.fn(), again: jest.fn(), close: jest.fn() }
}

test('each household\'s result: what did not work first, then by 跟团号 as numbers', () => {
  const no = { outcome: 'refused' as const, amount: 0, why: { code: 'WRONG_STATE', message: '已经定过了' } }
  const { container } = render(<DecidedTogether together={done([result('12'), result('2'), result('31', no), result('100'), result('4', no)])} />)
  expect(screen.getByText('3 户同意了，共 ¥89.70。2 户没办成，请点开单独看。')).toBeTruthy()
  expect([...container.querySelectorAll('.decided__who')].map(who => who.textContent)).toEqual(['4号 邻居4', '31号 邻居31', '2号 邻居2', '12号 邻居12', '100号 邻居100'])
})

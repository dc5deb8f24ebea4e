import { render } from '@testing-library/react'
import { examples, HOUR, LEADER } from '../../../../../domain/case/exampleCase'
import { DEFAULT_POLICY } from '../../../../../domain/clock/policy'
import { caseView, type CaseView } from '../../../../../domain/people/caseView'
import { gatheredView } from '../../../../../domain/people/gathered'
import { WhereItStands } from './WhereItStands'

const said = (view: CaseView) => render(<WhereItStands view={view} />).container.textContent ?? ''
const seenLater = (name: 'settled' | 'paid', as = caseView) => {
  const c = examples()[name]
  return as(c, LEADER, DEFAULT_POLICY, c.state.filedAt + 5 * HOUR)
}

test('who pays is asked to; a helper leader is told who will', () => {
  expect(said(seenLater('settled'))).toMatch(/等您退款.*我已退款/)
  const gathered = said(seenLater('settled', gatheredView))
  expect(gathered).toContain('等团长退款')
  expect(gathered).not.toMatch(/我已退款|等您|请在/)
})

test('nobody is said to have seen what nobody could see', () => {
  expect(said({ ...seenLater('paid'), bound: true })).toContain('邻居那边能看到退了多少')
  const unbound = said({ ...seenLater('paid'), bound: false })
  expect(unbound).not.toContain('邻居那边能看到')
  expect(unbound).toContain('这家还没人来过小程序')
})

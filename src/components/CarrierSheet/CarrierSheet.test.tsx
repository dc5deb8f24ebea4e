import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, lastAt, LEADER } from '../../../domain/case/exampleCase'
import { caseView } from '../../../domain/people/caseView'
import { CarrierSheet } from './CarrierSheet'

const c = examples().review
const usual = () => ({ as: 'leader' as const, view: caseView(c, LEADER, lastAt(c) + HOUR), busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

test('a carrier\'s no needs a reason and its words; prices are not its business', async () => {
  const props = usual()
  render(<CarrierSheet {...props} />)
  choose('没认')
  await tap('先选一个原因')
  expect(screen.queryByRole('radio', { name: '应按进价算，不按零售价' })).toBeNull()
  choose('反映得太晚')
  await tap('写一句快递怎么说的')
  type('快递怎么说的', '签收超过一天')
  await tap('记下来，没认')
  expect(props.onSend).toHaveBeenCalledTimes(1)
  expect(props.onSend).toHaveBeenCalledWith({ type: 'disputeRecovery', reason: 'lateClaim', words: '签收超过一天', photos: [] })
})

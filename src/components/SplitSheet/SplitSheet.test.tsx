import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, lastAt, LEADER, type ExampleName } from '../../../domain/case/exampleCase'
import { caseView } from '../../../domain/people/caseView'
import { SplitSheet } from './SplitSheet'

const ALL = examples()
const show = (name: ExampleName) => {
  const onSend = jest.fn(() => Promise.resolve(true))
  render(<SplitSheet as='leader' view={caseView(ALL[name], LEADER, lastAt(ALL[name]) + HOUR)} busy={false} said={null} onClose={jest.fn()} onSend={onSend} />)
  return onSend
}
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })

test('what nobody bears yet is said at each keystroke, and nothing goes before it comes out even', async () => {
  const onSend = show('settled')
  expect(screen.getByRole('button', { name: '就这样分，一共 ¥12.60' })).toBeTruthy()
  type('供货商', '8')
  await tap('还有 ¥4.60 没人承担')
  type('快递', '5')
  await tap('多分了 ¥0.40')
  type('快递', '五块')
  await tap('有个金额不对')
  expect(onSend).not.toHaveBeenCalled()
  type('快递', '2')
  await tap('剩下的归善意补偿')
  await tap('用这句：按大家说好的分。')
  await tap('就这样分，一共 ¥12.60')
  expect(onSend).toHaveBeenCalledWith({ type: 'splitLiability', shares: { supplier: 800, carrier: 200, leader: 0, seller: 0, goodwill: 260 }, words: '按大家说好的分。' })
})

test('too much is taken off who has enough', async () => {
  const onSend = show('settled')
  type('卖家', '3')
  expect(screen.queryByRole('button', { name: '多的从团长减' })).toBeNull()
  await tap('多的从供货商减')
  await tap('就这样分，一共 ¥12.60')
  expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ shares: { supplier: 960, carrier: 0, leader: 0, seller: 300, goodwill: 0 } }))
})

test('nobody is asked who is not known', async () => {
  const onSend = show('settledWithoutSupplier')
  expect(screen.queryByRole('textbox', { name: '供货商' })).toBeNull()
  await tap('就这样分，一共 ¥12.60')
  expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ shares: { supplier: 0, carrier: 0, leader: 0, seller: 1260, goodwill: 0 } }))
})

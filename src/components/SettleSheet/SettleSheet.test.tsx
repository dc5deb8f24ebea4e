import { act, fireEvent, render, screen } from '@testing-library/react'
import { filedCase, LATER, LEADER } from '../../../domain/case/exampleCase'
import type { Filing } from '../../../domain/case/file'
import { caseView } from '../../../domain/people/caseView'
import { SettleSheet } from './SettleSheet'

const show = (filing: Partial<Filing> = {}, limit: number | null = null) => {
  const onSend = jest.fn(() => Promise.resolve(true))
  const { container } = render(<SettleSheet as='leader' title='同意' view={{ ...caseView(filedCase(filing), LEADER, LATER), limit }} busy={false} said={null} onClose={jest.fn()} onSend={onSend} />)
  return { onSend, container }
}
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })

test('freight on top, and who pays which part of it', async () => {
  const { onSend, container } = show()
  type('另补运费（没有就空着）', '8')
  expect(container.textContent).toContain('邻居拿到¥20.60请供货商承担¥12.60您这边承担¥8.00')
  await tap('同意并退 ¥12.60，另加 ¥8.00')
  expect(onSend).toHaveBeenCalledWith({ type: 'settle', amount: 1260, freight: 800 })
})

test('an exchange takes the goods back first, where the leader says so', async () => {
  const { onSend } = show({ wish: { kind: 'exchange' } })
  fireEvent.click(screen.getByRole('radio', { name: /^先把东西拿回来/ }))
  await tap('同意换货')
  expect(onSend).toHaveBeenCalledWith({ type: 'settle', amount: 0, returnFirst: true })
})

test('over the helper\'s limit, or above what freight can be, is said before it is sent', async () => {
  const { onSend } = show({}, 1500)
  type('另外补偿（没有就空着）', '3')
  expect(screen.getByRole('alert').textContent).toContain('一共 ¥15.60，超过您能定的 ¥15.00，请团长定')
  await tap('同意并退 ¥12.60，另加 ¥3.00')
  type('另外补偿（没有就空着）', '')
  type('另补运费（没有就空着）', '600')
  expect(screen.getByText('! 运费最多 ¥500.00')).toBeTruthy()
  expect(onSend).not.toHaveBeenCalled()
})

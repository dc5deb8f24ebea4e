import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, lastAt, LEADER } from '../../../domain/case/exampleCase'
import { caseView } from '../../../domain/people/caseView'
import { PlanSheet } from './PlanSheet'

const c = examples().review
const usual = () => ({ as: 'leader' as const, view: caseView(c, LEADER, lastAt(c) + HOUR), busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

test('a plan: what, who, until when; several steps, each can be taken out again', async () => {
  const { onSend, ...props } = usual()
  render(<PlanSheet {...props} onSend={onSend} />)
  await tap('先写一步')
  type('做什么', '要到冷链记录')
  await tap('选一下什么时候')
  expect(onSend).not.toHaveBeenCalled()
  choose(/^供货商/)
  choose(/^明天晚上9点/)
  await tap('再写一步')
  type('做什么', '给邻居回话')
  choose(/^您/)
  fireEvent.click(screen.getAllByRole('radio', { name: /月.*晚上9点/ })[0] as Element)
  await tap('发出去，2 步')
  type Sent = { steps: { what: string; party: string; by: number }[] }
  const [{ steps }] = onSend.mock.calls[0] as unknown as [Sent]
  expect(steps).toMatchObject([{ what: '要到冷链记录', party: 'supplier' }, { what: '给邻居回话', party: 'leader' }])
  await tap('去掉第 1 步')
  await tap('发出去，1 步')
  expect((onSend.mock.calls[1] as unknown as [Sent])[0].steps).toMatchObject([{ what: '给邻居回话' }])
})

test('the desk\'s own steps are anybody\'s there', async () => {
  const { onSend, ...props } = usual()
  render(<PlanSheet {...props} as='operator' onSend={onSend} />)
  expect(screen.getByRole('radio', { name: /^平台/ }).getAttribute('aria-checked')).toBe('true')
  type('做什么', '问仓库')
  choose(/^明天晚上9点/)
  await tap('发出去，1 步')
  expect(onSend).toHaveBeenCalledWith({ type: 'plan', steps: [expect.objectContaining({ what: '问仓库', party: 'operator' })] })
  expect(props.onClose).toHaveBeenCalled()
})

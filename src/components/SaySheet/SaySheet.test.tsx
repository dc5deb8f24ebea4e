import { act, fireEvent, render, screen } from '@testing-library/react'
import { SaySheet, type SaySheetProps } from './SaySheet'

const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const show = (more: Partial<SaySheetProps> = {}) => {
  const props: SaySheetProps = { title: '不同意', label: '想怎么处理', placeholder: '比如：退一半', send: '发出去', busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)), ...more }
  return { props, ...render(<SaySheet {...props}>上面的话</SaySheet>) }
}
const type = (words: string) => fireEvent.change(screen.getByRole('textbox', { name: '想怎么处理' }), { target: { value: words } })

test('what is missing is said on the button, and nothing is sent', async () => {
  const { props } = show({ missing: ({ words }) => (words === '' ? '先写一句' : null) })
  fireEvent.click(screen.getByRole('button', { name: '先写一句' }))
  expect(props.onSend).not.toHaveBeenCalled()
  type(' 退一半 ')
  await tap('发出去')
  expect(props.onSend).toHaveBeenCalledWith({ words: '退一半', photos: [] })
})

test('it is closed once it was taken, and stays open while it was not', async () => {
  const refused = show({ onSend: () => Promise.resolve(false) })
  await tap('发出去')
  expect(refused.props.onClose).not.toHaveBeenCalled()
  refused.unmount()
  const taken = show()
  await tap('发出去')
  expect(taken.props.onClose).toHaveBeenCalled()
})

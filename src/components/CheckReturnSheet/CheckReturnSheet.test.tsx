import { act, fireEvent, render, screen } from '@testing-library/react'
import { CheckReturnSheet } from './CheckReturnSheet'

const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const show = (step: 'receiveReturn' | 'inspectReturn') => {
  const onSend = jest.fn(() => Promise.resolve(true))
  render(<CheckReturnSheet step={step} them='邻居' busy={false} said={null} onClose={jest.fn()} onSend={onSend} />)
  return onSend
}

test('that it is here needs no word', async () => {
  const onSend = show('receiveReturn')
  await tap('收到了，告诉邻居')
  expect(onSend).toHaveBeenCalledWith({ type: 'receiveReturn', words: '', photos: [] })
})

test('what is not as was said needs a word or a photo; what is, does not', async () => {
  const onSend = show('inspectReturn')
  await tap('先选验过没有')
  fireEvent.click(screen.getByRole('radio', { name: /^和说的不一样/ }))
  await tap('写一句哪里不对，或者拍一张')
  expect(onSend).not.toHaveBeenCalled()
  fireEvent.change(screen.getByRole('textbox', { name: '看到的（跟说的一样可以不写）' }), { target: { value: '是好的' } })
  await tap('和说的不一样，告诉邻居')
  expect(onSend).toHaveBeenCalledWith({ type: 'inspectReturn', passed: false, words: '是好的', photos: [] })
  fireEvent.click(screen.getByRole('radio', { name: /^跟邻居说的一样/ }))
  await tap('验过了，跟说的一样')
  // What was written is the page's to forget, once it was taken.
  expect(onSend).toHaveBeenLastCalledWith({ type: 'inspectReturn', passed: true, words: '是好的', photos: [] })
})

import { fireEvent, render, screen } from '@testing-library/react'
import { OfferSheet } from './OfferSheet'

const usual = { open: true, asked: 2000, most: 3000, phrases: ['您看行吗？'], busy: false, said: null, onClose: () => undefined }

test('amounts are chosen, a word is added, and both are sent', () => {
  const send = jest.fn()
  render(<OfferSheet {...usual} onSend={send} />)
  expect(screen.getByRole('button', { name: '先选退多少' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(screen.getByRole('textbox', { name: '或者自己填一个' }), { target: { value: '7.5' } })
  fireEvent.click(screen.getByRole('button', { name: '用这句：您看行吗？' }))
  fireEvent.click(screen.getByRole('button', { name: '发出去：退 ¥7.50' }))
  expect(send).toHaveBeenCalledWith({ type: 'offer', options: [{ remedy: 'refund', refund: 750 }], words: '您看行吗？' })
})

test('more than can be given is said in place and not sent', () => {
  const send = jest.fn()
  render(<OfferSheet {...usual} onSend={send} />)
  fireEvent.change(screen.getByRole('textbox', { name: '或者自己填一个' }), { target: { value: '31' } })
  expect(screen.getByText('! 最多能退 ¥30.00')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '先选退多少' }))
  expect(send).not.toHaveBeenCalled()
})

import { fireEvent, render, screen } from '@testing-library/react'
import { OfferSheet } from './OfferSheet'

const basis = { from: 'supplier' as const, rate: { claimed: 1701, refund: 3000 } }
const usual = { open: true, asked: 2000, most: 3000, basis, phrases: ['您看行吗？'], busy: false, said: null, onClose: () => undefined }
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const tap = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }))

test('amounts are chosen, a word is added, and both are sent', () => {
  const send = jest.fn()
  const { container } = render(<OfferSheet {...usual} onSend={send} />)
  expect(screen.getByRole('button', { name: '先选退多少，或者换个办法' }).getAttribute('aria-disabled')).toBe('true')
  type('或者自己填一个', '7.5')
  expect(container.textContent).toContain('邻居拿到¥7.50请供货商承担¥4.25您这边承担¥3.25')
  tap('用这句：您看行吗？')
  tap('发出去：退 ¥7.50')
  expect(send).toHaveBeenCalledWith({ type: 'offer', options: [{ remedy: 'refund', refund: 750 }], words: '您看行吗？' })
})

test('more than can be given is said in place and not sent', () => {
  const send = jest.fn()
  render(<OfferSheet {...usual} onSend={send} />)
  type('或者自己填一个', '31')
  expect(screen.getByText('! 最多能退 ¥30.00')).toBeTruthy()
  tap('先选退多少，或者换个办法')
  expect(send).not.toHaveBeenCalled()
})

test('an exchange that comes back first, a gift in words and an amount with freight, each to choose from', () => {
  const send = jest.fn()
  const { container } = render(<OfferSheet {...usual} onSend={send} />)
  tap(/^退一半/, 'checkbox')
  tap('改一下：退 ¥10.00')
  type('另补运费（没有就空着）', '8')
  expect(container.textContent).toContain('邻居拿到¥18.00请供货商承担¥5.67您这边承担¥12.33')
  tap('就这样，放进去')
  tap('换个办法：退货、换货、补发…')
  tap('换货', 'radio')
  tap(/^先把东西拿回来/, 'radio')
  tap('就这样，放进去')
  tap('换个办法：退货、换货、补发…')
  tap('送一份小礼物', 'radio')
  expect(screen.getByRole('alert').textContent).toContain('请写清楚送什么')
  tap('就这样，放进去')
  type('送什么、便宜多少', '一盒小番茄')
  tap('就这样，放进去')
  tap('发出去：3 个办法，让人家挑')
  expect(send).toHaveBeenCalledWith({ type: 'offer', words: '', options: [{ remedy: 'refund', refund: 1000, freight: 800 }, { remedy: 'exchange', refund: 0, returnFirst: true }, { remedy: 'gift', refund: 0, words: '一盒小番茄' }] })
})

test('a helper is told at the field what goes over their limit, before it is sent', () => {
  render(<OfferSheet {...usual} most={1500} limit={1500} onSend={jest.fn()} />)
  tap('换个办法：退货、换货、补发…')
  tap('退货退款', 'radio')
  type('退多少', '12')
  type('另外补偿（没有就空着）', '4')
  expect(screen.getByText('! 一共 ¥16.00，超过您能定的 ¥15.00，请团长定')).toBeTruthy()
  expect(screen.getByRole('button', { name: '就这样，放进去' }).getAttribute('aria-disabled')).toBe('true')
})

test('an amount that cannot be read is said at its field', () => {
  render(<OfferSheet {...usual} onSend={jest.fn()} />)
  tap('换个办法：退货、换货、补发…')
  tap('补发', 'radio')
  type('另补运费（没有就空着）', '8元5')
  expect(screen.getByText(/^! 这个金额/)).toBeTruthy()
  type('另补运费（没有就空着）', '501')
  expect(screen.getByText('! 运费最多 ¥500.00')).toBeTruthy()
})

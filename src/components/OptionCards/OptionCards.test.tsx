import { fireEvent, render, screen } from '@testing-library/react'
import { OptionCards } from './OptionCards'

const options = [
  { remedy: 'refund' as const, refund: 1260, freight: 800, compensation: 500 },
  { remedy: 'exchange' as const, refund: 0, returnFirst: true, words: '换一盒新的', until: 1 },
  { remedy: 'returnRefund' as const, refund: 2520 },
]

test('each with all that is in it, summed up', () => {
  const { container } = render(<OptionCards options={options} left={2520} chosen={null} onChoose={jest.fn()} />)
  expect(container.textContent).toContain('退的钱¥12.60运费¥8.00补偿¥5.00一共¥25.60')
  expect(container.textContent).toContain('换货（先把东西拿回来），换一盒新的')
  expect(container.textContent).toContain('您把东西拿回来，验过跟您说的一样就退钱。')
})

test('one is chosen by a tap; what is over cannot be', () => {
  const onChoose = jest.fn()
  render(<OptionCards options={options} left={2520} chosen={0} onChoose={onChoose} />)
  expect(screen.getByRole('radio', { name: /^退 ¥12.60.*已选$/ }).getAttribute('aria-checked')).toBe('true')
  fireEvent.click(screen.getByRole('radio', { name: /时间过了/ }))
  expect(onChoose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: /^东西拿回来，退 ¥25.20/ }))
  expect(onChoose).toHaveBeenCalledWith(2)
})

test('a single one needs no choosing, and that there is not so much left is said', () => {
  const { container } = render(<OptionCards options={options.slice(0, 1)} left={900} chosen={0} onChoose={jest.fn()} />)
  expect(screen.queryAllByRole('radio')).toEqual([])
  expect(container.textContent).toContain('现在退不了这么多了')
})

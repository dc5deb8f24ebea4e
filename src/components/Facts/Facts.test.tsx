import { render, screen } from '@testing-library/react'
import { Facts } from './Facts'

test('lines without a value are left out; what is needed elsewhere can be copied by name', () => {
  render(<Facts facts={[{ label: '谁买的', value: '王阿姨' }, { label: '门牌', value: '' }, { label: '金额', value: '¥12.60', copy: '12.60' }]} />)
  expect(screen.queryByText('门牌')).toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(1)
  expect(screen.getByRole('button', { name: '复制金额' })).toBeTruthy()
})

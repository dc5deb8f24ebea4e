import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { WarningBadge } from './WarningBadge'

test('says which product, in words and not by colour alone, and opens what is wrong with it', () => {
  const opened = jest.spyOn(Taro, 'navigateTo')
  render(<WarningBadge title='草莓' warningId='w1' />)
  expect(screen.getByText('! 先别吃、先别用')).toBeTruthy()
  fireEvent.click(screen.getByRole('link', { name: '草莓先别吃、先别用，点开看为什么' }))
  expect(opened).toHaveBeenCalledTimes(1)
  expect(opened).toHaveBeenCalledWith({ url: '/pages/warning/index?id=w1' })
})

test('standing alone it names the product', () => {
  render(<WarningBadge alone title='草莓' warningId='w1' />)
  expect(screen.getByText('! 草莓：先别吃、先别用')).toBeTruthy()
})

import { fireEvent, render, screen } from '@testing-library/react'
import { Tabs } from './Tabs'

test('each list says how much is in it and which one is shown; a tap chooses', () => {
  const choose = jest.fn()
  render(<Tabs here='mine' onChoose={choose} tabs={[{ tab: 'mine', label: '待我处理', count: 12 }, { tab: 'done', label: '已完成' }]} />)
  expect(screen.getByRole('tab', { name: '待我处理，12 件，现在看的是这个' })).toBeTruthy()
  fireEvent.click(screen.getByRole('tab', { name: '已完成' }))
  expect(choose).toHaveBeenCalledWith('done')
})

import { fireEvent, render, screen } from '@testing-library/react'
import { ChoiceTiles } from './ChoiceTiles'

test('each choice is named, the chosen one is said to be, and a tap chooses', () => {
  const choose = jest.fn()
  render(<ChoiceTiles value='half' onChoose={choose} choices={[{ value: 'half', label: '一半' }, { value: 'all', label: '全坏', hint: '一个都不能吃' }]} />)
  expect(screen.getByRole('radio', { name: '一半，已选' })).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '全坏，一个都不能吃' }))
  expect(choose).toHaveBeenCalledWith('all')
})

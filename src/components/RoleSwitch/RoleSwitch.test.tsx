import { fireEvent, render, screen } from '@testing-library/react'
import { Roles } from './Roles'

test('each role says how much waits there; a tap goes to another one', () => {
  const choose = jest.fn()
  render(<Roles here='leader' onChoose={choose} roles={[{ role: 'resident', label: '我买的', waiting: 0 }, { role: 'leader', label: '我是团长', waiting: 3 }]} />)
  fireEvent.click(screen.getByRole('tab', { name: '我是团长，3 件等着，现在在这里' }))
  expect(choose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('tab', { name: '我买的' }))
  expect(choose).toHaveBeenCalledWith('resident')
})

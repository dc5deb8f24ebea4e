import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { CallLeader } from './CallLeader'

test('calls the number that was left', () => {
  const call = jest.spyOn(platform, 'call')
  render(<CallLeader community={{ leaderName: '陈姐', leaderPhone: '15400000000' }} />)
  fireEvent.click(screen.getByRole('button', { name: '打电话给团长，陈姐' }))
  expect(call).toHaveBeenCalledWith('15400000000')
})

test('without a number it says how to reach them', () => {
  render(<CallLeader community={{ leaderName: '陈姐', leaderPhone: '' }} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('团长陈姐没有留电话，请在群里找。')).toBeTruthy()
})

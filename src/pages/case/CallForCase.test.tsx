import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { CallForCase } from './CallForCase'

const community = { leaderName: '陈姐', leaderPhone: '15400000000', hoursAhead: [], desk: { name: '邻里平台', phone: '15400000001' } }

test.each([
  ['goods', null, community, /^打电话给团长/, '15400000000'],
  ['the leader', 'leader' as const, community, /^打电话给平台/, '15400000001'],
  ['a helper, and no number of the platform', 'helper' as const, { ...community, desk: { name: '邻里平台', phone: '' } }, /12315/, '12315'],
  ['the leader, and no platform', 'leader' as const, { ...community, desk: null }, /12315/, '12315'],
])('about %s: one number, and never that of whom it is about', (_what, about, of, name, number) => {
  const call = jest.spyOn(platform, 'call').mockImplementation(() => undefined)
  render(<CallForCase view={{ about }} community={of} />)
  expect(screen.getAllByRole('button')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name }))
  expect(call).toHaveBeenLastCalledWith(number)
})

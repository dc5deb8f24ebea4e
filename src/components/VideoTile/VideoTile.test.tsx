import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { VideoTile } from './VideoTile'

beforeEach(() => { jest.spyOn(console, 'warn').mockImplementation(() => undefined) })
afterEach(() => jest.restoreAllMocks())

test('a tap shows it in the phone\'s player', () => {
  const show = jest.spyOn(platform, 'showVideo')
  render(<VideoTile shows='邻居拍的视频' seconds={12} src='/a.mp4' />)
  fireEvent.click(screen.getByRole('button', { name: '看邻居拍的视频，12 秒' }))
  expect(show).toHaveBeenCalledWith('/a.mp4')
})

test('one that cannot be shown says so, and a tap asks for a fresh link', async () => {
  const again = jest.fn()
  jest.spyOn(platform, 'showVideo').mockRejectedValue(new Error('gone'))
  const { rerender } = render(<VideoTile shows='邻居拍的视频' seconds={12} src='/dead.mp4' onAgain={again} />)
  fireEvent.click(screen.getByRole('button'))
  fireEvent.click(await screen.findByRole('button', { name: '邻居拍的视频没放出来，点一下再试' }))
  expect(again).toHaveBeenCalledTimes(1)
  rerender(<VideoTile shows='邻居拍的视频' seconds={12} src='/fresh.mp4' onAgain={again} />)
  expect(screen.getByRole('button', { name: '看邻居拍的视频，12 秒' })).toBeTruthy()
})

test('without a link it asks for one', () => {
  const again = jest.fn()
  render(<VideoTile shows='邻居拍的视频' seconds={12} src={undefined} onAgain={again} />)
  fireEvent.click(screen.getByRole('button', { name: '邻居拍的视频没放出来，点一下再试' }))
  expect(again).toHaveBeenCalledTimes(1)
})

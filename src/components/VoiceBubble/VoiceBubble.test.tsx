import { act, fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import type { Playback } from '../../cloud/platformType'
import { VoiceBubble } from './VoiceBubble'

/** A player whose fate the test decides. */
function player() {
  const stop = jest.fn()
  const heard: ((what: Playback) => void)[] = []
  const play = jest.spyOn(platform, 'play').mockImplementation((_src, hear) => {
    heard.push(hear)
    return () => {
      stop()
      hear('ended')
    }
  })
  return { play, stop, tell: (what: Playback) => act(() => heard.at(-1)?.(what)) }
}

test('a tap plays it, another stops it, and it stops by itself at its end', () => {
  const { play, stop, tell } = player()
  render(<VoiceBubble says='王阿姨的话' seconds={12} src='/a.mp3' />)
  fireEvent.click(screen.getByRole('button', { name: '听王阿姨的话，12 秒' }))
  expect(play).toHaveBeenCalledWith('/a.mp3', expect.any(Function))
  fireEvent.click(screen.getByRole('button', { name: '停下，王阿姨的话' }))
  expect(stop).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByRole('button', { name: '听王阿姨的话，12 秒' }))
  expect(screen.getByText('正在打开…')).toBeTruthy()
  tell('playing')
  expect(screen.getByText('正在放…')).toBeTruthy()
  tell('ended')
  expect(screen.getByRole('button', { name: '听王阿姨的话，12 秒' })).toBeTruthy()
})

test('one that cannot be played says so, and a tap asks for a fresh link', () => {
  const again = jest.fn()
  const { tell } = player()
  const { rerender } = render(<VoiceBubble says='王阿姨的话' seconds={12} src='/dead.mp3' onAgain={again} />)
  fireEvent.click(screen.getByRole('button'))
  tell('failed')
  fireEvent.click(screen.getByRole('button', { name: '王阿姨的话没放出来，点一下再试' }))
  expect(again).toHaveBeenCalledTimes(1)
  rerender(<VoiceBubble says='王阿姨的话' seconds={12} src='/fresh.mp3' onAgain={again} />)
  expect(screen.getByRole('button', { name: '听王阿姨的话，12 秒' })).toBeTruthy()
})

test('leaving stops it', () => {
  const { stop } = player()
  const { unmount } = render(<VoiceBubble says='王阿姨的话' seconds={12} src='/a.mp3' />)
  fireEvent.click(screen.getByRole('button'))
  unmount()
  expect(stop).toHaveBeenCalledTimes(1)
})

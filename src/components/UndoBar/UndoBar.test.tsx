import { act, fireEvent, render, screen } from '@testing-library/react'
import { UndoBar } from './UndoBar'

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

test('counts down, and takes back once; when the time is over there is nothing to tap', () => {
  const undo = jest.fn()
  render(<UndoBar decided='已同意' takesEffect={{ at: 10_000, left: 10_000 }} acting={false} onUndo={undo} />)
  expect(screen.getByText('已同意，10 秒内可以撤回')).toBeTruthy()
  act(() => { jest.advanceTimersByTime(4_000) })
  expect(screen.getByText('已同意，6 秒内可以撤回')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '撤回刚才的决定' }))
  expect(undo).toHaveBeenCalledTimes(1)
  act(() => { jest.advanceTimersByTime(6_000) })
  expect(screen.getByText('已同意，正在告诉对方…')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '撤回刚才的决定' }))
  expect(undo).toHaveBeenCalledTimes(1)
})

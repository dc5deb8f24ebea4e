import { act, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { Page } from './Page'

test('shows its content and its bar', () => {
  render(<Page bar={<p>发给团长</p>}>草莓</Page>)
  expect(screen.getByText('草莓')).toBeTruthy()
  expect(screen.getByText('发给团长')).toBeTruthy()
})

test('says when the network is gone, and stops when it is back', () => {
  let hear: (online: boolean) => void = () => undefined
  jest.spyOn(platform, 'watchOnline').mockImplementation(changed => {
    hear = changed
    return () => undefined
  })
  render(<Page>草莓</Page>)
  act(() => hear(false))
  expect(screen.getByText(/现在没有网络/)).toBeTruthy()
  act(() => hear(true))
  expect(screen.queryByText(/现在没有网络/)).toBeNull()
})

test('who opened it must be known', () => {
  jest.spyOn(platform, 'cannotWork').mockReturnValue('请从微信里的小程序打开')
  render(<Page>草莓</Page>)
  expect(screen.queryByText('草莓')).toBeNull()
  expect(screen.getByText('请从微信里的小程序打开')).toBeTruthy()
})

test('words are large where the phone\'s are', () => {
  const { container, unmount } = render(<Page>草莓</Page>)
  expect(container.querySelector('.care')).toBeNull()
  unmount()
  window.history.replaceState(null, '', '?care')
  const { container: large } = render(<Page>草莓</Page>)
  expect(large.querySelector('.care')?.textContent).toBe('草莓')
  window.history.replaceState(null, '', '?')
})

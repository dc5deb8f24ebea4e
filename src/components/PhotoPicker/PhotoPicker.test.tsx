import { fireEvent, render, screen } from '@testing-library/react'
import { networkTrouble } from '../../cloud/callFailed'
import { PhotoPicker } from './PhotoPicker'
import type { Photo, Photos } from './usePhotos'

const photo = (over: Partial<Photo>): Photo => ({ key: 'a', path: '/a.jpg', percent: 100, id: null, trouble: null, ...over })
const taken = (...photos: Photo[]): Photos => ({
  photos, ids: [], sending: 0, failed: 0, add: jest.fn(() => Promise.resolve(0)), again: jest.fn(), remove: jest.fn(), settled: () => Promise.resolve([]),
} as Photos)

test('the first tap takes as many as there is room for', () => {
  const of = taken()
  render(<PhotoPicker of={of} most={3} hint='坏的地方拍清楚' />)
  fireEvent.click(screen.getByRole('button', { name: '拍照片' }))
  expect(of.add).toHaveBeenCalledWith(3)
  expect(screen.getByText('坏的地方拍清楚')).toBeTruthy()
})

test('each says how far it got; one that failed can be sent again or taken away', () => {
  const of = taken(photo({ key: 'a', id: 'A' }), photo({ key: 'b', percent: 40 }), photo({ key: 'c', trouble: networkTrouble() }))
  render(<PhotoPicker of={of} most={3} />)
  for (const name of ['第 1 张照片，传好了', '第 2 张照片，正在传', '第 3 张照片，没传上去']) expect(screen.getByRole('img', { name })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '第 3 张没传上去，再传一次' }))
  expect(of.again).toHaveBeenCalledWith('c')
  fireEvent.click(screen.getByRole('button', { name: '去掉第 1 张' }))
  expect(of.remove).toHaveBeenCalledWith('a')
  expect(screen.queryByRole('button', { name: /再加照片/ })).toBeNull()
})

test('a camera that does not open is said, with what to do', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  render(<PhotoPicker of={{ ...taken(), add: () => Promise.reject(new Error('no camera')) }} />)
  fireEvent.click(screen.getByRole('button', { name: '拍照片' }))
  expect((await screen.findByRole('alert')).textContent).toContain('请在手机设置里允许')
})

test('opened for the camera it opens at once, unless there is a photo already; whoever closes it has the tile', () => {
  const of = taken()
  render(<PhotoPicker of={of} openAtOnce />)
  expect(of.add).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: '拍照片' })).toBeTruthy()
  const begun = taken(photo({}))
  render(<PhotoPicker of={begun} openAtOnce />)
  expect(begun.add).not.toHaveBeenCalled()
})

test('more than there is room for is said, not dropped in silence', async () => {
  render(<PhotoPicker of={{ ...taken(), add: () => Promise.resolve(2) }} />)
  fireEvent.click(screen.getByRole('button', { name: '拍照片' }))
  expect((await screen.findByRole('alert')).textContent).toContain('最多 9 张，多选的 2 张没有加')
})

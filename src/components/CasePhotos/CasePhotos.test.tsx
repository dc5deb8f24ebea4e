import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { CasePhotos } from './CasePhotos'

test('a tap shows that photo among all that open', () => {
  const show = jest.spyOn(platform, 'showPhotos')
  render(<CasePhotos photos={['a', 'b']} links={{ a: '/a.jpg', b: '/b.jpg' }} onAgain={() => undefined} />)
  fireEvent.click(screen.getByRole('img', { name: '第 2 张照片，共 2 张，点开看大图' }))
  expect(show).toHaveBeenCalledWith(['/a.jpg', '/b.jpg'], '/b.jpg')
})

test('one whose link has died says so, and a tap asks for fresh ones', () => {
  const again = jest.fn()
  const { container } = render(<CasePhotos photos={['a']} links={{ a: '/a.jpg' }} onAgain={again} />)
  fireEvent.error(container.querySelector('img') as HTMLImageElement)
  fireEvent.click(screen.getByRole('button', { name: '第 1 张没打开，点一下再试' }))
  expect(again).toHaveBeenCalledTimes(1)
})

test('none is said', () => {
  render(<CasePhotos photos={[]} links={{}} onAgain={() => undefined} />)
  expect(screen.getByText('这件事没有照片')).toBeTruthy()
})

import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { PhotoWall } from './PhotoWall'

test('a tap shows the photo large; one without a link is said to be missing', () => {
  const show = jest.spyOn(platform, 'showPhotos')
  render(<PhotoWall photos={['a', 'gone']} links={{ a: '/a.jpg' }} />)
  fireEvent.click(screen.getByRole('img', { name: '第 1 张照片，点开看大图' }))
  expect(show).toHaveBeenCalledWith(['/a.jpg'], '/a.jpg')
  expect(screen.getByText('照片没打开')).toBeTruthy()
})

import { render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { ShareSheet } from './ShareSheet'

test('nothing can be sent before it is made; then the address, where there is no WeChat', () => {
  jest.spyOn(platform, 'linkTo').mockReturnValue('https://tuan.example/h5/#/one')
  const { rerender } = render(<ShareSheet open title='请人' share={null} onClose={() => undefined}>给谁</ShareSheet>)
  expect(screen.queryByRole('button', { name: /复制/ })).toBeNull()
  rerender(<ShareSheet open title='请人' share={{ title: '请您来', path: '/one' }} onClose={() => undefined}>给谁</ShareSheet>)
  expect(screen.getByRole('button', { name: '复制链接' })).toBeTruthy()
  expect(screen.getByText('https://tuan.example/h5/#/one')).toBeTruthy()
})

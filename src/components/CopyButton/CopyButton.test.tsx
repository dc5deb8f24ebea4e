import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { CopyButton } from './CopyButton'

test('copies, and says that it did', async () => {
  const copy = jest.spyOn(platform, 'copy')
  render(<CopyButton words='9号楼1504室' spokenLabel='复制门牌' />)
  fireEvent.click(screen.getByRole('button', { name: '复制门牌' }))
  await screen.findByText('✓ 已复制')
  expect(copy).toHaveBeenCalledWith('9号楼1504室')
})

test('says when it could not', async () => {
  jest.spyOn(platform, 'copy').mockRejectedValue(new Error('the clipboard is shut'))
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  render(<CopyButton words='9号楼1504室' />)
  fireEvent.click(screen.getByRole('button'))
  await screen.findByText('没复制上')
})

import { useState, type ReactNode } from 'react'
import { fireEvent, render, screen } from '@testing-library/react'
import { PickOne } from './PickOne'

function Asking(): ReactNode {
  const [value, setValue] = useState<string | null>(null)
  return <PickOne what='原因' value={value} onChoose={setValue} choices={[{ value: 'old', label: '照片不是这一批' }, { value: 'late', label: '反映得太晚' }]} />
}

test('once chosen the others make room, and come back when asked', () => {
  render(<Asking />)
  fireEvent.click(screen.getByRole('radio', { name: '反映得太晚' }))
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText('✓ 反映得太晚')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '换一个原因，现在是反映得太晚' }))
  expect(screen.getAllByRole('radio')).toHaveLength(2)
})

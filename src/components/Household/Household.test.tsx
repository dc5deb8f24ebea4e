import { render, screen } from '@testing-library/react'
import { sampleView } from '../../pages/gallery/sampleCase'
import { Household } from './Household'

test('which neighbour it is; while money is due the sum stands there to be copied', () => {
  const view = sampleView(Date.now())
  const { rerender, container } = render(<Household view={view} />)
  expect(container.textContent).toContain('9号楼1504室')
  expect(screen.queryByRole('button', { name: '复制要退' })).toBeNull()
  rerender(<Household view={{ ...view, money: 'due', amount: 1260 }} />)
  expect(screen.getByRole('button', { name: '复制要退' })).toBeTruthy()
  rerender(<Household view={{ ...view, household: null }} />)
  expect(container.textContent).toBe('')
})

import { render, screen } from '@testing-library/react'
import { HazardCard, stopPage } from './HazardCard'

const view = { class: 'hazard' as const, id: 'one', holder: 'operator' as const }
const warned = { id: null, mayStart: true, groupBuyId: 'g 1', productId: 'p' }

test('whoever may warn has the way to it, also while the desk has the case', () => {
  render(<HazardCard view={view} warned={warned} />)
  expect(screen.getByText('! 安全问题，还没叫停')).toBeTruthy()
  expect(stopPage(view, warned)).toBe('/packages/leader/warning/index?groupBuy=g%201&product=p&case=one')
})

test('who may not is told who can', () => {
  const { container } = render(<HazardCard view={view} warned={{ ...warned, mayStart: false }} />)
  expect(container.textContent).toContain('打电话给团长')
  expect(stopPage(view, { ...warned, mayStart: false })).toBeNull()
})

test('what is out is said, whatever the case is about, and leads there', () => {
  render(<HazardCard view={{ ...view, class: 'quality' }} warned={{ ...warned, id: 'w' }} />)
  expect(screen.getByText('! 这件东西已经叫停')).toBeTruthy()
  expect(screen.getByRole('button', { name: '看谁还不知道' })).toBeTruthy()
  expect(stopPage(view, { ...warned, id: 'w' })).toBeNull()
})

test.each([[{ ...view, class: 'quality' as const }], [{ ...view, holder: null }]])('nothing where it is no danger, or over', of => {
  expect(render(<HazardCard view={of} warned={warned} />).container.textContent).toBe('')
  expect(stopPage(of, warned)).toBeNull()
})

import { act, fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { hearPrivacy } from '../../cloud/privacy'
import { PrivacySheet } from './PrivacySheet'

/** The stand-in for the phone can be made to ask. */
const phone = platform as typeof platform & { askPrivacy: (answer: (said: string) => void) => void }

test('nobody is asked before WeChat asks; a refusal reaches WeChat and the question goes', () => {
  hearPrivacy()
  render(<PrivacySheet />)
  expect(screen.queryByText(/先跟您说清楚/)).toBeNull()
  const answers: string[] = []
  act(() => phone.askPrivacy(said => answers.push(said)))
  expect(screen.getByText(/先跟您说清楚/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '不同意' }))
  expect(answers).toEqual(['refused'])
  expect(screen.queryByText(/先跟您说清楚/)).toBeNull()
})

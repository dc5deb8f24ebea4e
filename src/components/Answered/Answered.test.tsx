import { fireEvent, render, screen } from '@testing-library/react'
import { networkTrouble } from '../../cloud/callFailed'
import type { Asked } from '../../cloud/useAnswer'
import { Answered } from './Answered'

const asked = (over: Partial<Asked<string>>): Asked<string> => ({ data: undefined, loading: false, failed: undefined, again: jest.fn(() => Promise.resolve()), put: () => undefined, ...over })
const show = (what: Asked<string>) => render(<Answered asked={what}>{words => <p>{words}</p>}</Answered>)

test('what came is shown; before that, that it is on its way', () => {
  show(asked({ loading: true })).unmount()
  show(asked({ data: '草莓' }))
  expect(screen.getByText('草莓')).toBeTruthy()
})

test('what did not come can be asked for again', () => {
  const what = asked({ failed: networkTrouble() })
  show(what)
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(what.again).toHaveBeenCalledTimes(1)
})

test('what is from earlier stays, says so, and can be renewed', () => {
  const what = asked({ data: '草莓', failed: networkTrouble() })
  show(what)
  expect(screen.getByText('草莓')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再连一次' }))
  expect(what.again).toHaveBeenCalledTimes(1)
})

import { UNDO_WINDOW } from '../../domain/clock/policy'
import { undoWindow } from './undoWindow'

it('is the domain\'s ten seconds unless the deployment says otherwise', () => {
  expect(UNDO_WINDOW).toBe(10_000)
  expect(undoWindow(undefined)).toBe(UNDO_WINDOW)
  expect(undoWindow('3')).toBe(3000)
})

it.each(['', '0', '-1', '1.5', '61', 'ten', 'NaN'])('is not %j', said => {
  expect(() => undoWindow(said)).toThrow('UNDO_SECONDS')
})

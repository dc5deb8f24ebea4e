import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { draftOwner, lateWords, noteLate, SheetOwner, writeSheetDraft } from '../../outbox/sheetDraft'
import { sampleView } from '../../pages/gallery/sampleCase'
import { NoteSheet } from '../NoteSheet/NoteSheet'
import { TooLate } from './TooLate'

const view = { ...sampleView(0), id: 'a case', as: 'resident' as const }
const owner = draftOwner('resident', view.id, 'decline')

test('words that came too late are there with what happened, to copy, to use in what is possible now, or to drop', () => {
  const copy = jest.spyOn(platform, 'copy')
  writeSheetDraft(owner, { words: '想退一半' })
  const { container, rerender } = render(<TooLate view={view} isPossible={() => false} />)
  // Only begun, and put away: nobody was told that it did not go.
  expect(container.textContent).toBe('')
  noteLate(owner)
  rerender(<TooLate view={view} isPossible={step => step === 'decline'} />)
  expect(container.textContent).toBe('')
  rerender(<TooLate view={view} isPossible={() => false} />)
  expect(container.textContent).toContain(`最新的情况：${view.story[0]?.says ?? 'no story'}`)
  expect(screen.getByText('“想退一半”')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '复制：想退一半' }))
  expect(copy).toHaveBeenCalledWith('想退一半')
  const other = render(<SheetOwner.Provider value={draftOwner('resident', view.id, 'expedite')}><NoteSheet as='leader' view={view} phrases={[]} busy={false} said={null} onClose={jest.fn()} onSend={jest.fn()} /></SheetOwner.Provider>)
  fireEvent.click(screen.getByRole('button', { name: '用这句：想退一半' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '记点什么' }).value).toBe('想退一半')
  other.unmount()
  fireEvent.click(screen.getByRole('button', { name: '不要了' }))
  expect(container.textContent).toBe('')
  expect(lateWords('resident', view.id)).toEqual([])
})

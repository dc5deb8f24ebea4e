import { act, renderHook } from '@testing-library/react'
import type { Answers, CaseStep } from '../../domain/contract/calls'
import { useStepSheet, type StepSheet } from '../components/useStepSheet'
import { draftOwner, lateWords, readSheetDraft, writeSheetDraft } from '../outbox/sheetDraft'
import { sampleView } from '../pages/gallery/sampleCase'
import { platform } from './platform'
import { useCase, type CaseAtHand } from './useCase'

const REJECT = { type: 'reject', criterion: 'kept', review: 'photos', words: '放久了' } as const satisfies CaseStep
const DRAFT = { criterion: 'kept', words: '放久了' }

/** A leader's page with nothing on it: what `showCase` and `actOnCase` answer is set by the test. */
async function openPage(caseId: string): Promise<{ at: () => CaseAtHand; sheet: () => StepSheet<'reject'>; answer: (view: Partial<Answers['showCase']['view']>, refused?: string) => void }> {
  let now: { view: object; refused?: string | undefined } = { view: {} }
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call }: { call: string }) => {
    const view = { ...sampleView(0), id: caseId, mayDo: ['reject'], takesEffect: null, ...now.view }
    if (call === 'actOnCase' && now.refused !== undefined) return Promise.resolve({ ok: false, error: { code: now.refused, message: '邻居撤销了', again: false } })
    return Promise.resolve({ ok: true, data: { view } })
  }) as typeof platform.callFunction)
  const { result } = renderHook(() => {
    const at = useCase(caseId, 'leader')
    return { at, sheet: useStepSheet<'reject'>({ trouble: at.trouble, as: 'leader', caseId, isPossible: step => at.data?.view.mayDo.includes(step) ?? true }) }
  })
  await act(() => Promise.resolve())
  return { at: () => result.current.at, sheet: () => result.current.sheet, answer: (view, refused) => { now = { view, refused } } }
}

test('refused, a draft stays; taken, it is gone; taken back, it is there again', async () => {
  const { at, sheet, answer } = await openPage('refused first')
  const owner = draftOwner('leader', 'refused first', 'reject')
  act(() => sheet().show('reject'))
  expect(sheet().owner).toBe(owner)
  writeSheetDraft(owner, DRAFT)
  answer({}, 'CASE_CHANGED')
  await act(async () => { await at().act(REJECT, owner) })
  expect([sheet().open, sheet().said]).toEqual([null, '邻居撤销了'])
  expect(readSheetDraft(owner)).toMatchObject(DRAFT)
  act(() => sheet().show('reject'))
  answer({ mayDo: ['undo'], version: 2 })
  await act(async () => { await at().act(REJECT, owner) })
  expect(readSheetDraft(owner)).toBeNull()
  answer({ mayDo: ['reject'], version: 3 })
  await act(async () => { await at().act({ type: 'undo' }) })
  expect(readSheetDraft(owner)).toMatchObject(DRAFT)
})

test('the page is read anew beneath an open sheet, and its step is over: it closes, and its words came too late', async () => {
  const { at, sheet, answer } = await openPage('read anew')
  const owner = draftOwner('leader', 'read anew', 'reject')
  act(() => sheet().show('reject'))
  writeSheetDraft(owner, DRAFT)
  answer({ version: 2 })
  await act(() => at().again())
  expect(sheet().open).toBe('reject')
  answer({ mayDo: [], version: 3 })
  await act(() => at().again())
  expect(sheet().open).toBeNull()
  expect(lateWords('leader', 'read anew')).toEqual([{ owner, step: 'reject', words: '放久了' }])
  // Possible again, it does not come up by itself.
  answer({ version: 4 })
  await act(() => at().again())
  expect(sheet().open).toBeNull()
})

import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, LEADER, type ExampleName } from '../../../../../domain/case/exampleCase'
import { caseView, type CaseView } from '../../../../../domain/people/caseView'
import { gatheredView } from '../../../../../domain/people/gathered'
import { WhereItStands } from './WhereItStands'

const said = (view: CaseView) => render(<WhereItStands view={view} telling={null} onTell={jest.fn()} onAgain={jest.fn()} />).container.textContent ?? ''
const seenLater = (name: ExampleName, as = caseView) => {
  const c = examples()[name]
  return as(c, LEADER, c.state.filedAt + 500 * HOUR)
}

test('who pays is asked to; a helper leader is told who will', () => {
  expect(said(seenLater('settled'))).toMatch(/等您退款.*我已退款/)
  const gathered = said(seenLater('settled', gatheredView))
  expect(gathered).toContain('等团长退款')
  expect(gathered).not.toMatch(/我已退款|等您|请在/)
})

test('nobody is said to have seen what nobody could see', () => {
  expect(said({ ...seenLater('paid'), bound: true })).toContain('邻居那边能看到退了多少')
  const unbound = said({ ...seenLater('paid'), bound: false })
  expect(unbound).not.toContain('邻居那边能看到')
  expect(unbound).toContain('这家还没人来过小程序')
})

test('what the neighbour does not know yet is said until they do', () => {
  const view = seenLater('paid')
  const untold = { ...view, bound: true, mayDo: ['tell' as const], promises: [] }
  expect(said(untold)).toContain('微信没说送到')
  expect(said({ ...untold, mayDo: [] })).not.toContain('没打开看')
  // Not theirs to know while it can be taken back; and where nobody is here, there is nobody to have opened anything.
  expect(said({ ...untold, takesEffect: { at: 0, left: 5000 } })).not.toContain('没打开看')
  expect(said({ ...untold, bound: false })).not.toContain('没打开看')
})

test('in the first minutes they are being told, and it is looked at again by itself; after that the leader tells them', () => {
  jest.useFakeTimers()
  try {
    const [promise] = seenLater('review').promises
    if (!promise) throw new Error('a promise is missing')
    const now = Date.now()
    const [onTell, onAgain] = [jest.fn(), jest.fn()]
    const view: CaseView = { ...seenLater('paid'), bound: true, mayDo: ['tell'], promises: [{ ...promise, clock: 'tell', party: 'leader', from: now - 1000, endedAt: null }] }
    render(<WhereItStands view={view} telling={null} onTell={onTell} onAgain={onAgain} />)
    expect(screen.getByText('正在告诉邻居…')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去告诉他' })).toBeNull()
    act(() => { jest.advanceTimersByTime(60_000) })
    expect(onAgain.mock.calls.length).toBeGreaterThan(0)
    expect(screen.getByText('正在告诉邻居…')).toBeTruthy()
    act(() => { jest.advanceTimersByTime(5 * 60_000) })
    expect(screen.queryByText('正在告诉邻居…')).toBeNull()
    expect(screen.getByText(/微信没说送到/)).toBeTruthy()
    // Nothing comes by itself any more.
    onAgain.mockClear()
    act(() => { jest.advanceTimersByTime(5 * 60_000) })
    expect(onAgain).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '去告诉他' }))
    expect(onTell).toHaveBeenCalledTimes(1)
  } finally {
    jest.useRealTimers()
  }
})

test('at night nothing went wrong: it waits for the morning, and the leader can tell them before', () => {
  const [promise] = seenLater('review').promises
  if (!promise) throw new Error('a promise is missing')
  const view: CaseView = { ...seenLater('paid'), bound: true, mayDo: ['tell'], promises: [{ ...promise, clock: 'tell', party: 'leader', from: Date.now() - 1000, endedAt: null }] }
  const { container } = render(<WhereItStands view={view} telling={{ is: 'later', at: Date.now() + HOUR }} onTell={jest.fn()} onAgain={jest.fn()} />)
  expect(screen.getByText(/^微信消息.+发，他还没打开看$/)).toBeTruthy()
  expect(container.textContent).not.toContain('! 微信')
  expect(screen.getByRole('button', { name: '去告诉他' })).toBeTruthy()
})

test('what the neighbour asks for instead stands there, with their words', () => {
  expect(said(seenLater('countered'))).toMatch(/邻居提了价.*邻居想要退 ¥3\.01「坏了不止这些」.*同意就点下面的按钮/)
})

test('that money did not arrive comes first', () => {
  expect(said(seenLater('notArrived'))).toMatch(/没退成，等您重退.*! 没到账：「没到账」.*请再退一次 ¥12\.60/)
  expect(said(seenLater('paying'))).toContain('在退了，还没到')
})

test('who hurries is heard, and heard no more when it is done', () => {
  expect(said(seenLater('expedited'))).toContain('! 邻居催了')
  expect(said({ ...seenLater('paid'), expeditedAt: null })).not.toContain('催了')
})

test('a return that failed, an appeal with its answer, an investigation and stars are told in words', () => {
  expect(said(seenLater('inspectionFailed'))).toMatch(/您验过了，和说的不一样.*东西还在您这里/)
  expect(said(seenLater('dismissed'))).toMatch(/邻居请人再看：「照片里明明看得出」。平台没改：「看不出是坏的」/)
  expect(said(seenLater('investigating'))).toMatch(/^平台在查.*平台在查：查冷链记录/)
  expect(said(seenLater('rated'))).toContain('快慢 5 星 · 结果 4 星 · 态度 5 星，「挺快」')
})

import { isAllowed } from './allowed'
import { askAgainTrouble, handlerAgain, notByAgain } from './askAgain'
import type { Actor } from './case'
import { act, ask, filedCase, LEADER, OPERATOR, RESIDENT } from './exampleCase'

const COLLEAGUE: Actor = { party: 'operator', personId: 'person-ops-2' }
const dismissed = () => {
  let c = act(filedCase(), LEADER, { type: 'reject', criterion: 'kept', words: '放久了', review: 'call' })
  c = act(c, RESIDENT, { type: 'appeal', grounds: '当天就拍了', photos: [] })
  return act(c, OPERATOR, { type: 'decideAppeal', uphold: false, words: '照片上看是放的' })
}
const OF = '0f8fad5b-d9cb-469f-a165-70867728950e'
const again = () => filedCase({ caseId: '1f8fad5b-d9cb-469f-a165-70867728950e', photos: [], words: '找到了开箱的录像' }, { follows: { caseId: OF, notBy: notByAgain(dismissed()), heldBy: 'operator' } })

test('who refused and who dismissed are left out, and who had been left out before', () => {
  expect(notByAgain(dismissed())).toEqual([LEADER.personId, OPERATOR.personId])
  const c = dismissed()
  expect(notByAgain({ ...c, state: { ...c.state, follows: { caseId: 'x', notBy: ['somebody'] } } })).toEqual(['somebody', LEADER.personId, OPERATOR.personId])
})

test('the desk has it where somebody else is there, else the leader\'s side, else nobody', () => {
  const notBy = ['a', 'b']
  expect(handlerAgain(notBy, { desk: ['a', 'c'], leaders: ['b'] })).toBe('operator')
  expect(handlerAgain(notBy, { desk: ['a'], leaders: ['b', 'helper'] })).toBe('leader')
  expect(handlerAgain(notBy, { desk: [], leaders: ['b'] })).toBeNull()
})

test('only what was dismissed, once, and with something new', () => {
  const { state } = dismissed()
  const said = (words: string, photos: string[] = []) => askAgainTrouble(state, { words, photos }, null)?.code ?? null
  expect(said('  ')).toBe('NOTHING_NEW')
  // Said at filing, and for the appeal.
  expect(said('一盒都压烂了')).toBe('NOTHING_NEW')
  expect(said('当天就拍了 ')).toBe('NOTHING_NEW')
  expect(said('找到了开箱的录像')).toBeNull()
  expect(said('', ['photo-new'])).toBeNull()
  expect(askAgainTrouble(state, { words: '新的', photos: [] }, 'another')?.code).toBe('ASKED_AGAIN_ALREADY')
  expect(askAgainTrouble({ ...state, follows: { caseId: 'x', notBy: [] } }, { words: '新的', photos: [] }, null)?.code).toBe('ASKED_AGAIN_ALREADY')
  expect(askAgainTrouble(filedCase().state, { words: '新的', photos: [] }, null)?.code).toBe('WRONG_STATE')
})

test('held by whoever it was given to; those who were left out decide nothing on it, but may note and refer', () => {
  const c = again()
  expect(c.state).toMatchObject({ decision: 'withOperator', follows: { caseId: OF, notBy: [LEADER.personId, OPERATOR.personId] } })
  for (const by of [LEADER, OPERATOR]) {
    for (const command of ['settle', 'reject', 'offer', 'decideAppeal'] as const) expect(isAllowed(c.state, by, command, Date.now())).toBe(false)
    expect(isAllowed(c.state, by, 'note', Date.now())).toBe(true)
    expect(ask(c, by, { type: 'settle', amount: 1260 })).toEqual({ refusal: { code: 'NOT_ALLOWED', message: '请换一位来处理' } })
  }
  expect(act(c, COLLEAGUE, { type: 'settle', amount: 1260 }).state.decision).toBe('agreed')
})

test('a case from before there was such a thing follows nothing', () => {
  expect(filedCase().state.follows ?? null).toBeNull()
})

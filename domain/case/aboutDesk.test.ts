import { whoActs } from '../people/whoActs'
import { allowedCommands } from './allowed'
import { act, ask, filedCase, filingFor, HOUR, lastAt, LEADER, OPERATOR, RESIDENT } from './exampleCase'

describe('a complaint about the desk', () => {
  const complaint = () => filedCase({ ...filingFor('attitude'), about: 'operator', wish: { kind: 'apology' } })

  it('is the leader\'s, and that desk decides nothing about it', () => {
    const { state } = complaint()
    expect(state.decision).toBe('review')
    for (const type of ['settle', 'reject', 'offer', 'reassign', 'investigate'] as const) expect(allowedCommands(state, OPERATOR, lastAt(complaint()) + HOUR)).not.toContain(type)
    expect(allowedCommands(state, LEADER, lastAt(complaint()) + HOUR)).not.toContain('refer')
    expect(whoActs(state, 'operator', { leaders: ['li'], side: ['li'], desk: { deciders: ['xu'], appealDeciders: ['xu'] }, supplierPeople: [] })).toEqual([])
  })

  it('that the leader refuses is not that desk\'s to look at again', () => {
    const refused = act(complaint(), LEADER, { type: 'reject', criterion: 'notAProblem', words: '没有这回事', review: 'call' })
    expect(ask(refused, RESIDENT, { type: 'appeal', grounds: '就是有', photos: [] })).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
  })
})

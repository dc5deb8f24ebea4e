import { allowedCommands } from './allowed'
import { act, ask, filedCase, HOUR, lastAt, LEADER, OPERATOR, RESIDENT } from './exampleCase'

describe('an investigation', () => {
  const desk = () => act(filedCase(), LEADER, { type: 'refer', words: '请定' })
  const begun = (c = desk()) => act(c, OPERATOR, { type: 'investigate', words: '查一下', until: lastAt(c) + 48 * HOUR })

  it('ends with an offer, after which there is nothing to end, and the time is fresh when it is declined', () => {
    const offered = act(begun(), OPERATOR, { type: 'offer', options: [{ remedy: 'refund', refund: 300 }], words: '' })
    expect(offered.state.investigation).toBeNull()
    expect(ask(offered, OPERATOR, { type: 'endInvestigation', words: '查完' })).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
    const declined = act(offered, RESIDENT, { type: 'decline', words: '' })
    expect([declined.state.investigation, declined.state.decisionSince]).toEqual([null, lastAt(declined)])
  })

  it('is begun three times at most', () => {
    let c = desk()
    for (let i = 0; i < 3; i++) c = act(begun(c), OPERATOR, { type: 'endInvestigation', words: '没查到' })
    expect(allowedCommands(c.state, OPERATOR, lastAt(c) + HOUR)).not.toContain('investigate')
  })
})

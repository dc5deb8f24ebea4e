import { deadlinesOf } from '../clock/deadlines'
import { allowedCommands, isAllowed } from './allowed'
import type { Case } from './case'
import { act, ask, examples, HOUR, known, lastAt, LEADER, RESIDENT, SYSTEM, unanswered } from './exampleCase'
import { replay } from './evolve'
import type { OfferOption } from './remedy'
import { holderOf, STAGE_WORDS, stageOf } from './stage'
import { storyFor } from './story'

const DAY = 24 * HOUR
const { inspectionFailed, returned } = examples()
const offered = (option: OfferOption) => act(inspectionFailed, LEADER, { type: 'offer', options: [option], words: '' })
const agreed = (option: OfferOption) => act(offered(option), RESIDENT, { type: 'agree', option: 0 })
const stands = ({ state }: Case) => [STAGE_WORDS[stageOf(state)], holderOf(state), state.goods?.state, state.money]
const giveBack = (c: Case) => act(c, LEADER, { type: 'giveBack', way: 'pickupPoint', waybill: '', words: '' })

describe('what came back and failed inspection', () => {
  it.each<[string, OfferOption, string]>([
    ['an apology', { remedy: 'apology', refund: 0 }, 'none'],
    ['a coupon', { remedy: 'coupon', refund: 0, words: '满三十减五' }, 'none'],
    ['money, with nothing said of keeping them', { remedy: 'refund', refund: 300 }, 'due'],
  ])('goes home after %s', (_what, option, money) => {
    const c = agreed(option)
    expect(stands(c)).toEqual(['等把东西还给您', 'leader', 'failed', money])
    expect(deadlinesOf(c.state)).toContainEqual({ clock: 'giveBack', party: 'leader', from: lastAt(c), dueAt: lastAt(c) + 72 * HOUR })
    expect(storyFor(c.state, c.events, 'resident', Infinity)[0]?.says).toContain('东西还回去')
    expect(giveBack(c).state.goods?.state).toBe('returnedToResident')
    expect(holderOf(giveBack(c).state)).toBe(money === 'due' ? 'leader' : null)
  })

  it('goes home before a gift is sent, and the gift is still owed then', () => {
    const c = giveBack(agreed({ remedy: 'gift', refund: 0, words: '一袋米' }))
    expect(stands(c)).toEqual(['等换货', 'leader', 'replacementDue', 'none'])
    expect(allowedCommands(c.state, LEADER, lastAt(c) + 1)).toContain('sendReplacement')
  })

  it('stays where the resident agreed to money for the goods as they are', () => {
    const c = agreed({ remedy: 'refund', refund: 300, kept: true })
    expect(stands(c)).toEqual(['退款中', 'leader', 'passed', 'due'])
    expect(storyFor(c.state, c.events, 'resident', Infinity)[0]?.says).toBe('您同意了，东西留下不还了，退 ¥3.00')
    expect(stands(agreed({ remedy: 'returnRefund', refund: 300 }))).toEqual(['退款中', 'leader', 'passed', 'due'])
  })

  it('can be said to be kept only where it is here', () => {
    expect(ask(returned, LEADER, { type: 'settle' })).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
    expect(ask(examples().review, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, kept: true }], words: '' })).toMatchObject({ refusal: { code: 'NOTHING_HERE', field: 'command.options.0.kept' } })
  })

  it('silence is no yes to its being kept', () => {
    const c = offered({ remedy: 'refund', refund: 1260, kept: true })
    expect(unanswered(c).state.decision).toBe('lapsed')
  })

  it('goes home where nobody answered, and nothing is closed before it is there', () => {
    const c = offered({ remedy: 'apology', refund: 0, until: lastAt(inspectionFailed) + 4 * HOUR })
    const lapsed = unanswered(c)
    expect(stands(lapsed)).toEqual(['等把东西还给您', 'leader', 'failed', 'none'])
    expect(isAllowed(lapsed.state, SYSTEM, 'close', lastAt(lapsed) + 30 * DAY)).toBe(false)
    const home = giveBack(lapsed)
    expect(stageOf(home.state)).toBe('lapsed')
    expect(isAllowed(known(home).state, SYSTEM, 'close', lastAt(lapsed) + 30 * DAY)).toBe(true)
  })

  it('that stayed by an event from before it was sent home, stays', () => {
    const c = agreed({ remedy: 'apology', refund: 0 })
    const before = c.events.map(e => { if (e.type !== 'OfferAgreed') return e; const { kept: _kept, ...old } = e; return old })
    expect(replay(before).state.goods?.state).toBe('passed')
  })
})

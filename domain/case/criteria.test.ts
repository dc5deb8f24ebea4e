import fc from 'fast-check'
import { act, filedCase, FILED_AT, HOUR, LEADER } from './exampleCase'
import { criterionWords, inForceAt, publishedWords, publishingTrouble, type PublishedCriterion } from './criteria'
import { decide, type DecideContext } from './decide'
import { evolve } from './evolve'
import { CRITERION_CODES, CRITERIA } from './reasons'
import { storyFor } from './story'

const own = (code: string, since: number, retired: number | null = null, words = `说好的 ${code}`): PublishedCriterion => ({ code: `own:${code}`, words, since, retired })
const NOW = FILED_AT + HOUR

describe('what a community publishes itself', () => {
  it('counts from when it was published until it is retired', () => {
    const list = [own('later', NOW + 1), own('now', NOW), own('gone', 0, NOW), own('old', 1, NOW + 1)]
    expect(inForceAt(list, NOW).map(c => c.code)).toEqual(['own:old', 'own:now'])
    expect(publishedWords('own:now', list, NOW)).toBe('说好的 now')
    for (const code of ['own:later', 'own:gone', 'own:nobody', 'own:'] as const) expect(publishedWords(code, list, NOW)).toBeNull()
    expect(publishedWords('toString' as never, list, NOW)).toBeNull()
  })

  it('the usual ones hold always, and nothing published changes their words', () => {
    fc.assert(fc.property(fc.constantFrom(...CRITERION_CODES), fc.integer({ min: 0, max: NOW }), (code, now) => {
      expect(publishedWords(code, [{ ...own('x', 0), code: code as never, words: '改了' }], now)).toBe(CRITERIA[code])
    }))
  })

  it('not twice the same, and not more than anybody reads', () => {
    expect(publishingTrouble([own('a', 0)], '说好的 a', NOW)).toMatchObject({ code: 'SAME_CRITERION_TWICE', field: 'words' })
    expect(publishingTrouble([own('a', 0, 5)], '说好的 a', NOW)).toBeNull()
    expect(publishingTrouble([], CRITERIA.kept, NOW)).toMatchObject({ code: 'SAME_CRITERION_TWICE' })
    expect(publishingTrouble(Array.from({ length: 20 }, (_, i) => own(`${i}`, 0)), '再来一条', NOW)).toMatchObject({ code: 'TOO_MANY_CRITERIA' })
  })
})

describe('a refusal by it', () => {
  const decided = (criteria: PublishedCriterion[]) => {
    const context: DecideContext = { now: NOW, by: { party: 'leader', personId: LEADER.personId }, commandId: 'c1', seen: 1, undoWindow: 0, criteria }
    return decide(filedCase(), { type: 'reject', criterion: 'own:a', words: '开团时说过', review: 'photos' }, context)
  }

  it('is given only while it is published there', () => {
    expect(decided([])).toEqual({ refusal: { code: 'BAD_CRITERION', message: '这个原因没有公布，请另选一个', field: 'command.criterion' } })
    expect(decided([own('a', 0, NOW)])).toMatchObject({ refusal: { code: 'BAD_CRITERION' } })
  })

  it('keeps its words as they stood, whatever is published later', () => {
    const decision = decided([own('a', 0, null, '软果不退')])
    if (!('events' in decision)) throw new Error(decision.refusal.message)
    const [event] = decision.events
    expect(event).toMatchObject({ type: 'Rejected', criterion: 'own:a', criterionWords: '软果不退' })
    const c = filedCase()
    const state = event ? evolve(c.state, event) : c.state
    expect(storyFor(state, [...c.events, ...decision.events], 'resident', NOW + 1)[0]).toMatchObject({ says: '团长没同意：软果不退（看了照片）', detail: '开团时说过' })
    expect(state.rejection).toMatchObject({ criterion: 'own:a', criterionWords: '软果不退' })
  })

  it('an old one without its words is read by the usual ones', () => {
    expect(criterionWords({ criterion: 'kept' })).toBe(CRITERIA.kept)
    expect(act(filedCase(), LEADER, { type: 'reject', criterion: 'kept', words: '放久了', review: 'call' }).state.rejection?.criterionWords).toBe(CRITERIA.kept)
  })
})

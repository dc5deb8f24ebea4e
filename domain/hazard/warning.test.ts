import fc from 'fast-check'
import type { Actor } from '../case/case'
import { INTAKE_CODES } from '../case/onBehalf'
import { acknowledge, decideWarning, markHousehold, startWarning, type Mark, type WarningCommand } from './decide'
import { evolveReach, evolveWarning, replayReach, replayWarning } from './evolve'
import { countReach, inCallOrder, reachOf, reachWords } from './reach'
import { NOT_REACHED, type HouseholdEvent, type Reach, type Warning, type WarningEvent } from './warning'

const by: Actor = { party: 'leader', personId: 'chen' }
const at = (now: number) => ({ now, by })
const none = { readAt: null, sent: false }

function started(): { warning: Warning; events: WarningEvent[] } {
  const decided = startWarning({ words: ' 有玻璃渣 ', doThis: 'keepAside', caseId: null }, at(1))
  if ('refusal' in decided) throw new Error(decided.refusal.code)
  return { warning: replayWarning(decided.events), events: decided.events }
}
function step(warning: Warning, command: WarningCommand, now = 2): Warning {
  const decided = decideWarning(warning, command, at(now))
  if ('refusal' in decided) throw new Error(decided.refusal.code)
  return decided.events.reduce(evolveWarning, warning)
}
const refused = (decided: { events: unknown[] } | { refusal: { code: string } }) => ('refusal' in decided ? decided.refusal.code : 'allowed')

describe('a warning', () => {
  it('holds the product from its first moment, and says what is wrong', () => {
    expect(started().warning).toEqual({ words: '有玻璃渣', doThis: 'keepAside', caseId: null, startedAt: 1, startedBy: by, state: 'active', held: true, suppliersTold: [], lifted: null })
    expect(refused(startWarning({ words: ' ', doThis: 'keepAside', caseId: null }, at(1)))).toBe('WORDS_NEEDED')
  })

  it('lets the product go and holds it again, each with a word; lifted, it does nothing any more', () => {
    const { warning } = started()
    expect(refused(decideWarning(warning, { type: 'release', words: '' }, at(2)))).toBe('WORDS_NEEDED')
    const released = step(warning, { type: 'release', words: '换了一批' })
    expect(released.held).toBe(false)
    expect(step(released, { type: 'hold' }).held).toBe(true)
    expect(refused(decideWarning(warning, { type: 'lift', words: '' }, at(2)))).toBe('WORDS_NEEDED')
    const over = step(warning, { type: 'lift', words: '查过了，是包装碎片' }, 9)
    expect(over).toMatchObject({ state: 'lifted', held: false, lifted: { at: 9, by, words: '查过了，是包装碎片' } })
    for (const command of [{ type: 'hold' }, { type: 'release', words: 'x' }] as const) expect(refused(decideWarning(over, command, at(10)))).toBe('WARNING_LIFTED')
    expect(refused(markHousehold(over, NOT_REACHED, { outcome: 'reached', how: 'phone' }, at(10)))).toBe('WARNING_LIFTED')
    expect(acknowledge(over, NOT_REACHED, at(10))).toEqual([])
  })

  it('begins with its start and has only one', () => {
    expect(() => replayWarning([])).toThrow('without a record')
    expect(() => evolveWarning(null, { type: 'ProductHeld', at: 1, by })).toThrow("before the warning's start")
    expect(() => [...started().events, ...started().events].reduce<Warning | null>(evolveWarning, null)).toThrow('starts once')
  })
})

describe('a household', () => {
  const marked = (reach: Reach, mark: Mark) => {
    const decided = markHousehold(started().warning, reach, mark, at(5))
    return 'refusal' in decided ? reach : decided.events.reduce(evolveReach, reach)
  }

  it.each<[string, Reach, { readAt: number | null; sent: boolean }, number, string, string]>([
    ['nobody is here', NOT_REACHED, none, 0, 'notReached', '没来过小程序，要打电话或上门'],
    ['here, not opened', NOT_REACHED, none, 1, 'notReached', '在小程序里，还没打开看'],
    ['WeChat took it, which is weaker', NOT_REACHED, { readAt: null, sent: true }, 1, 'sent', '微信收到了，还没打开'],
    ['opened in the app', NOT_REACHED, { readAt: 3, sent: true }, 1, 'reached', '打开看过消息'],
    ['said so itself', { ...NOT_REACHED, acknowledgedAt: 4 }, none, 1, 'reached', '自己点了「知道了」'],
    ['told by phone', marked(NOT_REACHED, { outcome: 'reached', how: 'phone' }), none, 0, 'reached', '打电话说了'],
    ['called, nobody there', marked(NOT_REACHED, { outcome: 'unreachable', how: 'phone' }), none, 0, 'notReached', '打电话没找到人'],
    ['ticked by mistake', marked(marked(NOT_REACHED, { outcome: 'reached', how: 'phone' }), { outcome: 'takenBack' }), none, 0, 'notReached', '没来过小程序，要打电话或上门'],
  ])('%s', (_what, reach, messages, people, state, words) => {
    expect([reachOf(reach, messages), reachWords(reach, messages, people)]).toEqual([state, words])
  })

  it('what it said itself is not taken back by anybody', () => {
    const said = acknowledge(started().warning, NOT_REACHED, at(3)).reduce(evolveReach, NOT_REACHED)
    expect(reachOf(marked(marked(said, { outcome: 'unreachable', how: 'phone' }), { outcome: 'takenBack' }), none)).toBe('reached')
    expect(acknowledge(started().warning, said, at(9))).toEqual([])
  })
})

test('the call list: who does not know first, untried before tried, then by number', () => {
  const one = (joinNumber: string, reach: Reach, sent = false) => ({ joinNumber, reach, state: reachOf(reach, { readAt: null, sent }) })
  const tried: Reach = { ...NOT_REACHED, unreachable: { how: 'phone', at: 1, by } }
  const list = inCallOrder([one('1', { ...NOT_REACHED, acknowledgedAt: 1 }), one('2', NOT_REACHED, true), one('3', tried), one('12', NOT_REACHED), one('4', NOT_REACHED)])
  expect(list.map(h => h.joinNumber)).toEqual(['4', '12', '3', '2', '1'])
})

const how = fc.constantFrom(...INTAKE_CODES)
const mark: fc.Arbitrary<Mark | 'acknowledge'> = fc.oneof(
  fc.constant('acknowledge' as const), fc.record({ outcome: fc.constantFrom('reached' as const, 'unreachable' as const), how }), fc.constant({ outcome: 'takenBack' as const }),
)
const household = fc.record({ marks: fc.array(mark, { maxLength: 8 }), readAt: fc.option(fc.nat()), sent: fc.boolean() })

describe('whatever happens', () => {
  it('each household is counted once, the parts make the whole, and the list has everybody', () => {
    fc.assert(fc.property(fc.array(household, { maxLength: 60 }), households => {
      const { warning } = started()
      const all = households.map(({ marks, ...messages }, i) => {
        const events: HouseholdEvent[] = []
        let reach = NOT_REACHED
        for (const [now, m] of marks.entries()) {
          const decided = m === 'acknowledge' ? { events: acknowledge(warning, reach, at(now)) } : markHousehold(warning, reach, m, at(now))
          const more = 'refusal' in decided ? [] : decided.events
          // The same again says nothing new.
          reach = more.reduce(evolveReach, reach)
          events.push(...more)
          const again = m === 'acknowledge' ? { events: acknowledge(warning, reach, at(now)) } : markHousehold(warning, reach, m, at(now))
          expect(again).toEqual({ events: [] })
        }
        expect(replayReach(events)).toEqual(reach)
        if (marks.includes('acknowledge')) expect(reachOf(reach, messages)).toBe('reached')
        return { joinNumber: String(i), reach, state: reachOf(reach, messages) }
      })
      const { households: total, reached, sent, notReached } = countReach(all.map(h => h.state))
      expect(total).toBe(households.length)
      expect(reached + sent + notReached).toBe(total)
      const listed = inCallOrder(all)
      expect(new Set(listed.map(h => h.joinNumber)).size).toBe(total)
      expect(listed).toHaveLength(total)
      expect(listed.slice(0, notReached).every(h => h.state === 'notReached')).toBe(true)
    }))
  })

  it('the record only grows, and tells the warning as it is; lifted is lifted, and never on hold', () => {
    const command: fc.Arbitrary<WarningCommand> = fc.oneof(
      fc.constant({ type: 'hold' as const }), fc.record({ type: fc.constant('release' as const), words: fc.string() }),
      fc.record({ type: fc.constant('supplierTold' as const), supplierId: fc.constantFrom('a', 'b') }), fc.record({ type: fc.constant('lift' as const), words: fc.string() }),
    )
    fc.assert(fc.property(fc.array(command), commands => {
      let { warning, events } = started()
      for (const [i, c] of commands.entries()) {
        const decided = decideWarning(warning, c, at(10 + i))
        const more = 'refusal' in decided ? [] : decided.events
        if (warning.state === 'lifted') expect(more).toEqual([])
        warning = more.reduce(evolveWarning, warning)
        events = [...events, ...more]
        expect(replayWarning(events)).toEqual(warning)
      }
      expect(events.filter(e => e.type === 'WarningLifted').length).toBe(warning.state === 'lifted' ? 1 : 0)
      expect(warning.state === 'lifted' && warning.held).toBe(false)
      expect(new Set(warning.suppliersTold).size).toBe(warning.suppliersTold.length)
    }))
  })
})

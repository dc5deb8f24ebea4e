import fc from 'fast-check'
import { allowedCommands } from './allowed'
import type { Case, CaseState } from './case'
import type { CaseCommand } from './commands'
import { canMoveUntil } from './close'
import { decide } from './decide'
import { pendingAt } from './effect'
import type { CaseEvent, CaseEventType } from './events'
import { evolve, replay } from './evolve'
import { actorOf, ask, exampleContext, exampleFiling, examples, LAST_EVENT, LATER, LEADER, RESIDENT } from './exampleCase'
import { PARTIES, someHistory, type History } from './exampleHistories'
import { fileCase } from './file'
import { goodsState } from './goods'
import { isPaid } from './left'
import { totalDue } from './liability'
import { askedFor } from './negotiate'
import { holderOf, isOpen, laneKey, openKeyOf, stageOf } from './stage'
import { recoverable } from './recoverable'
import { isNews, toldTo } from './told'
import { deadlinesOf } from '../clock/deadlines'


/** What must hold after every step of whatever people try. */
const alwaysTrue = (check: (c: Case) => void) => fc.assert(fc.property(someHistory, ({ filed, steps }) => [filed, ...steps.map(s => s.after)].forEach(check)), { numRuns: 150 })
const everyStep = (check: (step: History['steps'][number]) => void) => fc.assert(fc.property(someHistory, ({ steps }) => steps.forEach(check)), { numRuns: 150 })

const accepted = (step: History['steps'][number]) => 'events' in step.decision && step.decision.events.length > 0
const key = (s: CaseState, now = LATER) => openKeyOf(s, now)

it('generated histories get everywhere: every event, every stage, every refusal', () => {
  const seen = new Set<string>()
  for (const { filed, steps, end } of fc.sample(someHistory, { numRuns: 6000, seed: 20261114 })) {
    for (const event of end.events) seen.add(event.type)
    for (const c of [filed, ...steps.map(s => s.after)]) seen.add(stageOf(c.state)).add(`recovery ${c.state.recovery}`)
    for (const { decision } of steps) seen.add('refusal' in decision ? decision.refusal.code : decision.events.length === 0 ? 'repeated' : 'accepted')
  }
  expect([...seen].sort()).toEqual([
    // What only the clock writes is in its own tests.
    ...Object.keys(LAST_EVENT).filter(type => !['Reminded', 'Escalated', 'SupplierMissed'].includes(type)), 'waitingLeader', 'waitingEvidence', 'waitingSupplier', 'offered', 'refunding', 'refunded', 'agreedNoMoney', 'rejected', 'withdrawn',
    'waitingOperator', 'countered', 'waitingReturn', 'returning', 'inspecting', 'givingBack', 'waitingReplacement', 'replacementSent', 'replaced', 'refundFailed', 'appealed', 'dismissed', 'lapsed', 'returnOff', 'CASE_CLOSED', 'OFFER_OVER', 'DESK_DECIDES',
    'BAD_QUANTITY', 'MORE_THAN_BOUGHT', 'NOT_MORE', 'NO_WAYBILL', 'WAYBILL_NEEDED', 'STEP_NEEDED', 'TOO_MANY_STEPS', 'THERE_ALREADY', 'NOT_YOURS', 'BAD_RATING', 'BAD_SUM', 'BAD_TIME', 'BAD_WAY', 'COMMAND_ID_USED', 'recovery settled',
    'recovery none', 'recovery claimed', 'recovery admitted', 'recovery disputed', 'accepted', 'repeated',
    'UNDO_TOO_LATE', 'NOT_YET', 'NOT_ALLOWED', 'CASE_CHANGED', 'WRONG_STATE', 'NO_SUPPLIER', 'BAD_AMOUNT', 'LESS_THAN_ASKED', 'MORE_THAN_PAID', 'OPTION_NEEDED', 'NO_SUCH_OPTION', 'WORDS_NEEDED', 'BAD_PROMISE', 'PROOF_NEEDED', 'CHANNEL_NEEDED', 'DECLINED_BEFORE', 'LESS_THAN_OFFERED', 'PHOTO_NEEDED', 'WAITING_EVIDENCE', 'NOTHING_ADDED', 'WHAT_IS_MISSING',
  ].sort())
})

describe('money', () => {
  it('due never exceeds what was left on the line, and is whole fen', () => {
    alwaysTrue(({ state }) => {
      expect(Number.isSafeInteger(state.amount)).toBe(true)
      expect(state.amount).toBeGreaterThanOrEqual(0)
      expect(state.amount).toBeLessThanOrEqual(state.line.left)
      expect(state.line.left).toBeLessThanOrEqual(state.line.paid)
      for (const option of state.offer?.options ?? []) expect(option.refund).toBeLessThanOrEqual(state.line.left)
    })
  })

  it('is due or paid exactly where something was agreed that costs something', () => {
    alwaysTrue(({ state }) => {
      // What has to come back first is paid for once it was looked at.
      const first = ['awaitingReturn', 'returning', 'received'].includes(goodsState(state))
      expect(state.money !== 'none').toBe(state.decision === 'agreed' && totalDue(state) > 0 && !first)
      expect(state.moneySince !== null).toBe(state.money !== 'none')
      if (isPaid(state)) expect(state.payment).not.toBeNull()
      if (state.money === 'none' || state.money === 'due') expect(state.payment).toBeNull()
    })
  })

  it('once agreed, is what was asked at least, unless the resident said yes to less', () => {
    everyStep(step => {
      if (!accepted(step) || step.after.state.decision !== 'agreed' || step.before.state.decision === 'agreed') return
      if (step.command.type !== 'agree') expect(step.after.state.amount).toBeGreaterThanOrEqual(Math.min(askedFor(step.before.state), step.before.state.line.left))
    })
  })

  it('never changes once it is due and cannot be taken back', () => {
    everyStep(({ before, after, context, command }) => {
      // What was agreed to for somebody who never agreed is not due.
      if (command.type === 'disown') return
      if (before.state.money !== 'none' && !pendingAt(before.state, context.now)) expect([after.state.amount, totalDue(after.state)]).toEqual([before.state.amount, totalDue(before.state)])
    })
  })
})

describe('recovery', () => {
  it('is the whole amount or its share of the cost, as agreed; nothing where nobody supplies the product', () => {
    alwaysTrue(({ state }) => {
      // Once somebody said who bears it, it is what they said; what has to come back first is not claimed yet.
      if (state.liability) return expect(state.claimedFromSupplier).toBe(state.recoverFrom === 'carrier' ? state.liability.carrier : state.liability.supplier)
      const claimed = ['awaitingReturn', 'returning', 'received'].includes(goodsState(state)) ? 0 : recoverable(state, state.amount)
      expect(state.claimedFromSupplier).toBe(claimed)
      if (claimed > 0 && state.recoverAt === 'retail') expect(claimed).toBe(state.amount)
      expect(state.recovery === 'none').toBe(claimed === 0)
      expect(state.recoverySince === null).toBe(state.recovery === 'none')
    })
  })

  it('never holds a case and never touches the resident\'s money', () => {
    everyStep(step => {
      if (!['admitRecovery', 'disputeRecovery', 'splitLiability'].includes(step.command.type)) return
      expect(holderOf(step.after.state)).toBe(holderOf(step.before.state))
      expect([step.after.state.money, step.after.state.amount, step.after.state.payment]).toEqual([step.before.state.money, step.before.state.amount, step.before.state.payment])
    })
  })

  it('is never asked of the resident, nor is the refund', () => {
    alwaysTrue(({ state }) => {
      for (const type of allowedCommands(state, RESIDENT, LATER)) expect(['splitLiability', 'admitRecovery', 'disputeRecovery', 'payRefund', 'startRefund']).not.toContain(type)
      for (const deadline of deadlinesOf(state)) if (deadline.party === 'resident') expect(['offer', 'evidence', 'bringBack', 'receive', 'investigation']).toContain(deadline.clock)
    })
  })
})

describe('who holds it', () => {
  it('an open case has exactly one holder, who can do something and has a due time; a finished one has neither', () => {
    alwaysTrue(({ state }) => {
      const holder = holderOf(state)
      const waiting = deadlinesOf(state).filter(d => d.clock !== 'recovery')
      expect(isOpen(state)).toBe(holder !== null)
      // Goods and money may wait for different people; whoever holds it is among those who have a time.
      if (holder === null) expect(waiting).toEqual([])
      else if (holder !== 'resident' || state.toTell == null) expect(waiting.map(d => d.party)).toContain(holder)
      if (holder !== null) expect(allowedCommands(state, actorOf(holder), LATER)).not.toEqual([])
      for (const d of waiting) expect(d.dueAt).toBeGreaterThan(state.filedAt)
    })
  })

  it('the clock does nothing but end a wait for the resident, and close what nothing can bring back', () => {
    alwaysTrue(({ state }) => {
      // Whoever has not been told cannot have let anything pass.
      const asked = deadlinesOf(state).some(d => d.party === 'resident')
      const mayLapse = asked && (state.decision === 'evidence' || state.decision === 'offered' || goodsState(state) === 'awaitingReturn')
      expect(allowedCommands(state, actorOf('system'), LATER)).toEqual(mayLapse ? ['lapse'] : canMoveUntil(state) !== null ? ['close'] : [])
    })
  })
})

describe('the key that one case per line may hold', () => {
  it('is the line\'s while the case can still move or be revived, and its own ever after', () => {
    alwaysTrue(({ state }) => {
      // Paid once, the line is free, also where it has to be paid again.
      const revivable = state.closedAt == null && state.payment === null && state.decision !== 'withdrawn' && state.decision !== 'dismissed' && (isOpen(state) || state.decision === 'rejected' || state.decision === 'lapsed')
      expect(key(state)).toBe(revivable ? laneKey(state.line.orderId, state.line.lineId, state.class, state.about) : `done:${state.id}`)
    })
  })

  it('once given back is never taken again', () => {
    everyStep(({ before, after, context, command }) => {
      // Their own yes it was not: then it never was over. Where the line is another case's by then, they are told so: see `lineTaken`.
      if (command.type === 'disown') return
      const keyBefore = key(before.state, context.now)
      if (keyBefore.startsWith('done:')) expect(key(after.state, context.now)).toBe(keyBefore)
    })
  })

  it('differs between two finished cases of one line, and between lines', () => {
    const { paid, withdrawn, review } = examples()
    const other = { ...withdrawn.state, id: 'another' }
    expect(new Set([key(paid.state), key(other), key(review.state), key({ ...review.state, line: { ...review.state.line, lineId: 'line-2' } })]).size).toBe(4)
  })
})

describe('history', () => {
  it('is never changed, only added to', () => {
    // Everything handed to decide and evolve here is frozen: whoever changes it throws.
    everyStep(({ before, after }) => {
      expect(after.events.slice(0, before.events.length)).toEqual(before.events)
      for (const [i, event] of before.events.entries()) expect(after.events[i]).toBe(event)
      expect(after.version).toBe(after.events.length)
    })
  })

  it('replayed gives the case as it stands, also after having been written down as JSON', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      expect(replay(end.events)).toStrictEqual(end)
      const stored = JSON.parse(JSON.stringify(end.events)) as CaseEvent[]
      expect(replay(stored)).toStrictEqual(end)
      expect(JSON.parse(JSON.stringify(end))).toStrictEqual(end)
    }), { numRuns: 150 })
  })

  it('replayed keeps no hold on the list it was given', () => {
    const list = [...examples().paid.events]
    const replayed = replay(list)
    list.pop()
    expect(replayed.version).toBe(replayed.events.length)
    expect(replayed.events).toHaveLength(3)
  })

  it('says of every event who, when and by which command', () => {
    everyStep(step => {
      if (!accepted(step)) return
      const event = step.after.events.at(-1)
      expect(event).toMatchObject({ v: 1, at: step.context.now, by: step.context.by, command: step.context.commandId })
      if (event?.type !== 'DecisionUndone') expect(step.after.state.updatedAt).toBe(step.context.now)
      expect(step.after.events).toHaveLength(step.before.events.length + 1)
    })
  })

  it('begins with the filing and nothing else, and is not empty', () => {
    const settled = examples().settled.events.slice(1)
    expect(() => replay([])).toThrow('at least one event')
    expect(() => replay(settled)).toThrow('begins with Filed')
  })

  it('does not guess at events it does not know', () => {
    const strange = { ...examples().paid.events.at(-1), type: 'Teleported' } as unknown as CaseEvent
    expect(() => evolve(examples().review.state, strange)).toThrow('Teleported')
  })

  it.each(Object.entries(LAST_EVENT))('%s is the last event of its example', (type, name) => {
    expect(examples()[name].events.at(-1)?.type).toBe(type as CaseEventType)
  })
})

describe('a command', () => {
  it('repeated by the same person changes nothing and answers the same; by another it is refused', () => {
    everyStep(({ after, command, context, decision }) => {
      if (!('events' in decision)) return
      expect(decide(after, command, context)).toEqual({ events: [] })
      expect(decide(after, command, { ...context, by: { ...context.by, personId: 'somebody else' } })).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
    })
  })

  it('that is refused changes nothing, and says why in Chinese', () => {
    everyStep(({ before, after, decision }) => {
      if (!('refusal' in decision)) return
      expect(after).toBe(before)
      expect(decision.refusal.code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
      // What happened is told as the story tells it, with whatever people wrote.
      expect(decision.refusal.message.replace(/：[^]*。请/u, '，请')).toMatch(/^[^A-Za-z]*[一-鿿][^A-Za-z]*$/)
      expect(decision.refusal.message).not.toContain('undefined')
    })
  })

  it('is decided the same way every time', () => {
    everyStep(({ before, command, context, decision }) => expect(decide(before, command, context)).toEqual(decision))
  })

  it('is stopped as stale exactly when something was said to that party since', () => {
    everyStep(({ before, command, context, decision }) => {
      if (before.events.some(e => e.command === context.commandId)) return
      const stale = 'refusal' in decision && decision.refusal.code === 'CASE_CHANGED'
      const news = context.seen < 1 || context.seen > before.version || toldTo(before.events, context.by.party, context.now).some(({ event, seq }) => seq >= context.seen && isNews(event))
      const foreign = 'refusal' in decision && decision.refusal.code === 'NOT_ALLOWED'
      expect(stale).toBe(news && !foreign)
      expect(command.type).toEqual(expect.any(String))
    })
  })

  it('does nothing by being asked about: no party\'s question moves a case', () => {
    const { review } = examples()
    for (const party of PARTIES) ask(review, actorOf(party), { type: 'settle' })
    expect(review.version).toBe(1)
  })
})

it('the filer is the resident of the case, whoever acts on it later; filed on behalf it is the household\'s, or nobody\'s until taken over once', () => {
  alwaysTrue(({ state, events }) => {
    const [filed] = events
    if (filed?.type !== 'Filed') throw new Error('a case begins with Filed')
    const taken = events.filter(e => e.type === 'TakenOver')
    expect(taken.length).toBeLessThanOrEqual(filed.residentId === null ? 1 : 0)
    expect(state.residentId).toBe(filed.channel === undefined || filed.residentId !== null || taken.length > 0 ? RESIDENT.personId : null)
    expect([state.channel, state.filedAt]).toEqual([filed.channel ?? null, exampleContext().now])
  })
})

it('taking over changes whose the case is and nothing else, and no decision falls by it', () => {
  everyStep(({ before, after, command, decision }) => {
    if (command.type !== 'takeOver' || !('events' in decision) || decision.events.length === 0) return
    const rest = { residentId: null, updatedAt: 0, pending: null, toTell: null, told: null }
    expect({ ...after.state, ...rest }).toEqual({ ...before.state, ...rest })
  })
})

it('a case filed before leaders could file reads as the filer\'s own', () => {
  const { review } = examples()
  expect(review.events[0]).not.toHaveProperty('channel')
  expect([review.state.residentId, review.state.channel]).toEqual([RESIDENT.personId, null])
})

describe('a yes or no put down by the leader', () => {
  const { offered } = examples()
  const answer = (by: typeof LEADER, onBehalf: object | undefined) => ask(offered, by, { type: 'agree', option: 0, onBehalf } as CaseCommand)
  it.each([undefined, { channel: 'phone', words: ' ', photos: [] }])('needs something that shows it: %j', onBehalf => {
    expect(answer(LEADER, onBehalf)).toMatchObject({ refusal: { code: 'PROOF_NEEDED', field: onBehalf ? 'command.onBehalf.words' : 'command.onBehalf' } })
  })
  it('stands with words or a picture, and says by which way it came', () => {
    for (const onBehalf of [{ channel: 'phone', words: '行', photos: [] }, { channel: 'groupChat', words: '', photos: ['photo-chat'] }]) expect(answer(LEADER, onBehalf)).toMatchObject({ events: [{ type: 'OfferAgreed', by: LEADER, onBehalf }] })
  })
  it('is no way around the resident\'s own tap, and not with one picture twice', () => {
    expect(answer(RESIDENT, { channel: 'phone', words: '行', photos: [] })).toMatchObject({ refusal: { code: 'NOT_ALLOWED', field: 'command.onBehalf' } })
    expect(answer(LEADER, { channel: 'phone', words: '', photos: ['a', 'a'] })).toMatchObject({ refusal: { code: 'SAME_PHOTO_TWICE', field: 'command.onBehalf.photos' } })
  })
})

it('filing twice with the same input gives the same event', () => {
  expect(fileCase(exampleFiling(), exampleContext())).toEqual(fileCase(exampleFiling(), exampleContext()))
})

import fc from 'fast-check'
import type { Order } from '../orders/order'
import { allowedCommands } from './allowed'
import type { Case, CaseState } from './case'
import type { CaseCommand, CaseCommandType } from './commands'
import { decide } from './decide'
import { askedFor } from './negotiate'
import { UNDO_WINDOW } from '../clock/policy'
import { EVERYBODY, exampleContext, exampleFiling, exampleLine, FILED_AT, isRefusal, reasonable } from './exampleCase'
import { someShare } from './exampleHistories'
import { replay } from './evolve'
import { CHANNEL_CODES } from './reasons'
import { fileCase } from './file'
import { isPaid, leftFor, leftOnLine, takenBy, withLeft } from './left'
import { lineKey, openKeyOf } from './stage'

const LINES = ['a', 'b', 'c']

/** One order with three lines, the cases on it, and what other apps tell of it meanwhile. */
interface World { order: Order; cases: Case[]; now: number; promised: number; refusedFor: Set<string> }

const someStep = fc.record({
  act: fc.constantFrom('file' as const, 'export' as const, ...Array<'step'>(8).fill('step')), which: fc.nat(20), choice: fc.nat(50), share: someShare,
  wait: fc.constantFrom(1, UNDO_WINDOW - 1, UNDO_WINDOW, 3_600_000),
})
type Step = typeof someStep extends fc.Arbitrary<infer S> ? S : never

const someStart = fc.record({ paid: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 3 }), refunded: someShare.map(s => (s < 0.5 ? 0 : s - 0.5)), discount: fc.constantFrom(0, 0, 0.2) })

function start({ paid, refunded, discount }: typeof someStart extends fc.Arbitrary<infer S> ? S : never): World {
  const lines = LINES.map((id, i) => ({ id, productId: `product-${id}`, title: id, spec: '', quantity: 1, paid: paid[i] ?? 1 }))
  const total = Math.max(1, Math.floor(lines.reduce((sum, l) => sum + l.paid, 0) * (1 - discount)))
  const order: Order = {
    _id: 'order-15', communityId: 'c', groupBuyId: 'g', key: 'k', joinNumber: '15', buyer: '王阿姨', receiver: '', phoneLast4: '', phoneHash: '', room: '', pickupPoint: '',
    status: 'paid', total, refunded: Math.floor(total * refunded), paidAt: null, residents: [], importedAt: 0, lines,
  }
  return { order, cases: [], now: FILED_AT, promised: 0, refusedFor: new Set() }
}

const states = (w: World, but?: Case): CaseState[] => w.cases.filter(c => c !== but).map(c => c.state)

function file(w: World, s: Step): void {
  const line = w.order.lines[s.which % LINES.length]
  if (!line || w.cases.some(c => openKeyOf(c.state, w.now) === lineKey(w.order._id, line.id))) return
  const left = leftOnLine(w.order, line.id, states(w).map(takenBy))
  if (left === 0) return
  const amount = Math.max(1, Math.ceil(left * s.share))
  const filed = fileCase(exampleFiling({ caseId: `case-${w.cases.length}`, wish: { kind: 'refund', amount } }), exampleContext({
    now: w.now, commandId: `filing-${w.cases.length}`, line: exampleLine({ lineId: line.id, quantity: 1, paid: line.paid, left }),
  }))
  if (isRefusal(filed)) throw new Error(filed.code)
  w.cases.push(replay([filed]))
}

/** Somebody does what they may do now, for as much as there is, or more than they should. */
function step(w: World, s: Step): void {
  const c = w.cases[s.which % Math.max(1, w.cases.length)]
  if (!c) return
  const known = { ...c, state: withLeft(c.state, leftFor(c.state, w.order, states(w, c))) }
  const open = EVERYBODY.flatMap(by => allowedCommands(known.state, by, w.now).map(type => ({ by, type })))
  const chosen = open[s.choice % Math.max(1, open.length)]
  if (!chosen) return
  const decision = decide(known, filledIn(known.state, chosen.type, chosen.by.party, s), { now: w.now, by: chosen.by, commandId: `command-${w.now}`, seen: c.version, undoWindow: UNDO_WINDOW })
  if ('refusal' in decision) {
    w.refusedFor.add(`${chosen.type} ${decision.refusal.code}`)
    return
  }
  const after = replay([...c.events, ...decision.events])
  w.cases[w.cases.indexOf(c)] = after
  if (after.state.decision === 'agreed' && c.state.decision !== 'agreed') madeDue(w, after.state)
}

function filledIn(c: CaseState, type: CaseCommandType, party: 'resident' | 'leader' | 'supplier' | 'operator' | 'system', s: Step): CaseCommand {
  if (type === 'offer') return { type, options: [{ remedy: 'refund', refund: Math.max(1, Math.ceil(c.line.left * s.share)) }], words: '' }
  if (type === 'settle') return { type, amount: Math.max(askedFor(c), Math.ceil(c.line.left * s.share)) }
  if (type === 'payRefund') return { type, channel: CHANNEL_CODES[s.choice % CHANNEL_CODES.length] ?? 'cash', reference: '', photos: [] }
  return reasonable(c, type, party)
}

function madeDue(w: World, made: CaseState): void {
  if (made.amount === 0) return
  w.promised += 1
  const sum = (of: (c: CaseState) => boolean) => states(w).filter(of).reduce((total, c) => total + c.amount, 0)
  // The newest export may tell of what was paid in the other app, and of nothing that was paid otherwise.
  const inExport = (c: CaseState) => isPaid(c) && c.payment?.channel === 'otherApp'
  expect(Math.max(w.order.refunded, sum(inExport)) + sum(c => c.decision === 'agreed' && !inExport(c))).toBeLessThanOrEqual(w.order.total)
  const line = w.order.lines.find(l => l.id === made.line.lineId)
  expect(sum(c => c.line.lineId === made.line.lineId)).toBeLessThanOrEqual(line?.paid ?? 0)
}

function live(begin: Parameters<typeof start>[0], steps: readonly Step[]): World {
  const w = start(begin)
  for (const s of steps) {
    w.now += s.wait
    if (s.act === 'file') file(w, s)
    // A newer export: more of the order was refunded, from here or elsewhere.
    else if (s.act === 'export') w.order = { ...w.order, refunded: w.order.refunded + Math.floor((w.order.total - w.order.refunded) * s.share) }
    else step(w, s)
    // Always true, 5: of the cases on a line at most one can still move, and with a pending decision falling none comes back beside another.
    const keys = w.cases.map(c => openKeyOf(c.state, w.now))
    expect(new Set(keys).size).toBe(keys.length)
  }
  return w
}
const someSteps = fc.array(someStep, { minLength: 20, maxLength: 60, size: 'max' })

it('whatever becomes due, with what was paid, is due, and was refunded elsewhere is no more than was paid: per line and per order', () => {
  fc.assert(fc.property(someStart, someSteps, (begin, steps) => { live(begin, steps) }), { numRuns: 600 })
})

it('generated histories get to where it matters: every way to make money due, and every refusal of too much', () => {
  const ways = new Set<string>()
  const refusals = new Set<string>()
  for (const [begin, steps] of fc.sample(fc.tuple(someStart, someSteps), { numRuns: 1500, seed: 20261114 })) {
    const w = live(begin, steps)
    for (const c of w.cases) for (const e of c.events) ways.add(e.type)
    for (const r of w.refusedFor) if (r.endsWith('MORE_THAN_PAID')) refusals.add(r)
  }
  for (const type of ['Settled', 'OfferAgreed', 'SupplierGranted', 'RefundPaid', 'DecisionUndone']) expect([...ways]).toContain(type)
  expect([...refusals].sort()).toEqual(['agree MORE_THAN_PAID', 'grantAsAsked MORE_THAN_PAID', 'offer MORE_THAN_PAID', 'settle MORE_THAN_PAID'])
})

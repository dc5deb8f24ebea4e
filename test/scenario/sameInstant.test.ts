import { randomUUID } from 'node:crypto'
import { caseOf, type CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Case } from '../../domain/case/case'
import type { CaseCommandType } from '../../domain/case/commands'
import { decide } from '../../domain/case/decide'
import { replay } from '../../domain/case/evolve'
import { after } from '../../domain/case/exampleCase'
import type { Input } from '../../domain/contract/calls'
import type { Refusal } from '../../domain/contract/refusal'
import { CallRefused } from '../../stage/cloudClient'
import { commandOf, permissionCells } from './tables/permissionTable'
import { addPhotos, withOwnPhotos } from './tables/ownPhotos'
import { PEOPLE, type Who } from './tables/people'
import { atATime, openPeopledHouse, putCases, readAll, type PeopledHouse } from './tables/realHouse'
import type { StateName } from './tables/states'

/** One person's step on the screen that both look at. */
interface Step { who: Who; command: CaseCommandType }
interface Race { state: StateName; steps: [Step, Step] }

/** Of each party one who may do everything it may, and who else of it stands at another phone; a resident and a supplier have two phones. */
const SECOND = { resident: 'resident', leader: 'helper', supplier: 'supplier', complaints: 'support' } as const satisfies Partial<Record<Who, Who>>
type First = keyof typeof SECOND

/** Long enough that whoever decided may still take it back when a race is over. */
const UNDO_SECONDS = 60
const UNDO = UNDO_SECONDS * 1000

/** Every two steps that two people may take in a state. */
function everyRace(): Race[] {
  const allowed = permissionCells().filter(cell => cell.code === null)
  const may = (who: Who, state: StateName, command: CaseCommandType) => allowed.some(c => c.who === who && c.state === state && c.command === command)
  return [...new Set(allowed.map(c => c.state))].flatMap(state => {
    const steps = allowed.filter((c): c is typeof c & { who: First } => c.state === state && c.who in SECOND)
    return steps.flatMap((one, i) => steps.slice(i).map(({ who, command }): Race => {
      const second = who === one.who && may(SECOND[who], state, command) ? SECOND[who] : who
      return { state, steps: [{ who: one.who, command: one.command }, { who: second, command }] }
    }))
  })
}

/** Those that an ordinary run never leaves out, by what they are about. */
const ALWAYS: readonly [StateName, CaseCommandType, CaseCommandType][] = [
  ['review', 'withdraw', 'settle'], ['review', 'extendClaim', 'settle'], ['review', 'addEvidence', 'forward'], ['review', 'settle', 'reject'], ['review', 'offer', 'offer'], ['countered', 'settle', 'reassign'], ['withSupplier', 'grantAsAsked', 'reassign'],
  ['withSupplier', 'reject', 'grantAsAsked'], ['withSupplier', 'settle', 'disputeAsAsked'], ['withSupplier', 'withdraw', 'grantAsAsked'], ['offered', 'agree', 'decline'], ['offered', 'counter', 'agree'], ['offered', 'counter', 'counter'],
  ['offeredBySupplier', 'agree', 'agree'], ['countered', 'withdraw', 'settle'], ['appealed', 'decideAppeal', 'decideAppeal'], ['appealed', 'settle', 'decideAppeal'], ['rejected', 'appeal', 'settle'], ['lapsed', 'reopen', 'settle'],
  ['settled', 'payRefund', 'payRefund'], ['settled', 'admitRecovery', 'splitLiability'], ['settled', 'admitRecovery', 'disputeRecovery'], ['settled', 'splitLiability', 'splitLiability'], ['paying', 'payRefund', 'failRefund'],
  ['paid', 'failRefund', 'confirmRefund'], ['returning', 'receiveReturn', 'receiveReturn'], ['returned', 'inspectReturn', 'inspectReturn'], ['awaitingReturn', 'sendReturn', 'receiveReturn'],
  ['replacementDue', 'sendReplacement', 'sendReplacement'], ['replacementSent', 'receiveReplacement', 'receiveReplacement'], ['investigating', 'endInvestigation', 'settle'], ['review', 'plan', 'plan'],
]

/** Thousands take minutes: an ordinary run plays those above and of the others one in so many, `npm run permissions:try` all. */
const ONE_IN = 29

function chosen(all: readonly Race[]): Race[] {
  if (process.env['CELLS'] === 'all') return [...all]
  const isAlways = ({ state, steps: [a, b] }: Race) => ALWAYS.some(([s, one, other]) => s === state && ((a.command === one && b.command === other) || (a.command === other && b.command === one)))
  return all.filter((race, i) => isAlways(race) || i % ONE_IN === 0)
}

type Sent = Step & { command: CaseCommandType; sent: Input<'actOnCase'>['command']; photos: string[] }

/** What came of it, for the eyes of a comparison: who was refused by what, and what stands in the history. */
interface Outcome { codes: [string, string]; written: string[] }

describe('two people act at the same instant, in two processes', () => {
  let place: PeopledHouse
  beforeAll(async () => { place = await openPeopledHouse({ undoSeconds: UNDO_SECONDS }) }, 120_000)
  afterAll(() => place.house.close())

  const tap = async ({ who, sent }: Sent, { _id: caseId, version: seen }: CaseDocument): Promise<Refusal | null> => {
    try {
      await place.phones[who].call('actOnCase', { caseId, commandId: randomUUID(), seen, as: PEOPLE[who].party as 'leader', command: sent })
      return null
    } catch (error) {
      if (error instanceof CallRefused) return error.refusal
      throw error
    }
  }

  /** What the rules say of it, had one come behind the other. */
  function inOrder(document: CaseDocument, first: Sent, second: Sent): { one: string; other: string; written: string[] } {
    const start: Case = { ...caseOf(document), state: { ...document.state, desk: true } }
    const now = Date.now()
    const step = (c: Case, { who, sent }: Sent, at: number) => decide(c, sent as never, { now: at, by: { party: PEOPLE[who].party ?? 'system', personId: place.personIds[who] }, commandId: `${at}`, seen: document.version, undoWindow: UNDO })
    const one = step(start, first, now)
    const then = after(start, one)
    const other = step({ ...then, state: { ...then.state, desk: true } }, second, now + 1)
    const written = after(then, other).events.slice(document.version).map(e => e.type)
    return { one: 'refusal' in one ? one.refusal.code : 'done', other: 'refusal' in other ? other.refusal.code : 'done', written }
  }

  test('it is as if one had come behind the other: nobody\'s step is lost, none counts twice, and who came second reads what happened', async () => {
    const all = everyRace()
    const races = chosen(all)
    for (const [state, one, other] of ALWAYS) {
      if (!races.some(({ state: s, steps: [a, b] }) => s === state && [a.command, b.command].sort().join() === [one, other].sort().join())) throw new Error(`nobody may ${one} and ${other} in ${state}`)
    }
    const documents = await putCases(place, races.map(r => r.state))
    const rows = races.map(({ state, steps }, i) => {
      const document = documents[i] as CaseDocument
      return { state, document, steps: steps.map((step): Sent => { const { command: sent, photos } = withOwnPhotos(commandOf(caseOf(document), step.command, PEOPLE[step.who].party ?? 'resident')); return { ...step, sent, photos } }) as [Sent, Sent] }
    })
    await addPhotos(place.house, rows.flatMap(({ steps }) => steps.flatMap(({ who, photos }) => photos.map(id => ({ id, personId: place.personIds[who] })))))
    const wrong: string[] = []
    const refusals: Refusal[] = []
    const answers = new Map<string, [Refusal | null, Refusal | null]>()
    // Few at a time, so that the two of a pair have a process each.
    await atATime(2, rows, async ({ document, steps: [a, b] }) => {
      answers.set(document._id, await Promise.all([tap(a, document), tap(b, document)]))
    })
    const stored = await readAll<CaseDocument>(place.house, 'cases', documents.map(d => d._id))
    const count = { one: 0, both: 0 }
    for (const { state, document, steps: [a, b] } of rows) {
      const [first, second] = answers.get(document._id) ?? [null, null]
      const now = stored.get(document._id) as CaseDocument
      const outcome: Outcome = { codes: [first?.code ?? 'done', second?.code ?? 'done'], written: now.events.slice(document.version).map(e => e.type) }
      const ab = inOrder(document, a, b)
      const ba = inOrder(document, b, a)
      const possible: Outcome[] = [{ codes: [ab.one, ab.other], written: ab.written }, { codes: [ba.other, ba.one], written: ba.written }]
      const what = `${state}: ${a.who} ${a.command} and ${b.who} ${b.command}`
      if (!possible.some(p => JSON.stringify(p) === JSON.stringify(outcome))) wrong.push(`${what}: ${JSON.stringify(outcome)}, not ${possible.map(p => JSON.stringify(p)).join(' or ')}`)
      if (now.version !== now.events.length || JSON.stringify(now.state) !== JSON.stringify(replay(now.events).state)) wrong.push(`${what}: the state is not what its history makes`)
      count[outcome.written.length === 1 ? 'one' : 'both'] += 1
      for (const refused of [first, second]) if (refused) refusals.push(refused)
    }
    expect(wrong).toEqual([])
    // Whoever came second reads what happened; who may not know of it reads that it is over.
    expect(refusals.filter(r => r.code === 'CASE_CHANGED' && !/：.+。请看过以后再决定$/su.test(r.message))).toEqual([])
    expect(refusals.map(r => r.code).filter(code => !['CASE_CHANGED', 'WRONG_STATE', 'NOT_YET', 'NOT_ALLOWED'].includes(code))).toEqual([])
    process.stdout.write(`pairs ${all.length}, played ${races.length}: one counted in ${count.one}, both in ${count.both}\n`)
  }, 1_800_000)
})

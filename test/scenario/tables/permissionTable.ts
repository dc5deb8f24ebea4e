import { RULES } from '../../../domain/case/allowed'
import type { Case, Party } from '../../../domain/case/case'
import type { CaseCommand, CaseCommandType } from '../../../domain/case/commands'
import { decide } from '../../../domain/case/decide'
import { reasonable } from '../../../domain/case/exampleCase'
import { UNDO_WINDOW } from '../../../domain/clock/policy'
import { isPartysCommand } from '../../../domain/case/allowed'
import { capabilityTrouble } from '../../../domain/people/desk'
import { partyFor, relationsTo, viewerOf } from '../../../domain/people/relation'
import { EVERY_WHO, PEOPLE, personOf, type Who } from './people'
import { lookedAt, machines, stateCases, type StateName } from './states'

/** One try of one person, in one state, to do one thing. `code`: what refuses it; null: it is done. */
export interface Cell {
  who: Who
  state: StateName
  command: CaseCommandType
  as: Party
  code: string | null
}

export const COMMANDS = Object.keys(RULES) as CaseCommandType[]
/** The clock's and the binding's own: nobody can send them. */
export const NOT_SENT: readonly CaseCommandType[] = ['lapse', 'close', 'takeOver']

/** As whom they say it: their own party, and where that may not do it, the one that may, which they are not. */
export function claimed(who: Who, command: CaseCommandType): Party {
  const { party } = PEOPLE[who]
  const [first = 'resident'] = RULES[command].by.filter(by => by !== 'system')
  return party !== null && isPartysCommand(party, command) ? party : first
}

/** The command as somebody who means it fills it in. */
export function commandOf(c: Case, command: CaseCommandType, as: Party): CaseCommand {
  return reasonable(c.state, command, as)
}

/** Every cell, by the rules of the domain. */
export function permissionCells(): Cell[] {
  return Object.entries(stateCases()).flatMap(([state, c]) => EVERY_WHO.flatMap(who => COMMANDS.map(command => {
    const as = claimed(who, command)
    return { who, state: state as StateName, command, as, code: refusalOf(c, who, command, as) }
  })))
}

function refusalOf(example: Case, who: Who, type: CaseCommandType, as: Party): string | null {
  if (NOT_SENT.includes(type)) return 'BAD_INPUT'
  const person = personOf(who)
  const relations = relationsTo(example.state, person)
  if (relations.length === 0) return 'CASE_NOT_FOUND'
  const party = partyFor(relations, type, as)
  if (party === null) return 'NOT_ALLOWED'
  const viewer = viewerOf(person, party, example.state.communityId)
  const incapable = party === 'operator' ? capabilityTrouble(viewer.capabilities ?? [], type) : null
  if (incapable) return incapable.code
  // A desk serves the community, whatever was so when the case was filed.
  const c = { ...example, state: { ...example.state, desk: true } }
  const decision = decide(c, commandOf(c, type, party), { now: lookedAt(c), by: { party, personId: person._id }, commandId: 'a try', seen: c.version, undoWindow: UNDO_WINDOW, limit: viewer.limit ?? null })
  return 'refusal' in decision ? decision.refusal.code : null
}

/** The table as it stands in docs/permissions.md. */
export function permissionsDocument(cells: readonly Cell[] = permissionCells()): string {
  const cases = stateCases()
  const states = Object.keys(cases) as StateName[]
  const may = (who: Who, state: StateName) => cells.filter(c => c.who === who && c.state === state && c.code === null).map(c => c.command)
  const nobody = EVERY_WHO.filter(who => states.every(state => may(who, state).length === 0))
  const rows = (who: Who) => states.map(state => `| ${state} | ${machines(cases[state])} | ${may(who, state).join(', ') || '–'} |`).join('\n')
  const allowed = cells.filter(c => c.code === null).length
  return [
    '# Who may do what to a case, and when',
    '',
    'Written by `npm run permissions` from the rules of the domain; do not edit. `test/scenario/permissions.test.ts` fails where this file is not what the rules',
    'give, and tries it through the real `actOnCase`: what stands here works, everything else is refused with a code and changes nothing. An ordinary run tries all that',
    'is allowed and of what is refused one in eleven; `npm run permissions:try` tries every cell.',
    '',
    `${EVERY_WHO.length} people × ${states.length} states × ${COMMANDS.length} commands = ${cells.length} cells; ${allowed} allowed.`,
    '',
    `Nothing in any state: ${nobody.map(who => PEOPLE[who].is).join('; ')}.`,
    '',
    `By nobody's tap in any state: ${COMMANDS.filter(command => cells.every(c => c.command !== command || c.code !== null)).map(c => `\`${c}\``).join(', ')} (the clock and the binding of an order do these).`,
    ...EVERY_WHO.filter(who => !nobody.includes(who)).flatMap(who => ['', `## ${capital(PEOPLE[who].is)}`, '', '| example | decision and what goes with it | may |', '|---|---|---|', rows(who)]),
    '',
  ].join('\n')
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

import { randomUUID } from 'node:crypto'
import { caseOf, type CaseDocument } from '../../cloudfunctions/lib/cases'
import { RULES } from '../../domain/case/allowed'
import { addPhotos, withOwnPhotos } from '../scenario/tables/ownPhotos'
import { PEOPLE, type Who } from '../scenario/tables/people'
import { COMMANDS, commandOf, NOT_SENT, permissionCells, type Cell } from '../scenario/tables/permissionTable'
import { openPeopledHouse, putCases } from '../scenario/tables/realHouse'
import { againstBudget } from './budget'
import type { Figure } from './figure'
import { DISTANCE } from './roundTrips'
import { SdkRequests, type Asked } from './sdkRequests'

/** By whom a command is measured, the usual one first. */
const BY: readonly Who[] = ['resident', 'leader', 'supplier', 'complaints', 'management']
/** The first is the one in which the process learns who calls. */
const TRIES = 3

/**
 * Requests of the SDK, and waves of them, that one step on a case costs through `api`: every command there is, filled in as somebody who means it fills it in,
 * with a photo where it takes any. Functions are warm.
 */
export async function commandTrips(): Promise<Figure[]> {
  const requests = new SdkRequests()
  const place = await openPeopledHouse({ watchSdk: requests.watch })
  try {
    const cells = COMMANDS.filter(command => !NOT_SENT.includes(command) && RULES[command].by.some(party => party !== 'system')).map(cellFor)
    const documents = await putCases(place, cells.flatMap(({ state }) => Array.from({ length: TRIES }, () => state)))
    const figures: Figure[] = []
    for (const [i, cell] of cells.entries()) {
      const tries: Asked[] = []
      for (const document of documents.slice(TRIES * i, TRIES * (i + 1))) {
        const { command, photos } = withOwnPhotos(commandOf(caseOf(document), cell.command, cell.as))
        await addPhotos(place.house, photos.map(id => ({ id, personId: place.personIds[cell.who] })))
        tries.push(await requests.during(() => step(cell, document, command), DISTANCE))
      }
      const name = `actOnCase.${cell.command}`
      const least = (of: (asked: Asked) => number) => Math.min(...tries.slice(1).map(of))
      figures.push(againstBudget(`roundTrips.${name}`, least(t => t.actions.length), 'requests'), againstBudget(`waves.${name}`, least(t => t.waves), 'waves'))
    }
    return figures
  } finally {
    await place.house.close()
  }

  async function step({ who, as }: Cell, { _id: caseId, version: seen }: CaseDocument, command: ReturnType<typeof withOwnPhotos>['command']): Promise<void> {
    await place.phones[who].call('actOnCase', { caseId, commandId: randomUUID(), seen, as: as === 'system' ? undefined : as, command })
  }
}

const cells = permissionCells().filter(cell => cell.code === null)

/** Somebody who may, in some state. */
function cellFor(command: Cell['command']): Cell {
  const found = BY.flatMap(who => cells.find(c => c.command === command && c.who === who && c.as === PEOPLE[who].party) ?? [])[0]
  if (!found) throw new Error(`nobody may ${command}`)
  return found
}

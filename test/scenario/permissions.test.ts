import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import { caseOf } from '../../cloudfunctions/lib/cases'
import type { Input } from '../../domain/contract/calls'
import type { Order } from '../../domain/orders/order'
import { CallRefused } from '../../stage/cloudClient'
import { ROOT } from './openHouse'
import { COMMANDS, commandOf, permissionCells, permissionsDocument, type Cell } from './tables/permissionTable'
import { EVERY_WHO } from './tables/people'
import { addPhotos, withOwnPhotos } from './tables/ownPhotos'
import { atATime, openPeopledHouse, putCases, readAll, type PeopledHouse } from './tables/realHouse'
import { stateCases, unreached, type StateName } from './tables/states'

test('the written table is what the rules give; `npm run permissions` writes it anew', async () => {
  expect(await readFile(path.join(ROOT, 'docs/permissions.md'), 'utf8')).toBe(permissionsDocument())
})

test('the states of the table are all that a case can be in', () => {
  expect(unreached(Object.values(stateCases()))).toEqual([])
})

/**
 * Thirty thousand calls take minutes: an ordinary run tries everything that is allowed and of what is refused one in eleven, another one of each person's
 * for each command and state, because eleven divides none of their numbers. `npm run permissions:try` tries every cell.
 */
function chosen(refused: readonly Cell[]): Cell[] {
  return process.env['CELLS'] === 'all' ? [...refused] : refused.filter((_cell, i) => i % 11 === 0)
}

describe('every cell through the real actOnCase', () => {
  let place: PeopledHouse
  beforeAll(async () => { place = await openPeopledHouse() }, 120_000)
  afterAll(() => place.house.close())

  async function tried({ who, as }: Cell, { _id: caseId, version: seen }: CaseDocument, command: Input<'actOnCase'>['command']): Promise<string | null> {
    try {
      await place.phones[who].call('actOnCase', { caseId, commandId: randomUUID(), seen, as: as === 'system' ? undefined : as, command })
      return null
    } catch (error) {
      if (error instanceof CallRefused) return error.refusal.code
      throw error
    }
  }

  test('what the table allows works, and everything else is refused with its code and changes nothing', async () => {
    const cells = permissionCells()
    expect(cells).toHaveLength(EVERY_WHO.length * Object.keys(stateCases()).length * COMMANDS.length)
    const allowed = cells.filter(cell => cell.code === null)
    const refused = chosen(cells.filter(cell => cell.code !== null))
    // One case for all that is refused in a state, for it must stay as it is; one for each that is allowed.
    const states = Object.keys(stateCases()) as StateName[]
    const standing = await putCases(place, states)
    const fresh = await putCases(place, allowed.map(cell => cell.state))
    const before = await readAll<CaseDocument>(place.house, 'cases', standing.map(c => c._id))
    const orders = await readAll<Order>(place.house, 'orders', standing.map(c => c.orderId))
    const wrong: string[] = []
    const compare = (cell: Cell, code: string | null) => { if (code !== cell.code) wrong.push(`${cell.who} ${cell.command} in ${cell.state} as ${cell.as}: ${code ?? 'done'}, not ${cell.code ?? 'done'}`) }
    let count = 0

    const filled = allowed.map((cell, i) => ({ cell, document: fresh[i] as CaseDocument, ...withOwnPhotos(commandOf(caseOf(fresh[i] as CaseDocument), cell.command, cell.as)) }))
    await addPhotos(place.house, filled.flatMap(({ cell, photos }) => photos.map(id => ({ id, personId: place.personIds[cell.who] }))))
    await atATime(24, filled, async ({ cell, document, command }) => {
      compare(cell, await tried(cell, document, command))
      count += 1
    })
    const done = await readAll<CaseDocument>(place.house, 'cases', fresh.map(c => c._id))
    for (const { cell, document } of filled) {
      const now = done.get(document._id)
      const last = now?.events.at(-1)
      if (now?.version !== document.version + 1 || last?.by.personId !== place.personIds[cell.who] || last.by.party !== cell.as) wrong.push(`${cell.who} ${cell.command} in ${cell.state}: version ${now?.version ?? 'none'} by ${last?.by.party ?? 'nobody'}`)
    }
    expect(wrong).toEqual([])

    await atATime(24, refused, async cell => {
      const document = standing[states.indexOf(cell.state)] as CaseDocument
      const { command } = withOwnPhotos(commandOf(caseOf(document), cell.command, cell.as))
      compare(cell, await tried(cell, document, command))
      count += 1
    })

    const after = await readAll<CaseDocument>(place.house, 'cases', standing.map(c => c._id))
    expect([...after.values()]).toEqual([...before.values()])
    expect([...(await readAll<Order>(place.house, 'orders', standing.map(c => c.orderId))).values()]).toEqual([...orders.values()])
    expect(wrong).toEqual([])
    process.stdout.write(`cells ${cells.length}, tried ${count}, allowed ${allowed.length}, refused ${refused.length}\n`)
    expect(count).toBe(allowed.length + refused.length)
  }, 1_800_000)
})

import { randomUUID } from 'node:crypto'
import type { Case } from '../../../domain/case/case'
import { replay } from '../../../domain/case/evolve'
import { lastAt } from '../../../domain/case/exampleCase'
import type { CaseEvent } from '../../../domain/case/events'
import { USUAL_CLOCKS } from '../../../domain/clock/due'
import type { Order } from '../../../domain/orders/order'
import { CAPABILITY_CODES, type Capability } from '../../../domain/people/desk'
import type { CaseDocument } from '../../../cloudfunctions/lib/cases'
import { COMMUNITY, fruitId, joinSupplier, moveIn, openDesk, openHouse, type House, type Name, type Someone } from '../openHouse'
import { COMMUNITY_ID, ENOUGH, EVERY_WHO, LOW, MORE_PEOPLE, PEOPLE, PICKUP_POINT, SUPPLIER_ID, type Who } from './people'
import { SINCE, stateCases, type StateName } from './states'

/** Everybody of the tables at a phone of their own, in the roles they have there, given through the calls that people make. */
export interface PeopledHouse {
  house: House
  phones: Record<Who, Someone>
  personIds: Record<Who, string>
  deskId: string
  groupBuyId: string
  supplierId: string
}

export async function openPeopledHouse(more: Omit<NonNullable<Parameters<typeof openHouse>[0]>, 'neighbours'> = {}): Promise<PeopledHouse> {
  const house = await openHouse({ neighbours: MORE_PEOPLE, ...more })
  await moveIn(house)
  const phones = Object.fromEntries(await Promise.all(EVERY_WHO.map(async who => [who, await house.as(PEOPLE[who].name)]))) as Record<Who, Someone>
  const personIds = Object.fromEntries(await Promise.all(EVERY_WHO.map(async who => [who, (await phones[who].call('whoAmI', {})).personId]))) as Record<Who, string>
  const { leader, otherLeader } = phones
  const { communityId } = COMMUNITY
  const help = async (who: Who, limit: number) => {
    const { token } = await leader.call('inviteToCommunity', { communityId, to: { role: 'helper', limit } })
    await phones[who].call('acceptRole', { token, name: who, phone: '' })
  }
  for (const [who, limit] of [['helper', ENOUGH], ['helperOver', LOW], ['named', ENOUGH], ['onceHelper', ENOUGH]] as const) await help(who, limit)
  const gather = await leader.call('inviteToCommunity', { communityId, to: { role: 'helperLeader', part: { pickupPoints: [PICKUP_POINT], numbers: [] } } })
  await phones.helperLeader.call('acceptRole', { token: gather.token, name: 'helperLeader', phone: '' })
  await leader.call('removeFromTeam', { communityId, memberId: personIds.onceHelper })

  const manager = await house.as('xu')
  const deskId = await openDesk(house, 'xu')
  const hire = async (who: Who, capabilities: Capability[], limit: number | null) => {
    const { token } = await manager.call('inviteToDesk', { deskId, capabilities, limit })
    await phones[who].call('acceptDeskInvitation', { token, name: who })
  }
  for (const capability of CAPABILITY_CODES) await hire(capability, [capability], null)
  await hire('operatorOver', [...CAPABILITY_CODES], LOW)
  await hire('onceOperator', [...CAPABILITY_CODES], null)
  await manager.call('removeOperator', { deskId, memberId: personIds.onceOperator })

  const elsewhere = randomUUID()
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: elsewhere, name: '海棠苑' })
  const { token } = await otherLeader.call('inviteToCommunity', { communityId: elsewhere, to: { role: 'desk' } })
  await phones.otherDesk.call('openDesk', { token, desk: { kind: 'new', deskId: randomUUID(), name: '另一家平台', phone: '', called: 'otherDesk' } })

  const supplierId = await joinSupplier(house, PEOPLE.supplier.name as Name, '丹东果业')
  await joinSupplier(house, PEOPLE.otherSupplier.name as Name, '绿源蔬菜')
  return { house, phones, personIds, deskId, groupBuyId: await fruitId(house), supplierId }
}

/** An example as it would be if the people of this house had played it, up to an hour ago. */
export function movedIn({ personIds, groupBuyId, supplierId }: PeopledHouse, { events }: Case, ids: { caseId: string; orderId: string }, now: number): CaseEvent[] {
  const shift = now - SINCE - lastAt(replay(events))
  const called: Record<string, string> = {
    [COMMUNITY_ID]: COMMUNITY.communityId, [SUPPLIER_ID]: supplierId, 'groupbuy-1': groupBuyId, 'order-15': ids.orderId, [replay(events).state.id]: ids.caseId,
    ...Object.fromEntries(EVERY_WHO.map(who => [PEOPLE[who].personId, personIds[who]])),
  }
  // The only numbers of the examples that large are moments.
  return JSON.parse(JSON.stringify(events), (_key, value: unknown) => (typeof value === 'string' ? called[value] ?? value : typeof value === 'number' && value > 1e12 ? value + shift : value)) as CaseEvent[]
}

/** A household's order with the line that the examples are about. Of the two who bound it the first is whose case it is. */
function orderFor(place: PeopledHouse, state: Case['state'], orderId: string): Order {
  const { line } = state
  return {
    _id: orderId, communityId: COMMUNITY.communityId, groupBuyId: place.groupBuyId, key: orderId, joinNumber: line.joinNumber, buyer: line.buyer, receiver: line.receiver,
    phoneLast4: '0000', phoneHash: '', room: line.room, pickupPoint: line.pickupPoint, status: 'paid', total: line.paid, refunded: 0, paidAt: null,
    lines: [{ id: line.lineId, productId: line.productId, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid }],
    residents: [place.personIds.resident, place.personIds.household], importedAt: 0,
  }
}

/** As many cases of their own in this state, each with an order of its own; documents as the functions write them. */
export async function putCases(place: PeopledHouse, wanted: readonly StateName[], examples: Record<StateName, Case> = stateCases()): Promise<CaseDocument[]> {
  const { house: { db } } = place
  const { insertCase, saveCase } = await import('../../../cloudfunctions/lib/cases')
  const now = Date.now()
  const templates = new Map<StateName, CaseDocument>()
  for (const state of new Set(wanted)) {
    const ids = { caseId: randomUUID(), orderId: `order-${randomUUID()}` }
    const [filed, ...rest] = movedIn(place, examples[state], ids, now)
    let document = filed ? await insertCase(filed, USUAL_CLOCKS) : null
    for (const event of rest) document = document && await saveCase(document, [event], { clocks: USUAL_CLOCKS })
    if (!document) throw new Error(`${state} was not stored`)
    const { data: [stored] } = await db.collection('cases').where({ _id: document._id }).limit(1).get() as { data: CaseDocument[] }
    if (!stored) throw new Error(`${state} is not there`)
    templates.set(state, stored)
    await db.collection('cases').where({ _id: stored._id }).remove()
  }
  const copies = wanted.map(state => copyOf(templates.get(state) as CaseDocument))
  await addAll(place.house, 'cases', copies)
  await addAll(place.house, 'orders', copies.map(c => orderFor(place, c.state, c.orderId)))
  return copies
}

/** Nothing is owed to anybody: no courier comes by while cells are tried. */
function copyOf(template: CaseDocument): CaseDocument {
  const [caseId, orderId] = [randomUUID(), `order-${randomUUID()}`]
  const renamed = { [template._id]: caseId, [template.orderId]: orderId }
  const text = Object.entries(renamed).reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(template))
  return { ...(JSON.parse(text) as CaseDocument), noticesDueAt: null }
}

/** Many at once. */
export async function addAll(house: House, collection: string, documents: readonly object[]): Promise<void> {
  for (let i = 0; i < documents.length; i += 100) await house.db.collection(collection).add(documents.slice(i, i + 100))
}

/** All of these documents as they stand in the database, by id. */
export async function readAll<T extends { _id: string }>(house: House, collection: string, ids: readonly string[]): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (let i = 0; i < ids.length; i += 100) {
    const { data } = await house.db.collection(collection).where({ _id: house.db.command.in(ids.slice(i, i + 100)) }).limit(100).get() as { data: T[] }
    for (const document of data) found.set(document._id, document)
  }
  return found
}

/** Does all of it, so many at a time. */
export async function atATime<T>(many: number, work: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: many }, async () => {
    for (let one = work[next++]; one !== undefined; one = work[next++]) await each(one)
  }))
}

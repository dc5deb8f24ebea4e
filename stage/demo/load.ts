import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Answers } from '../../domain/contract/calls'
import { TEMPLATES_FOR, templateId } from '../../domain/notice/templates'
import { signIn, type CloudClient } from '../cloudClient'
import { people, personWith, type Seat } from '../people'
import { ARRIVED, COMMUNITY, DESK, LEADER, MESSAGES_ALLOWED, RESIDENTS, SUPPLIERS } from './community'

export interface DemoOptions {
  /** The cloud's address. */
  cloud: string
  root: string
  say: (line: string) => void
}

const { communityId } = COMMUNITY

/**
 * The demo community moves in the way a real one does: each person signs in and makes the calls that their phone would make.
 * Every step may be repeated, so a load that was interrupted is finished by the next start.
 */
export async function loadDemo({ cloud, root, say }: DemoOptions): Promise<void> {
  const leader = await signIn(cloud, LEADER)
  await leader.call('openCommunity', COMMUNITY)
  say(`  ${COMMUNITY.leaderName} opened ${COMMUNITY.name}`)

  const { ordersAdded, ordersUnchanged, ordersChanged, groupBuys } = await importOrders(leader, root)
  say(`  orders imported: ${ordersAdded + ordersUnchanged + ordersChanged} in ${groupBuys.length} group-buys`)

  const arrived = groupBuys.find(groupBuy => groupBuy.title === ARRIVED)
  if (!arrived) throw new Error(`the demo export has no group-buy called ${ARRIVED}`)
  await leader.call('markArrived', { groupBuyId: arrived.id })
  say(`  ${ARRIVED} arrived`)

  for (const { person, supplier } of SUPPLIERS) {
    await moveInSupplier(leader, await signIn(cloud, person), person, supplier)
    say(`  ${personWith(person).name} acts for ${supplier}`)
  }
  await moveInDesk(leader, await signIn(cloud, DESK.person))
  say(`  ${DESK.name} serves ${COMMUNITY.name}`)
  for (const { person, ...claim } of RESIDENTS) {
    await moveInResident(await signIn(cloud, person), person, { groupBuyId: arrived.id, ...claim })
    say(`  ${personWith(person).name} found the household's orders`)
  }
  const known = [LEADER, DESK.person, ...SUPPLIERS.map(({ person }) => person), ...RESIDENTS.map(({ person }) => person)]
  for (const { id, phone } of people.filter(person => known.includes(person.id))) await allowMessages(await signIn(cloud, id), id, phone)
  say('  they allowed some messages')
}

/** The same two files, the same preview, the same yes as on the leader's phone. */
async function importOrders(leader: CloudClient, root: string): Promise<Answers['confirmImport']> {
  const { uploadPrefix } = await leader.call('whoAmI', {})
  const upload = async (name: string) => leader.upload(`${uploadPrefix}${name}`, await readFile(path.join(root, 'stage/demo', name)))
  const files = { communityId, ordersFile: await upload('orders.xlsx'), productsFile: await upload('products.csv') }
  const preview = await leader.call('previewImport', files)
  const refused = [...preview.refused, ...preview.productsRefused]
  if (refused.length > 0) throw new Error(`the demo export has rows that were refused: ${JSON.stringify(refused)}`)
  return leader.call('confirmImport', { ...files, digest: preview.digest })
}

/** An invitation works once and cannot be read again, so whoever has the role already is left alone. */
async function moveInSupplier(leader: CloudClient, person: CloudClient, id: string, supplierName: string): Promise<void> {
  const { suppliers } = await leader.call('listGroupBuys', { communityId })
  const supplier = suppliers.find(known => known.name === supplierName)
  if (!supplier) throw new Error(`the demo's product list has no supplier called ${supplierName}`)
  const { supplies } = await person.call('whoAmI', {})
  if (supplies.some(role => role.supplierId === supplier.id)) return
  const { token } = await leader.call('inviteSupplier', { supplierId: supplier.id })
  await person.call('acceptInvitation', { token, name: personWith(id).name })
}

/** As with suppliers: one invitation, and whoever serves already is left alone. */
async function moveInDesk(leader: CloudClient, person: CloudClient): Promise<void> {
  if ((await leader.call('showCommunity', { communityId })).desk !== null) return
  const { token } = await leader.call('inviteToCommunity', { communityId, to: { role: 'desk' } })
  const { deskId, name, phone } = DESK
  await person.call('openDesk', { token, desk: { kind: 'new', deskId, name, phone, called: personWith(DESK.person).name } })
}

async function moveInResident(person: CloudClient, id: string, claim: { groupBuyId: string; joinNumber: string; phoneLast4: string }): Promise<void> {
  const bound = await person.call('bindOrders', claim)
  if (bound.state !== 'bound') throw new Error(`${id} should find their orders without the leader, and the answer was ${bound.state}`)
}

/** A yes is good for one message [wechat: one-time subscriptions], so as many as a visitor will see before being asked again. */
async function allowMessages(person: CloudClient, id: string, role: Seat): Promise<void> {
  for (let time = 0; time < MESSAGES_ALLOWED; time++) await person.allowMessages(askIdOf(id, time), TEMPLATES_FOR[role].map(templateId))
}

/** The same uuid for the same yes in a repeated load: it counts once. */
function askIdOf(id: string, time: number): string {
  const hex = createHash('sha256').update(`demo consent ${id} ${time}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

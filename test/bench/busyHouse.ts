import { randomUUID } from 'node:crypto'
import { COMMUNITY, openHouse, type House, type Name, type Someone } from '../scenario/openHouse'
import { photo } from '../scenario/photo'
import { voice } from '../scenario/voice'
import { busyExport, busyProducts, type Household } from './busyExport'
import { SdkRequests } from './sdkRequests'

/** An order line that nobody complained about yet. */
export interface FreeLine { orderId: string; lineId: string }

/** A community after a bad week: fifty complaints wait for the leader; ten of them for the refund only, and their supplier is asked to bear it. */
export interface BusyHouse {
  house: House
  requests: SdkRequests
  groupBuyId: string
  /** The leader. */
  chen: Someone
  /** A usual household: a few orders, three complaints. */
  wang: Someone
  /** The neighbour who files for the load: a household of very many orders. */
  lin: Someone
  laoli: Someone
  /** Takes one of the neighbour's lines, once each. */
  freeLine(): FreeLine
  /** Ids of the neighbour's complaints, the oldest first. */
  caseIds: string[]
}

const WAITING = 50
const SETTLED = 10
const WANG: Household = { name: '王阿姨', last4: '6027', joinNumber: 1, orders: 6 }
/** Lines enough for what waits, for the load and for some single calls. */
const LIN: Household = { name: '小林', last4: '3516', joinNumber: 100, orders: 90 }
const SUPPLIER = '丹东果业'

/** Moves a busy community in, through the calls that people make. */
export async function openBusyHouse(): Promise<BusyHouse> {
  const requests = new SdkRequests()
  const house = await openHouse({ watchSdk: requests.watch })
  const [chen, wang, lin, laoli] = await Promise.all((['chen', 'wang', 'lin', 'laoli'] as const satisfies Name[]).map(name => house.as(name)))
  if (!chen || !wang || !lin || !laoli) throw new Error('somebody could not sign in')
  await chen.call('openCommunity', COMMUNITY)
  const groupBuyId = await importBusy(chen)
  await invite(chen, laoli)
  for (const [person, { joinNumber, last4 }] of [[wang, WANG], [lin, LIN]] as const) {
    await person.call('bindOrders', { groupBuyId, joinNumber: String(joinNumber), phoneLast4: last4 })
  }
  const lines = await freeLinesOf(house, LIN)
  const own = await freeLinesOf(house, WANG)
  const busy: BusyHouse = {
    house, requests, groupBuyId, chen, wang, lin, laoli, caseIds: [],
    freeLine() {
      const line = lines.pop()
      if (!line) throw new Error('no line is left to complain about')
      return line
    },
  }
  for (const line of own.slice(0, 3)) await fileAbout(wang, line, [await addPhoto(wang)])
  while (busy.caseIds.length < WAITING - 3) busy.caseIds.push(await fileAbout(lin, busy.freeLine(), [await addPhoto(lin)]))
  for (const caseId of busy.caseIds.slice(0, SETTLED)) await settle(chen, caseId)
  return busy
}

async function importBusy(chen: Someone): Promise<string> {
  const { uploadPrefix } = await chen.call('whoAmI', {})
  const upload = (bytes: Buffer) => chen.upload(`${uploadPrefix}${randomUUID()}.csv`, bytes)
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(busyExport([WANG, LIN])), productsFile: await upload(busyProducts(SUPPLIER)) }
  const { digest } = await chen.call('previewImport', files)
  const { groupBuys } = await chen.call('confirmImport', { ...files, digest })
  const [groupBuy] = groupBuys
  if (!groupBuy) throw new Error('the import brought no group-buy')
  await chen.call('markArrived', { groupBuyId: groupBuy.id })
  return groupBuy.id
}

async function invite(chen: Someone, laoli: Someone): Promise<void> {
  const { suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const { token } = await chen.call('inviteSupplier', { supplierId: suppliers[0]?.id ?? '' })
  await laoli.call('acceptInvitation', { token, name: '老李' })
}

/** Read behind the functions: no page lists as many orders. */
async function freeLinesOf(house: House, { name }: Household): Promise<FreeLine[]> {
  const { data } = await house.db.collection('orders').where({ buyer: name }).orderBy('_id', 'asc').limit(1000).get()
  return (data as { _id: string; lines: { id: string }[] }[]).flatMap(o => o.lines.map(l => ({ orderId: o._id, lineId: l.id })))
}

/** Uploads a photo and has it accepted, as a phone that knows its prefix already. @returns its id */
export async function addPhoto(person: Someone): Promise<string> {
  const fileId = await uploadPhoto(person)
  return (await person.call('addPhoto', { fileId })).photoId
}

const prefixes = new Map<Someone, string>()

/** @returns the upload's file id */
export async function uploadVoice(person: Someone): Promise<string> {
  return person.upload(`${await prefixOf(person)}${randomUUID()}.mp3`, voice(10))
}

/** @returns the upload's file id */
export async function uploadPhoto(person: Someone): Promise<string> {
  return person.upload(`${await prefixOf(person)}${randomUUID()}.jpg`, photo())
}

async function prefixOf(person: Someone): Promise<string> {
  const prefix = prefixes.get(person) ?? (await person.call('whoAmI', {})).uploadPrefix
  prefixes.set(person, prefix)
  return prefix
}

/** @returns the new case's id */
export async function fileAbout(person: Someone, line: FreeLine, photos: string[], voices: string[] = []): Promise<string> {
  const caseId = randomUUID()
  await person.call('fileCase', {
    caseId, ...line, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 3000 }, photos, voices, words: '一打开就是烂的',
  })
  return caseId
}

/** The leader's one tap on a case that nobody touched yet. */
export async function settle(chen: Someone, caseId: string): Promise<void> {
  await chen.call('actOnCase', { caseId, commandId: randomUUID(), seen: 1, as: 'leader', command: { type: 'settle' } })
}

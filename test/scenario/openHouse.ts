import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { main as clockMain } from '../../cloudfunctions/clock/index'
import { startCloud, type Cloud, type CloudOptions } from '../../devcloud/cloud'
import type { Answers, CallName, Input } from '../../domain/contract/calls'
import type { Refusal } from '../../domain/contract/refusal'
import { templateId, TEMPLATES_FOR } from '../../domain/notice/templates'
import { CallRefused, signIn, type CloudClient } from '../../stage/cloudClient'
import { outsideVariables } from '../../stage/outsideVariables'
import { photo } from './photo'

export const ROOT = path.resolve(__dirname, '../..')

/** Who may sign in here. `stranger` has no part in anything. */
const PEOPLE = ['wang', 'lin', 'zhang', 'chen', 'otherLeader', 'laoli', 'xiaozhou', 'xu', 'tang', 'stranger'] as const
export type Name = (typeof PEOPLE)[number] | Neighbour

/** One household of a whole estate, by its 跟团号: a person with a phone of their own. */
export type Neighbour = `neighbour${number}`

/** A person at a phone. */
export interface Someone extends CloudClient {
  /** Uploads a photo and has it accepted. @returns its id */
  photo(bytes?: Buffer): Promise<string>
  /** The refusal of a call that must not succeed. */
  refused<C extends CallName>(call: C, input: unknown): Promise<Refusal>
}

type ReturnOf<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

/** The real functions behind the real local cloud, with the demo's community moved in through the calls that people make. */
export interface House {
  cloud: Cloud
  /** The database as the SDK sees it with the deployment's own credentials, for looking behind the functions. */
  db: ReturnType<ReturnType<typeof tcb.init>['database']>
  as(name: Name): Promise<Someone>
  /** Runs the courier as its timer does. */
  courier(): Promise<{ noticesWritten: number; copies: Record<string, number>; fallbacks: Record<string, number>; heard: number }>
  /** Runs the clock as its timer does. */
  clock(): Promise<ReturnOf<typeof clockMain>>
  /** What the functions wrote to their logs. */
  log: string[]
  close(): Promise<void>
}

export const COMMUNITY = { communityId: '11111111-2222-4333-8444-555555555555', name: '梧桐苑', leaderName: '陈姐', leaderPhone: '13800000000', pickupPoints: ['南门自提柜'] }

/**
 * Starts the cloud in a directory of its own with the functions that would be deployed. Decisions are in effect after one second instead of ten,
 * by the very setting that a deployment has for it, so that stories need not wait for each; `undoSeconds` where the time itself is the story. In the same way
 * there is no night, and nothing is gathered after a message: `quietHours`, `gatherSeconds` where that is the story.
 * `neighbours`: how many more may sign in, from `neighbour1` on. `startsAt`: what time it is there at first (ms), where a day of its own is the story. `outside`: services beside WeChat that the courier finds, in `cloud.outside`; without it there are none.
 */
export async function openHouse({ undoSeconds = 1, quietHours = 'none', gatherSeconds = 0, neighbours = 0, outside = false, startsAt, ...more }: Pick<CloudOptions, 'watchSdk'> & { undoSeconds?: number; quietHours?: string; gatherSeconds?: number; neighbours?: number; outside?: boolean; startsAt?: number } = {}): Promise<House> {
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/build-functions.mjs')], { cwd: ROOT, stdio: 'pipe' })
  const data = await mkdtemp(path.join(tmpdir(), 'tuanhou-scenario-'))
  // How far a cloud's clock was moved is kept with its data.
  if (startsAt !== undefined) await writeFile(path.join(data, 'clock.json'), JSON.stringify({ offset: startsAt - Date.now() }))
  const log: string[] = []
  const undo = { UNDO_SECONDS: String(undoSeconds) }
  const night = { QUIET_HOURS: quietHours }
  const cloud = await startCloud({
    root: ROOT, data, port: 0, functionsDir: path.join(ROOT, 'dist/functions'), timers: false, variables: { api: { ...undo, ...night }, clock: undo, courier: { ...night, GATHER_SECONDS: String(gatherSeconds) } }, ...(outside ? { outside: there => ({ courier: outsideVariables(there) }) } : {}),
    people: [...PEOPLE, ...Array.from({ length: neighbours }, (_, i): Neighbour => `neighbour${i + 1}`)].map(id => ({ id, openid: `o-scenario-${id}` })), log: line => { log.push(line) }, ...more,
  })
  Object.assign(process.env, cloud.env)
  const phones = new Map<Name, Someone>()
  return {
    cloud, log, db: tcb.init({ env: cloud.env['TCB_ENV'] ?? '' }).database(),
    async as(name) {
      const known = phones.get(name) ?? someone(await signIn(cloud.url, name))
      phones.set(name, known)
      return known
    },
    courier: async () => (await cloud.fireTimer('courier')) as Awaited<ReturnType<House['courier']>>,
    clock: async () => (await cloud.fireTimer('clock')) as ReturnOf<typeof clockMain>,
    async close() {
      await cloud.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

function someone(client: CloudClient): Someone {
  return {
    ...client,
    async photo(bytes = photo()) {
      const { uploadPrefix } = await client.call('whoAmI', {})
      const fileId = await client.upload(`${uploadPrefix}${randomUUID()}.jpg`, bytes)
      return (await client.call('addPhoto', { fileId })).photoId
    },
    async refused(call, input) {
      try {
        await client.call(call, input as never)
      } catch (error) {
        if (error instanceof CallRefused) return error.refusal
        throw error
      }
      throw new Error(`${call} should have been refused`)
    },
  }
}

/** Opens the community and imports the demo's orders as the leader does on a phone. */
export async function moveIn(house: House): Promise<Answers['confirmImport']> {
  const chen = await house.as('chen')
  await chen.call('openCommunity', COMMUNITY)
  const result = await importFiles(chen, 'orders.xlsx', 'products.csv')
  return result
}

export async function importFiles(leader: Someone, orders: string, products?: string): Promise<Answers['confirmImport']> {
  const files = await uploadFiles(leader, orders, products)
  const { digest } = await leader.call('previewImport', files)
  return leader.call('confirmImport', { ...files, digest })
}

export async function uploadFiles(leader: Someone, orders: string, products?: string): Promise<Omit<Input<'confirmImport'>, 'digest'>> {
  const { uploadPrefix } = await leader.call('whoAmI', {})
  const upload = async (file: string) => leader.upload(`${uploadPrefix}${randomUUID()}${path.extname(file)}`, await readFile(path.join(ROOT, 'stage/demo', file)))
  return { communityId: COMMUNITY.communityId, ordersFile: await upload(orders), ...(products ? { productsFile: await upload(products) } : {}) }
}

export const FRUIT = '11.21 周六果蔬团'

/** Finds the person's orders of the fruit group-buy. */
export async function bind(house: House, name: Name, joinNumber: string, phoneLast4: string): Promise<void> {
  const person = await house.as(name)
  await person.call('bindOrders', { groupBuyId: await fruitId(house), joinNumber, phoneLast4 })
}

export async function fruitId(house: House): Promise<string> {
  const { groupBuys } = await (await house.as('chen')).call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const fruit = groupBuys.find(g => g.title === FRUIT)
  if (!fruit) throw new Error('the fruit group-buy is missing')
  return fruit.id
}

/** Lets somebody act for a supplier of the product list. */
export async function joinSupplier(house: House, name: Name, supplierName: string): Promise<string> {
  const chen = await house.as('chen')
  const { suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const supplier = suppliers.find(s => s.name === supplierName)
  if (!supplier) throw new Error(`no supplier ${supplierName}`)
  const { token } = await chen.call('inviteSupplier', { supplierId: supplier.id })
  await (await house.as(name)).call('acceptInvitation', { token, name: supplierName })
  return supplier.id
}

/** Has a desk serve the community: the person names it, and is its first member. @returns its id */
export async function openDesk(house: House, name: Name, called: string = name): Promise<string> {
  const { token } = await (await house.as('chen')).call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'desk' } })
  return (await (await house.as(name)).call('openDesk', { token, desk: { kind: 'new', deskId: randomUUID(), name: '邻里平台', phone: '', called } })).deskId
}

/** A line of the person's own orders, by a part of its title. */
export async function lineOf(person: Someone, title: string): Promise<{ orderId: string; lineId: string; quantity: number; paid: number }> {
  const { bought } = await person.call('residentHome', {})
  const line = bought.flatMap(g => g.lines).find(l => l.title.includes(title))
  if (!line) throw new Error(`nothing bought called ${title}`)
  return line
}

/** One yes to every template of the role, as a tap gives it. */
export async function allow(person: Someone, role: keyof typeof TEMPLATES_FOR): Promise<void> {
  await person.allowMessages(randomUUID(), TEMPLATES_FOR[role].map(templateId))
}

/** Looks at the inbox as far as it is shown at first, as opening its page does. */
export async function readInbox(person: Someone): Promise<Answers['readNotices']> {
  const { notices } = await person.call('listNotices', {})
  return person.call('readNotices', { ids: notices.map(n => n.id) })
}

/** Files a complaint about a line with one photo; one of so many pieces all bad. */
export async function fileOne(person: Someone, title: string, more: Partial<Input<'fileCase'>> = {}): Promise<Answers['fileCase']['view']> {
  const line = await lineOf(person, title)
  const amount = Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity))
  const { view } = await person.call('fileCase', {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount }, photos: [await person.photo()], words: '一打开就是烂的', ...more,
  })
  return view
}

type Command = Input<'actOnCase'>['command']

/** One step on a case as the person sees it now. */
export async function act(person: Someone, caseId: string, as: 'resident' | 'leader' | 'supplier' | 'operator', command: Command): Promise<Answers['actOnCase']['view']> {
  const { view } = await person.call('showCase', { caseId, as })
  return (await person.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as, command })).view
}

/** One step, and then waits until it can no longer be taken back, by what the person's own screen says. */
export async function decide(person: Someone, caseId: string, as: 'leader' | 'supplier' | 'operator', command: Command): Promise<Answers['showCase']['view']> {
  await act(person, caseId, as, command)
  return whenEffective(person, caseId, as)
}

/** Asks until the person's newest decision is in effect. */
export async function whenEffective(person: Someone, caseId: string, as: 'leader' | 'supplier' | 'operator'): Promise<Answers['showCase']['view']> {
  for (;;) {
    const { view } = await person.call('showCase', { caseId, as })
    if (view.takesEffect === null) return view
  }
}

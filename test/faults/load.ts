import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import type { TEMPLATES_FOR } from '../../domain/notice/templates'
import { BERRIES, exportOf, PRODUCTS } from '../scenario/estate'
import { COMMUNITY } from '../scenario/openHouse'
import { until, type KillableCloud } from './killableCloud'
import { Phone } from './phone'
import { Seeded } from './seeded'

type Command = Input<'actOnCase'>['command']
type Party = keyof typeof TEMPLATES_FOR

/** What was answered with yes: an event of this command stands in the case, whatever dies. */
export interface Acknowledged { caseId: string; command: string; type: string }

interface Line { orderId: string; lineId: string; quantity: number; paid: number }
interface StoredOrder { _id: string; groupBuyId: string; joinNumber: string; lines: { id: string; quantity: number; paid: number }[] }
interface Home { phone: Phone; lines: Line[]; cases: string[] }

const RESIDENTS = ['wang', 'lin', 'zhang', 'zhao', 'sun', 'zhou'] as const
const SUPPLIERS = ['laoli', 'xiaozhou'] as const
/** Who may sign in. */
export const PEOPLE: readonly string[] = ['chen', ...RESIDENTS, ...SUPPLIERS, 'xu']

/** What is done with a case where it may be done; what stands there often is drawn often. */
const REPERTOIRE: Record<Exclude<Party, 'operator'>, readonly Command['type'][]> = {
  resident: ['agree', 'agree', 'decline', 'counter', 'addEvidence', 'addEvidence', 'withdraw', 'confirmRefund', 'expedite'],
  leader: ['settle', 'settle', 'settle', 'settle', 'reject', 'offer', 'offer', 'askEvidence', 'forward', 'payRefund', 'payRefund', 'undo'],
  supplier: ['admitRecovery', 'disputeRecovery', 'grantAsAsked', 'disputeAsAsked', 'askEvidence'],
}

/** How often a leader or a supplier allows messages, from 0 to 1; and how many couriers run at once, beside those that phones ask for. */
interface Ways { staffAllows: number; couriers: number }

/** Cases decided by one tap at most. */
const MOST_TOGETHER = 12

/** An estate whose people do what people do, all at the same time, until they are told to stop. */
export class Load {
  readonly acknowledged: Acknowledged[] = []
  /** Joint decisions that were answered: each of their cases has a result in the end. */
  readonly joint: string[] = []
  readonly cloud: KillableCloud
  readonly leader: Phone
  readonly suppliers: readonly Phone[]
  readonly supplierId: string
  readonly homes: readonly Home[]
  /** Calls that were answered so far, with yes or no. */
  answered = 0
  refused = 0
  #stopped = false
  readonly #ways: Ways

  private constructor(of: Pick<Load, 'cloud' | 'leader' | 'suppliers' | 'supplierId' | 'homes'>, ways: Ways) {
    this.#ways = ways
    this.cloud = of.cloud
    this.leader = of.leader
    this.suppliers = of.suppliers
    this.supplierId = of.supplierId
    this.homes = of.homes
  }

  /** Opens the community, imports a group-buy of so many households, and lets everybody in. */
  static async moveIn(cloud: KillableCloud, households: number, ways: Ways = { staffAllows: 0.7, couriers: 1 }): Promise<Load> {
    const leader = await Phone.of(cloud, 'chen')
    await leader.must('openCommunity', COMMUNITY)
    const files = { communityId: COMMUNITY.communityId, ordersFile: await leader.upload('csv', Buffer.from(exportOf(households))), productsFile: await leader.upload('csv', Buffer.from(PRODUCTS)) }
    const { digest } = await leader.must('previewImport', files)
    await leader.must('confirmImport', { ...files, digest })
    const supplierId = (await leader.must('listGroupBuys', { communityId: COMMUNITY.communityId })).groupBuys.find(g => g.title === BERRIES)?.products[0]?.supplierId
    if (!supplierId) throw new Error('the estate was not imported')
    const suppliers = await Promise.all(SUPPLIERS.map(id => Phone.of(cloud, id)))
    for (const supplier of suppliers) {
      const { token } = await leader.must('inviteSupplier', { supplierId })
      await supplier.must('acceptInvitation', { token, name: supplier.id })
    }
    const orders = (await cloud.all<StoredOrder>('orders')).sort((a, b) => Number(a.joinNumber) - Number(b.joinNumber))
    const homes: Home[] = []
    for (const [i, id] of RESIDENTS.entries()) {
      const phone = await Phone.of(cloud, id)
      const own = orders.filter((_order, at) => at % RESIDENTS.length === i)
      const [first] = own
      if (!first) throw new Error(`nothing was bought for ${id} to complain about`)
      await phone.must('bindOrders', { groupBuyId: first.groupBuyId, joinNumber: first.joinNumber, phoneLast4: String(10_000_000 + Number(first.joinNumber)).slice(-4) })
      // Binding hundreds of households one by one is another story.
      for (let at = 0; at < own.length; at += 100) await cloud.db.collection('orders').where({ _id: cloud.db.command.in(own.slice(at, at + 100).map(o => o._id)) }).update({ residents: [phone.personId] })
      homes.push({ phone, cases: [], lines: own.flatMap(o => o.lines.map(l => ({ orderId: o._id, lineId: l.id, quantity: l.quantity, paid: l.paid }))) })
    }
    return new Load({ cloud, leader, suppliers, supplierId, homes }, ways)
  }

  get phones(): Phone[] { return [this.leader, ...this.suppliers, ...this.homes.map(h => h.phone)] }

  get cases(): string[] { return this.homes.flatMap(h => h.cases) }

  /** Everybody at once, each by draws of their own. @returns when everybody has stopped */
  async run(seed: number): Promise<void> {
    const worker = async (name: string, once: (draw: Seeded) => Promise<void>) => {
      const draw = new Seeded(seed, name)
      while (!this.#stopped) await once(draw)
    }
    await Promise.all([
      ...this.homes.slice(0, 3).map((_home, i) => worker(`resident ${i}`, draw => this.#resident(this.homes.filter((_h, at) => at % 3 === i), draw))),
      worker('leader', draw => this.#oneCase('leader', this.leader, this.cases, draw)),
      worker('leader, many', draw => this.#many(draw)),
      ...this.suppliers.map(supplier => worker(supplier.id, draw => this.#oneCase('supplier', supplier, this.cases, draw))),
      ...Array.from({ length: this.#ways.couriers }, (_, i) => worker(`couriers ${i}`, async () => { await this.#swept('courier') })),
      worker('clocks', async () => { await this.#swept('clock') }),
    ])
  }

  stop(): void { this.#stopped = true }

  /** One run of a timer's function, and then no other until something else was done. */
  async #swept(sweep: 'courier' | 'clock'): Promise<void> {
    await this.cloud.up()
    const before = this.answered
    // It is killed all the time; what it left behind is what is looked at in the end.
    const run = () => this.cloud.fire(sweep).catch(() => null)
    await (sweep === 'courier' ? this.cloud.telling(run) : run())
    await until(async () => this.#stopped || this.answered > before)
  }

  async #resident(homes: readonly Home[], draw: Seeded): Promise<void> {
    const home = draw.oneOf(homes)
    const line = draw.next() < 0.5 || home.cases.length === 0 ? home.lines.pop() : undefined
    if (line) return this.#file(home, line, draw)
    await this.#oneCase('resident', home.phone, home.cases, draw)
  }

  async #file({ phone, cases }: Home, { orderId, lineId, quantity, paid }: Line, draw: Seeded): Promise<void> {
    if (draw.next() < 0.9) await phone.allow('resident')
    const caseId = randomUUID()
    const filed = await phone.ask('fileCase', {
      caseId, orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: Math.floor((2 * paid + quantity) / (2 * quantity)) },
      photos: [await phone.photo()], words: draw.oneOf(['', '一打开就是烂的', '下面一层都压坏了']),
    })
    this.#note(filed.ok, { caseId, command: caseId, type: 'file' })
    if (filed.ok) cases.push(caseId)
    if (draw.next() < 0.3) await phone.poke()
  }

  async #oneCase(as: Exclude<Party, 'operator'>, who: Phone, cases: readonly string[], draw: Seeded): Promise<void> {
    if (cases.length === 0) {
      await who.poke()
      return
    }
    // Mostly what is new: there is more to do.
    const caseId = draw.oneOf(draw.next() < 0.7 ? cases.slice(-20) : cases)
    const shown = await who.ask('showCase', { caseId, as })
    if (!shown.ok) throw new Error(`${caseId} as ${as}: ${shown.refusal.code}`)
    const { view } = shown.data
    const may = REPERTOIRE[as].filter(type => view.mayDo.includes(type))
    if (may.length === 0) return
    if (draw.next() < (as === 'resident' ? 0.7 : this.#ways.staffAllows)) await who.allow(as)
    const type = draw.oneOf(may)
    const command = await this.#commandFor(type, who, view, draw)
    const commandId = randomUUID()
    const done = await who.ask('actOnCase', { caseId, commandId, seen: view.version, as, command })
    this.#note(done.ok, { caseId, command: commandId, type })
    if (draw.next() < 0.3) await who.poke()
  }

  async #commandFor(type: Command['type'], who: Phone, view: { asked: number }, draw: Seeded): Promise<Command> {
    const words = draw.oneOf(['请看看', '麻烦了，谢谢', '我们商量一下'])
    switch (type) {
      case 'agree': return { type, option: 0 }
      case 'counter': return { type, refund: Math.max(1, view.asked - 1), words }
      case 'addEvidence': return { type, photos: [await who.photo()], voices: [], words }
      case 'reject': return { type, criterion: 'notShown', words, review: 'photos' }
      case 'offer': return { type, options: [{ remedy: 'refund', refund: Math.max(1, Math.floor(view.asked / 2)) }], words }
      case 'askEvidence': return { type, missing: ['clearer'], words }
      case 'payRefund': return { type, channel: 'otherApp', reference: '', photos: [] }
      case 'disputeRecovery': case 'disputeAsAsked': return { type, reason: 'keptWarm', words, photos: [] }
      case 'settle': case 'undo': case 'confirmRefund': return { type }
      case 'decline': case 'withdraw': case 'expedite': case 'forward': case 'admitRecovery': case 'grantAsAsked': return { type, words }
      default: throw new Error(`nobody here does ${type}`)
    }
  }

  /** One tap of the leader, or of a supplier, for many. */
  async #many(draw: Seeded): Promise<void> {
    const cases = this.cases.slice(-2 * MOST_TOGETHER).filter(() => draw.next() < 0.5).slice(0, MOST_TOGETHER)
    if (cases.length < 2) return this.#swept('clock')
    const bySupplier = draw.next() < 0.25
    const who = bySupplier ? draw.oneOf(this.suppliers) : this.leader
    const as = bySupplier ? 'supplier' as const : 'leader' as const
    const seen = await Promise.all(cases.map(async caseId => {
      const { view } = await who.must('showCase', { caseId, as })
      return { caseId, seen: view.version }
    }))
    const decisionId = randomUUID()
    const words = '这一批我们一起处理'
    const step: Input<'decideTogether'>['step'] = bySupplier ? { type: 'admitRecovery', words }
      : draw.oneOf([{ type: 'asAsked' }, { type: 'asAsked' }, { type: 'share', percent: 60, words }, { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] }])
    const decided = await who.ask('decideTogether', { decisionId, ...(bySupplier ? { supplierId: this.supplierId } : { communityId: COMMUNITY.communityId }), step, cases: seen })
    this.#note(decided.ok, null)
    if (!decided.ok) return
    this.joint.push(decisionId)
    if (draw.next() < 0.2) this.#note((await who.ask('undoTogether', { decisionId })).ok, null)
    // Sometimes the phone goes into a pocket: what is left is the clock's to finish.
    else if (draw.next() < 0.6) await who.ask('carryOn', { decisionId })
  }

  #note(ok: boolean, step: Acknowledged | null): void {
    this.answered += 1
    if (!ok) this.refused += 1
    else if (step) this.acknowledged.push(step)
  }
}

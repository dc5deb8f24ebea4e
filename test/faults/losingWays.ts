import { randomUUID } from 'node:crypto'
import type { KillableCloud } from './killableCloud'
import type { Load } from './load'
import { confirm, type Addresses } from './otherWays'
import type { OutsideServices } from './outsideServices'
import type { Phone } from './phone'
import type { LostWay } from './records'
import type { Seeded } from './seeded'

/** Once in so many rounds a robot is taken out of its group, and once a mailbox is closed, where none is at that moment; the first time soon. */
const LOSES = { each: 8, robot: 0, mail: 1 }
/** Who was told puts another one there, sooner or later. As often, of 1. */
const SETS_AGAIN = 0.4

/** A robot or a mailbox that its service knows no more, until whose it is puts another one there. */
export class LosingWays {
  readonly lost: LostWay[] = []
  readonly #load: Load
  readonly #outside: OutsideServices
  readonly #addresses: Map<string, string>
  readonly #draw: Seeded

  /** @param addresses what is there; what people put there is added */
  constructor(load: Load, outside: OutsideServices, addresses: Addresses, draw: Seeded) {
    this.#load = load
    this.#outside = outside
    this.#addresses = addresses
    this.#draw = draw
  }

  /** What comes of it in one round, while nobody is killed. */
  async round(nth: number): Promise<void> {
    for (const service of ['robot', 'mail'] as const) {
      const open = this.lost.find(l => l.address.startsWith(`${service} `) && l.until === null)
      if (!open && nth % LOSES.each === LOSES[service]) await this.#lose(service)
      if (open) await this.#notice(open)
      if (open?.from != null && this.#draw.next() < SETS_AGAIN) await this.#setAgain(open, open.from)
    }
  }

  /** Looks a last time whether what is lost was found out. */
  async end(): Promise<void> {
    for (const open of this.lost.filter(l => l.from === null)) await this.#notice(open)
  }

  async #lose(service: 'robot' | 'mail'): Promise<void> {
    const before = this.lost.map(l => l.address)
    const [address, of] = this.#draw.oneOf([...this.#addresses].filter(([there]) => there.startsWith(`${service} `) && !before.includes(there)))
    this.#outside.lose(address)
    this.lost.push({ way: service === 'robot' ? 'robot' : 'email', to: of.slice(of.indexOf(' ') + 1), address, at: await this.#cloud.now(), from: null, until: null })
  }

  /** As whose it is sees it in their settings; since when, as it is on record. */
  async #notice(open: LostWay): Promise<void> {
    if (open.from !== null) return
    const place = placeOf(open)
    const page = await this.#ownerOf(open).must('showChannels', place ? { place } : {})
    if (place ? !page.robot?.gone : page.email.gone === null) return
    const [robots, contacts] = await Promise.all([this.#cloud.all<{ _id: string; goneAt: number | null }>('robots'), this.#cloud.all<{ _id: string; gone?: { email?: { at: number } | null } }>('contacts')])
    open.from = (place ? robots.find(r => r._id === open.to)?.goneAt : contacts.find(c => c._id === open.to)?.gone?.email?.at) ?? null
  }

  async #setAgain(open: LostWay, from: number): Promise<void> {
    const who = this.#ownerOf(open)
    const place = placeOf(open)
    if (place) {
      const key = randomUUID()
      // Known before it is there: what is said by it at once is said to somebody.
      this.#addresses.set(`robot ${key}`, `robot ${open.to}`)
      await who.must('setRobot', { place, key })
    } else {
      const mailbox = `${who.id}.${from}@example.com`
      this.#addresses.set(`mail ${mailbox}`, `email ${open.to}`)
      // No more codes today: then it stays as it is.
      if (!await this.#outside.calm(() => confirm(this.#cloud, who, 'email', mailbox, this.#outside, () => !this.#outside.isAnswering))) return
    }
    open.until = await this.#cloud.now()
  }

  #ownerOf({ way, to }: LostWay): Phone {
    const { leader, suppliers } = this.#load
    const [supplier] = suppliers
    if (way === 'robot') return to.startsWith('supplier:') && supplier ? supplier : leader
    return [leader, ...suppliers].find(phone => phone.personId === to) ?? leader
  }

  get #cloud(): KillableCloud { return this.#load.cloud }
}

function placeOf({ way, to }: LostWay): { kind: 'community' | 'supplier'; id: string } | null {
  const [kind, id = ''] = to.split(':')
  return way === 'robot' ? { kind: kind === 'supplier' ? 'supplier' : 'community', id } : null
}

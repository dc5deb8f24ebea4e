import { setTimeout as pass } from 'node:timers/promises'
import type { Delivery, Service } from '../../devcloud/outside/deliveries'
import { startOutside, type Outside } from '../../devcloud/outside/outside'
import { outsideVariables } from '../../stage/outsideVariables'
import type { Seeded } from './seeded'

/** What the couriers are killed at: in the moment in which a service is asked, before it takes the message or after. */
export interface AskedKill { service: Service; when: 'before' | 'after' }

type Mood = 'slow' | 'broken' | 'brokenAfter' | 'strange' | 'error' | 'well'

/** How a service answers while all goes wrong. As often as they stand here. */
const MOODS: readonly Mood[] = ['well', 'well', 'well', 'well', 'well', 'slow', 'slow', 'error', 'error', 'broken', 'brokenAfter', 'strange']

/** What services say that take nothing; some of it means later, some never. */
const ERRORS: Readonly<Record<Service, readonly unknown[]>> = {
  // [WeCom: busy, too often, too many at once, invalid parameter]
  robot: [-1, 45009, 45011, 40058].map(errcode => ({ errcode, errmsg: 'as WeCom says' })),
  // [SMTP: 4xx later, 5xx never]
  mail: [421, 451, 452, 554].map(code => ({ code, says: 'as the server says' })),
  // [Tencent Cloud: SMS, error codes]
  sms: ['RequestLimitExceeded', 'LimitExceeded.PhoneNumberThirtySecondLimit', 'FailedOperation.ContainSensitiveWord', 'InternalError.OtherError'].map(Code => ({ Response: { Error: { Code, Message: 'as Tencent says' }, RequestId: 'r' } })),
}

/** What nobody understands: a proxy's page, half an answer. */
const STRANGE: Readonly<Record<Service, unknown>> = { robot: { hello: 'world' }, mail: { code: 250, says: 'queued, perhaps' }, sms: { Response: {} } }

const SLOWEST = 600
const SERVICES: readonly Service[] = ['robot', 'mail', 'sms']

/**
 * WeCom's robots, a mail server and Tencent's text messages, in this process: they live on when the cloud dies. While `trouble` is on they answer slowly,
 * wrongly, or not at all, each time by a draw; a courier that asks them can be killed at that very moment.
 */
export class OutsideServices {
  readonly services: Outside
  /** How often each was asked, and in which mood it answered. */
  readonly moods: Record<string, number> = {}
  /** How far the cloud's clock is ahead of this machine's. ms */
  #offset = 0
  #draw: Seeded | null = null
  #kills: { of: AskedKill; kill: () => Promise<void>; done: () => void }[] = []
  #silences = 0
  /** Answers under way, but for those that never come. */
  #answering = 0

  private constructor(services: (now: () => number) => Outside) {
    this.services = services(() => Date.now() + this.#offset)
    for (const service of SERVICES) this.#stand(service)
  }

  static async start(): Promise<OutsideServices> {
    let now = Date.now
    const services = await startOutside({ now: () => now(), log: () => undefined })
    return new OutsideServices(clock => {
      now = clock
      return services
    })
  }

  /** The courier's settings that lead here. */
  variables(): Record<string, string> { return outsideVariables(this.services) }

  /** The services go by the cloud's time. */
  atTime(cloudsNow: number): void { this.#offset = cloudsNow - Date.now() }

  /** From now on things go wrong, by these draws; null: no more. */
  trouble(draw: Seeded | null): void {
    this.#draw = draw
    this.#kills = []
    this.#silences = 0
  }

  /** From now on the service knows nothing of a robot or a mailbox. `address`: `robot <key>`, `mail <mailbox>` */
  lose(address: string): void {
    const [service, whose = ''] = address.split(' ')
    if (service === 'robot') this.services.robots.remove(whose)
    else this.services.noMailboxes.add(whose)
  }

  /** Lets somebody do something while all goes well. */
  async calm<T>(work: () => Promise<T>): Promise<T> {
    const draw = this.#draw
    this.#draw = null
    try {
      return await work()
    } finally {
      this.#draw = draw
    }
  }

  /** One service, whichever is asked next, will never answer. */
  silence(): void { this.#silences += 1 }

  /** When a service is asked next, `kill` is done in that moment. @returns when it was done */
  killWhenAsked(of: AskedKill, kill: () => Promise<void>): Promise<void> {
    return new Promise(done => { this.#kills.push({ of, kill, done }) })
  }

  /** Whether somebody is still being answered. */
  get isAnswering(): boolean { return this.#answering > 0 }

  /** Everything that they took, oldest first. */
  taken(): Delivery[] { return this.services.deliveries.latest(Infinity).reverse() }

  async stop(): Promise<void> { await this.services.stop() }

  /** Stands before a service for good: one that is asked is waited for again. */
  #stand(service: Service): void {
    this.services.deliveries.intercept<unknown>(service, async take => {
      this.#stand(service)
      if (this.#silences > 0 && this.#draw !== null) {
        this.#silences -= 1
        this.#count(`${service} never`)
        return new Promise<never>(() => undefined)
      }
      this.#answering += 1
      try {
        return await this.#answer(service, take)
      } finally {
        this.#answering -= 1
      }
    })
  }

  async #answer(service: Service, take: () => unknown): Promise<unknown> {
    const at = this.#kills.findIndex(k => k.of.service === service)
    const [planned] = at < 0 ? [] : this.#kills.splice(at, 1)
    if (planned) {
      const taken = planned.of.when === 'after' ? await take() : null
      await planned.kill()
      planned.done()
      return taken
    }
    const mood = this.#draw?.oneOf(MOODS) ?? 'well'
    this.#count(`${service} ${mood}`)
    switch (mood) {
      case 'well': return take()
      case 'slow':
        await pass(this.#draw?.below(SLOWEST) ?? 0)
        return take()
      case 'error': return this.#draw?.oneOf(ERRORS[service])
      case 'broken': return null
      case 'brokenAfter':
        await take()
        return null
      case 'strange':
        await take()
        return STRANGE[service]
    }
  }

  #count(what: string): void { this.moods[what] = (this.moods[what] ?? 0) + 1 }
}

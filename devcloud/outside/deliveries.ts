/**
 * What a service outside the cloud was handed and took. `to`: whom it is for, as the service names them; `id`: what the sender calls it (a mail's Message-ID
 * without its brackets, a text message's SessionContext), '' where there is no such thing.
 */
export interface Delivery {
  service: Service
  to: string
  id: string
  title: string
  text: string
  at: number
}

export type Service = 'robot' | 'sms' | 'mail'

/**
 * Answers one request in place of the service; `take` has the service take it as it usually does. null: the connection breaks without an answer.
 * One that never settles is a service that never answers.
 */
export type Interception<A> = (take: () => A) => A | null | Promise<Awaited<A> | null>

/** What was delivered, newest first, and who answers next. Nothing of it outlives the process. */
export class Deliveries {
  readonly #all: Delivery[] = []
  readonly #next: { service: Service; answer: Interception<unknown> }[] = []
  readonly #attempts: Record<Service, number> = { robot: 0, sms: 0, mail: 0 }

  /** Puts down what a service took. */
  add(delivery: Delivery): void { this.#all.unshift(delivery) }

  latest(limit = 100): Delivery[] { return this.#all.slice(0, limit) }

  /** How often a service was asked, whatever came of it. */
  attempts(service: Service): number { return this.#attempts[service] }

  /** The next request of a service is answered by this; several wait in order. */
  intercept<A>(service: Service, answer: Interception<A>): void { this.#next.push({ service, answer: answer as Interception<unknown> }) }

  /** @returns the answer to one request */
  async answer<A>(service: Service, take: () => A): Promise<Awaited<A> | null> {
    this.#attempts[service] += 1
    const place = this.#next.findIndex((waiting) => waiting.service === service)
    const [found] = place < 0 ? [] : this.#next.splice(place, 1)
    return await (found ? found.answer(take) : take()) as Awaited<A> | null
  }
}

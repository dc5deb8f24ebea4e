import { randomUUID } from 'node:crypto'
import type { Answers, CallName, Input } from '../../domain/contract/calls'
import type { Refusal } from '../../domain/contract/refusal'
import { templateId, TEMPLATES_FOR } from '../../domain/notice/templates'
import { CallRefused, signIn, type CloudClient } from '../../stage/cloudClient'
import { photo } from '../scenario/photo'
import type { KillableCloud } from './killableCloud'

export type Answered<C extends CallName> = { ok: true; data: Answers[C] } | { ok: false; refusal: Refusal }

/** More than that is no kill's doing. */
const MOST_TRIES = 60

/** What a person said yes to. `tried`: WeChat may have heard it; `recorded`: the cloud has answered that it knows. */
export interface Accepts { tried: number; recorded: number }

/** Somebody's phone in a cloud that dies at any moment: what got no answer is asked again, with the same id, and nothing else. */
export class Phone {
  readonly id: string
  readonly accepts = new Map<string, Accepts>()
  readonly #cloud: KillableCloud
  readonly #client: CloudClient
  personId = ''
  #uploadPrefix = ''

  private constructor(id: string, cloud: KillableCloud, client: CloudClient) {
    this.id = id
    this.#cloud = cloud
    this.#client = client
  }

  static async of(cloud: KillableCloud, id: string): Promise<Phone> {
    const phone = new Phone(id, cloud, await signIn(cloud.url, id))
    const { personId, uploadPrefix } = await phone.#client.call('whoAmI', {})
    return Object.assign(phone, { personId }).#uploadsTo(uploadPrefix)
  }

  #uploadsTo(prefix: string): this {
    this.#uploadPrefix = prefix
    return this
  }

  /** Asks until there is an answer: a yes or a no. @throws if the cloud lives and does not give one */
  async ask<C extends CallName>(call: C, input: Input<C>): Promise<Answered<C>> {
    return this.#untilAnswered(async () => {
      try {
        return { ok: true, data: await this.#client.call(call, input) }
      } catch (error) {
        if (error instanceof CallRefused && error.refusal.code !== 'INTERNAL') return { ok: false, refusal: error.refusal }
        throw error
      }
    })
  }

  /** The same, of what must not be refused. */
  async must<C extends CallName>(call: C, input: Input<C>): Promise<Answers[C]> {
    const answered = await this.ask(call, input)
    if (!answered.ok) throw new Error(`${call} by ${this.id}: ${answered.refusal.code} ${answered.refusal.message}`)
    return answered.data
  }

  /** Takes a photo, uploads it, has it accepted. @returns its id */
  async photo(): Promise<string> {
    const fileId = await this.upload('jpg', photo())
    return (await this.must('addPhoto', { fileId })).photoId
  }

  /** @returns the file's id */
  async upload(ending: string, bytes: Uint8Array): Promise<string> {
    return this.#untilAnswered(() => this.#client.upload(`${this.#uploadPrefix}${randomUUID()}.${ending}`, bytes))
  }

  /** One yes to every template of the role. WeChat asks once; what it heard is told to the cloud until the cloud knows. */
  async allow(role: keyof typeof TEMPLATES_FOR): Promise<void> {
    const templateIds = TEMPLATES_FOR[role].map(templateId)
    const count = (what: keyof Accepts) => {
      for (const id of templateIds) {
        const known = this.accepts.get(id) ?? { tried: 0, recorded: 0 }
        this.accepts.set(id, { ...known, [what]: known[what] + 1 })
      }
    }
    count('tried')
    const askId = randomUUID()
    const answers = Object.fromEntries(templateIds.map(id => [id, 'accept' as const]))
    // Refused by a cloud that dies, the phone cannot know whether WeChat heard it: then nobody is told, and nobody may count on it.
    const heard = await this.#client.allowMessages(askId, templateIds).then(() => true, () => false)
    if (!heard) return
    await this.must('recordConsent', { askId, answers })
    count('recorded')
  }

  /** Asks the courier to tell people, as a phone does after a step; whether it could is nobody's business. */
  async poke(): Promise<boolean> {
    return this.#cloud.telling(() => this.#client.pokeCourier().then(() => true, () => false))
  }

  async #untilAnswered<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 0; ; tried++) {
      await this.#cloud.up()
      try {
        return await work()
      } catch (error) {
        if (tried === MOST_TRIES) throw error
      }
    }
  }
}

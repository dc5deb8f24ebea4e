import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import tcb from '@cloudbase/node-sdk'
import { startCloudProcess, type CloudProcess } from '../../devcloud/testing/cloud-process'
import type { SentMessage } from '../../devcloud/wechat/messages'
import { ROOT } from '../scenario/openHouse'

const HOUR = 3600_000

/** A timer's function. */
export type Sweep = 'courier' | 'clock'

interface Place { root: string; data: string; functions: string; people: string; variables?: string }

/** Messages read at a time; the cloud gives no more. */
const PAGE = 500

/**
 * The cloud as `npm run devcloud` starts it, in a process of its own: gateway, database and WeChat's stand-in are one process, each function has its own.
 * Any of them can be killed; a cloud that was killed is started again on the same data and the same port.
 */
export class KillableCloud {
  /** The database as the SDK sees it with the deployment's own credentials. */
  readonly db: ReturnType<ReturnType<typeof tcb.init>['database']>
  readonly url: string
  readonly #port: number
  readonly #place: Place
  #process: CloudProcess
  #up: Promise<void> = Promise.resolve()
  readonly #followers: ((now: number) => void)[] = []
  /** Runs that tell people. */
  readonly #telling = new Set<Promise<unknown>>()
  #still: Promise<void> = Promise.resolve()

  private constructor(place: Place, started: CloudProcess) {
    this.#place = place
    this.#process = started
    Object.assign(process.env, started.env)
    this.url = started.env['DEVCLOUD_URL'] as string
    this.#port = Number(new URL(this.url).port)
    this.db = tcb.init({ env: started.env['TCB_ENV'] ?? '' }).database()
  }

  /** @param people who may sign in; their openid is `o-<id>` @param variables of functions by name, over those that are deployed */
  static async start(people: readonly string[], variables?: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<KillableCloud> {
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build-functions.mjs')], { cwd: ROOT, stdio: 'pipe' })
    const data = await mkdtemp(path.join(tmpdir(), 'tuanhou-faults-'))
    const file = path.join(data, 'people.json')
    await writeFile(file, JSON.stringify(people.map(id => ({ id, openid: openidOf(id) }))))
    const settings = path.join(data, 'settings.json')
    if (variables) await writeFile(settings, JSON.stringify(variables))
    const place = { root: ROOT, data, functions: path.join(ROOT, 'dist/functions'), people: file, ...(variables ? { variables: settings } : {}) }
    return new KillableCloud(place, await startCloudProcess(place))
  }

  /** Settles when the cloud answers; at once, unless it is being started again. */
  up(): Promise<void> { return this.#up }

  /** SIGKILL for gateway and database, and a new start on what is on disk. @returns when it answers again */
  async killCloud(): Promise<void> {
    const again = async () => {
      await this.#process.end('SIGKILL')
      this.#process = await startCloudProcess({ ...this.#place, port: this.#port })
    }
    this.#up = again()
    await this.#up
  }

  /** The process that has a call of this function right now. @returns undefined if none has */
  async busy(functionName: string): Promise<number | undefined> {
    return (await this.allBusy(functionName))[0]
  }

  /** Every process that has a call of this function right now. */
  async allBusy(functionName: string): Promise<number[]> {
    const { functions } = await this.#get<{ functions: { name: string; instances: { pid?: number; requestId?: string }[] }[] }>('/devcloud/inspect/functions')
    return functions.find(f => f.name === functionName)?.instances.flatMap(i => (i.requestId !== undefined && i.pid !== undefined ? [i.pid] : [])) ?? []
  }

  /** Runs the function as its timer does. @throws if it fails, or the cloud is killed meanwhile */
  async fire(sweep: Sweep): Promise<unknown> {
    return (await this.#post<{ returned: unknown }>('/devcloud/inspect/fire-timer', { function: sweep, trigger: 'everyMinute' })).returned
  }

  /** @returns the cloud's time, ms */
  async moveTime(ms: number): Promise<number> {
    const { now } = await this.#post<{ now: number }>('/devcloud/time', { move: ms })
    for (const follow of this.#followers) follow(now)
    return now
  }

  /** Has somebody else's clock go with the cloud's. */
  followTime(follow: (now: number) => void): void { this.#followers.push(follow) }

  /** Runs something that tells people; while time is moved between such runs, it waits. */
  async telling<T>(run: () => Promise<T>): Promise<T> {
    await this.#still
    const running = run()
    this.#telling.add(running)
    try {
      return await running
    } finally {
      this.#telling.delete(running)
    }
  }

  /**
   * Moves time while nobody tells anybody anything: to a run in the middle of a message it would seem as if the message had been under way for that long, and
   * what a service counts by the minute would be counted in another one.
   * @param quiet whether nobody outside is in the middle of anything either
   */
  async moveTimeBetween(ms: number, quiet: () => boolean): Promise<number> {
    let goOn = (): void => undefined
    this.#still = new Promise(done => { goOn = done })
    try {
      await Promise.allSettled(this.#telling)
      await until(async () => quiet() && await this.busy('courier') === undefined)
      return await this.moveTime(ms)
    } finally {
      goOn()
    }
  }

  /** On to ten in the morning in Shanghai, when everybody is awake: at night nobody is sent anything. */
  async moveToTen(): Promise<number> {
    const sinceMidnight = (await this.now() + 8 * HOUR) % (24 * HOUR)
    return this.moveTime((34 * HOUR - sinceMidnight) % (24 * HOUR))
  }

  async now(): Promise<number> { return (await this.#get<{ now: number }>('/devcloud/time')).now }

  /** Lets something go wrong with calls to WeChat that are to come; a killed cloud forgets it. */
  async wechatFault(fault: Readonly<Record<string, unknown>>): Promise<void> { await this.#post('/devcloud/wechat/faults', { api: 'subscribeMessage.send', ...fault }) }

  /** How many kills of who asks WeChat are still to come. */
  async sendingKills(): Promise<number> {
    return (await this.#get<{ faults: { kill?: string; times: number }[] }>('/devcloud/wechat/faults')).faults.filter(f => f.kill !== undefined).length
  }

  async clearWechatFaults(): Promise<void> { await this.#answer(await fetch(`${this.url}/devcloud/wechat/faults`, { method: 'DELETE' })) }

  /** Everything that WeChat took, oldest first. */
  async messages(): Promise<SentMessage[]> {
    const all: SentMessage[] = []
    for (;;) {
      const { messages } = await this.#get<{ messages: SentMessage[] }>(`/devcloud/wechat/messages?limit=${PAGE}&after=${all.at(-1)?.id ?? 0}`)
      all.push(...messages)
      if (messages.length < PAGE) return all
    }
  }

  /** Every document of a collection. */
  async all<T extends { _id: string }>(collection: string): Promise<T[]> {
    const all: T[] = []
    for (;;) {
      const last = all.at(-1)?._id
      const { data } = await this.db.collection(collection).where(last === undefined ? {} : { _id: this.db.command.gt(last) }).orderBy('_id', 'asc').limit(PAGE).get() as { data: T[] }
      all.push(...data)
      if (data.length < PAGE) return all
    }
  }

  async close(): Promise<void> {
    await this.#process.end('SIGKILL')
    await rm(this.#place.data, { recursive: true, force: true, maxRetries: 5 })
  }

  async #get<T>(where: string): Promise<T> { return this.#answer<T>(await fetch(this.url + where)) }

  async #post<T>(where: string, body: unknown): Promise<T> {
    return this.#answer<T>(await fetch(this.url + where, { method: 'POST', headers: { 'content-type': 'application/json', 'x-devcloud-page': '1' }, body: JSON.stringify(body) }))
  }

  async #answer<T>(response: Response): Promise<T> {
    const text = await response.text()
    if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as T
  }
}

export function openidOf(id: string): string { return `o-${id}` }

/** Asks until the answer is yes; the test's own time limit is the end. */
export async function until(asked: () => Promise<boolean>): Promise<void> {
  while (!await asked()) await pass(5)
}

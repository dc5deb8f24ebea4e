import { Cron } from 'croner'
import type { FunctionDefinition, TimerTrigger } from '../deployment/environment'
import { badDeployment, functionNotFound } from '../errors'

/** Timers run in UTC+8 whatever the machine says. Source: docs.cloudbase.net, timer triggers. */
const ZONE = 'Asia/Shanghai'

/** The event of a timer call, as Tencent's function documentation shows it. */
export const timerEvent = (trigger: TimerTrigger, at: number): string =>
  JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'), Message: '' })

export interface TimersOptions {
  definitions: readonly FunctionDefinition[]
  now: () => number
  /** Calls the function; the answer is nobody's. */
  fire: (functionName: string, event: string) => Promise<unknown>
  /** Whether a call of this function still waits or runs. */
  busy: (functionName: string) => boolean
  log: (functionName: string, line: string) => void
}

/** The timer triggers of cloudbaserc.json. */
export class Timers {
  readonly #options: TimersOptions
  readonly #jobs: Cron[] = []

  constructor(options: TimersOptions) { this.#options = options }

  /** @throws BAD_DEPLOYMENT for a cron expression that cannot be read */
  start(): void {
    for (const { name, timers } of this.#options.definitions) {
      for (const trigger of timers) this.#jobs.push(this.#schedule(name, trigger))
    }
  }

  #schedule(name: string, trigger: TimerTrigger): Cron {
    const tick = () => {
      if (this.#options.busy(name)) return this.#options.log(name, `timer ${trigger.name} skipped: the last call is not over`)
      this.fire(name, trigger).catch((error: Error) => this.#options.log(name, `timer ${trigger.name}: ${error.message}`))
    }
    try {
      return new Cron(trigger.config, { timezone: ZONE, unref: true }, tick)
    } catch (error) {
      throw badDeployment('cloudbaserc.json', `timer ${trigger.name} of ${name}: ${(error as Error).message}`)
    }
  }

  /** Fires a function's trigger now. @param triggerName the only one, if not said */
  async fire(functionName: string, trigger: TimerTrigger | string | undefined = undefined): Promise<unknown> {
    const timers = this.#options.definitions.find(({ name }) => name === functionName)?.timers ?? []
    const found = typeof trigger === 'object' ? trigger : timers.find(({ name }) => trigger === undefined || name === trigger)
    if (!found) throw functionNotFound(`${functionName} has no timer${typeof trigger === 'string' ? ` ${trigger}` : ''}`)
    return this.#options.fire(functionName, timerEvent(found, this.#options.now()))
  }

  stop(): void { for (const job of this.#jobs.splice(0)) job.stop() }
}

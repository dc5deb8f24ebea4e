import type { Cron } from 'croner'
import type { FunctionDefinition, TimerTrigger } from '../deployment/environment'
import { functionNotFound } from '../errors'
import { nextDate, passedDates, readCron } from './cron'

/** The event of a timer call, as Tencent's function documentation shows it. */
export const timerEvent = (triggerName: string, at: number): string =>
  JSON.stringify({ Type: 'Timer', TriggerName: triggerName, Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'), Message: '' })

export interface TimersOptions {
  /** As they are deployed now. */
  definitions: () => readonly FunctionDefinition[]
  now: () => number
  /** Calls the function; the answer is nobody's. */
  fire: (functionName: string, event: string) => Promise<unknown>
  note: (functionName: string, text: string) => void
}

/** A timer that fired: for which date (milliseconds), and how many dates had passed until then, itself counted. */
export interface FiredTimer { functionName: string; triggerName: string; at: number; dates: number }

/** A timer and when it fires next, in milliseconds; undefined if never again. */
export interface ListedTimer extends TimerTrigger { functionName: string; next: number | undefined }

interface Job { functionName: string; triggerName: string; cron: Cron; due: number | undefined; alarm?: NodeJS.Timeout }

/** The longest that Node can wait at a time, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1

/**
 * The timer triggers of cloudbaserc.json. Each date is a call of its own, whatever the function does meanwhile, as on the service, where
 * timers call asynchronously: it takes another instance or waits in line. Dates that have passed unseen, because time was moved or the
 * machine slept, are one call together, for the last of them.
 */
export class Timers {
  readonly #options: TimersOptions
  #jobs: Job[] = []
  #on = false

  constructor(options: TimersOptions) { this.#options = options }

  start(): void {
    this.#on = true
    this.deployed()
  }

  /** Takes the timers that are deployed now in the place of those before. */
  deployed(): void {
    if (!this.#on) return
    this.#clear()
    this.#jobs = this.#options.definitions().flatMap(({ name, timers }) => timers.map((trigger) => {
      const cron = readCron(trigger.config)
      return { functionName: name, triggerName: trigger.name, cron, due: nextDate(cron, this.#options.now()) }
    }))
    for (const job of this.#jobs) this.#wait(job)
  }

  #wait(job: Job): void {
    clearTimeout(job.alarm)
    if (job.due === undefined) return
    job.alarm = setTimeout(() => {
      const fired = this.#pass(job)
      if (fired) void this.#call(fired)
    }, Math.min(Math.max(job.due - this.#options.now(), 0), LONGEST_WAIT)).unref()
  }

  /** @returns the date that is due, if one is; the next is waited for */
  #pass(job: Job): FiredTimer | undefined {
    const now = this.#options.now()
    const { functionName, triggerName, cron, due } = job
    if (due === undefined || due > now) {
      this.#wait(job)
      return undefined
    }
    const { last, count } = passedDates(cron, due, now)
    job.due = nextDate(cron, Math.max(last, now))
    this.#wait(job)
    return { functionName, triggerName, at: last, dates: count }
  }

  async #call({ functionName, triggerName, at, dates }: FiredTimer): Promise<void> {
    if (dates > 1) this.#options.note(functionName, `timer ${triggerName}: ${dates} dates have passed, called once for the last`)
    try {
      await this.#options.fire(functionName, timerEvent(triggerName, at))
    } catch (error) {
      this.#options.note(functionName, `timer ${triggerName}: ${(error as Error).message}`)
    }
  }

  /** Fires what became due by a move of the clock, in the order of the dates, each when the one before is over. @returns what fired */
  async catchUp(): Promise<FiredTimer[]> {
    const due = this.#jobs.flatMap((job) => this.#pass(job) ?? []).sort((a, b) => a.at - b.at)
    for (const fired of due) await this.#call(fired)
    return due
  }

  /** Fires a function's trigger now. @param triggerName the first one, if not said. @returns what its handler returned */
  async fire(functionName: string, triggerName?: string): Promise<unknown> {
    const timers: readonly TimerTrigger[] = this.#options.definitions().find(({ name }) => name === functionName)?.timers ?? []
    const found = timers.find(({ name }) => triggerName === undefined || name === triggerName)
    if (!found) throw functionNotFound(`${functionName} has no timer${triggerName === undefined ? '' : ` ${triggerName}`}`)
    return this.#options.fire(functionName, timerEvent(found.name, this.#options.now()))
  }

  /** Whether timers fire by themselves. */
  get on(): boolean { return this.#on }

  /** Every timer as it is deployed now; also of a cloud whose timers do not fire by themselves. */
  list(): ListedTimer[] {
    const now = this.#options.now()
    return this.#options.definitions().flatMap(({ name, timers }) => timers.map((trigger) => ({ ...trigger, functionName: name, next: nextDate(readCron(trigger.config), now) })))
  }

  #clear(): void { for (const { alarm } of this.#jobs.splice(0)) clearTimeout(alarm) }

  stop(): void {
    this.#on = false
    this.#clear()
  }
}

import { join } from 'node:path'
import { readCron } from '../functions/cron'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** A timer of a function: seven fields (second minute hour day month weekday year), in UTC+8. */
export interface TimerTrigger { name: string; config: string }

/** A function as cloudbaserc.json describes it. */
export interface FunctionDefinition {
  name: string
  /** `file.export`, without the extension. */
  handler: string
  timeoutSeconds: number
  memoryMb: number
  variables: Record<string, string>
  timers: TimerTrigger[]
}

/** cloudbaserc.json 2.0. */
export interface EnvironmentDefinition { envId: string; functionRoot: string; functions: FunctionDefinition[] }

// Source: docs.cloudbase.net, function configuration. Default 3 s, at most 60 s for event functions behind a mini-program.
const DEFAULT_TIMEOUT = 3
const MAX_TIMEOUT = 900

/** MB. Source: SCF's CreateFunction, MemorySize: 64, or 128 to 3072 in steps of 128. */
const DEFAULT_MEMORY = 256
const MAX_MEMORY = 3072

/** Source: docs.cloudbase.net, function configuration; the last two are in beta. */
const RUNTIMES = ['Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19', 'Nodejs22.21', 'Nodejs24.11']
const BETA = RUNTIMES.slice(-2)
/** What else the service runs, and this cloud does not. */
const OTHER_RUNTIME = /^(?:Python|Php|Java|Go|CustomRuntime)/i

/** SCF's limit (cloud.tencent.com/document/product/583/11637). CloudBase's documents speak of one for now; `tcb` sends as many as the file has. */
const MAX_TIMERS = 10

/** `file.export`. */
export const HANDLER = /^[\w-]+\.[A-Za-z_$][\w$]*$/

const NAME = /^[A-Za-z][\w-]{0,59}$/
const NAME_WORDS = 'letters, digits, - and _, a letter first'

/** Keys of cloudbaserc.json 2.0 that this cloud reads, and those that only a deployment needs. Source: docs.cloudbase.net, cloudbaserc.json. */
const KEYS = ['$schema', 'version', 'envId', 'region', 'functionRoot', 'functions', 'functionDefaultConfig', 'framework']
const FUNCTION_KEYS = ['name', 'handler', 'runtime', 'timeout', 'memorySize', 'envVariables', 'triggers', 'installDependency', 'ignore', 'type', 'dir', 'vpc', 'layers', 'codeSecret', 'isWaitInstall']

const readTimers = (read: Reader, value: unknown, where: string): TimerTrigger[] => {
  const timers = read.list(value, where).flatMap((item, at): TimerTrigger[] => {
    const place = `${where}[${at}]`
    const trigger = read.object(item, place)
    read.keys(trigger, place, ['name', 'type', 'config'])
    if (trigger['type'] !== 'timer') {
      read.fail(`${place}.type`, '"timer"')
      return []
    }
    const config = read.text(trigger['config'], `${place}.config`)
    try {
      if (config !== '') readCron(config)
    } catch (error) {
      read.fail(`${place}.config`, `a cron expression: ${(error as Error).message}`)
    }
    return [{ name: read.textLike(trigger['name'], `${place}.name`, NAME, NAME_WORDS), config }]
  })
  if (timers.length > MAX_TIMERS) read.fail(where, `at most ${MAX_TIMERS} timers`)
  read.noneTwice(timers.map(({ name }) => name), where)
  return timers
}

const readVariables = (read: Reader, value: unknown, where: string): Record<string, string> => {
  if (value === undefined) return {}
  return Object.fromEntries(Object.entries(read.object(value, where)).flatMap(([name, text]): [string, string][] => {
    if (typeof text === 'string') return [[name, text]]
    read.fail(`${where}.${name}`, 'a string')
    return []
  }))
}

const checkRuntime = (read: Reader, value: unknown, place: string): void => {
  if (value === undefined) return
  const runtime = read.text(value, place)
  if (runtime === '' || RUNTIMES.includes(runtime)) {
    if (BETA.includes(runtime)) read.warn(place, `${runtime} is in beta`)
  } else if (OTHER_RUNTIME.test(runtime)) read.unsupported(place, `the runtime ${runtime}`)
  else read.fail(place, `a runtime of the service: ${RUNTIMES.join(', ')}`)
}

const readMemory = (read: Reader, value: unknown, place: string): number => {
  const memory = read.number(value, place, { least: 64, most: MAX_MEMORY, otherwise: DEFAULT_MEMORY })
  if (memory !== 64 && memory % 128 !== 0) read.fail(place, `64, or 128 to ${MAX_MEMORY} in steps of 128`)
  return memory
}

const readFunction = (read: Reader, value: unknown, where: string): FunctionDefinition => {
  const item = read.object(value, where)
  read.keys(item, where, FUNCTION_KEYS)
  const handler = read.textLike(item['handler'] ?? 'index.main', `${where}.handler`, HANDLER, 'like "index.main"')
  checkRuntime(read, item['runtime'], `${where}.runtime`)
  return {
    name: read.textLike(item['name'], `${where}.name`, NAME, NAME_WORDS), handler,
    timeoutSeconds: read.number(item['timeout'], `${where}.timeout`, { least: 1, most: MAX_TIMEOUT, otherwise: DEFAULT_TIMEOUT }),
    memoryMb: readMemory(read, item['memorySize'], `${where}.memorySize`),
    variables: readVariables(read, item['envVariables'], `${where}.envVariables`),
    timers: readTimers(read, item['triggers'], `${where}.triggers`),
  }
}

/** Reads `<root>/cloudbaserc.json`; `fill` puts values in for its `{{env.NAME}}`. */
export const readEnvironment = (root: string, fill: (text: string) => string, findings: Findings): EnvironmentDefinition => {
  const read = new Reader(join(root, 'cloudbaserc.json'), findings)
  const before = findings.all.length
  const json = read.whole(fill)
  if (!json) {
    if (findings.all.length === before) read.refuse('', 'does not exist')
    return { envId: '', functionRoot: '', functions: [] }
  }
  read.keys(json, '', KEYS)
  if (json['functionDefaultConfig'] !== undefined) read.unsupported('functionDefaultConfig', 'common settings of functions: write them with each')
  // The SDK puts only such ids into its address.
  const envId = read.textLike(json['envId'], 'envId', /^[a-z0-9_-]{1,40}$/, 'at most 40 of a-z, 0-9, - and _')
  const functions = read.list(json['functions'], 'functions').map((item, at) => readFunction(read, item, `functions[${at}]`))
  read.noneTwice(functions.map(({ name }) => name), 'functions')
  return { envId, functionRoot: json['functionRoot'] === undefined ? 'cloudfunctions' : read.text(json['functionRoot'], 'functionRoot'), functions }
}

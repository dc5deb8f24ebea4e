import { join } from 'node:path'
import { badDeployment } from '../errors'
import { readCron } from '../functions/cron'
import { readJsonObject, Reader } from './read-json'

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
const DEFAULT_MEMORY = 256

/** SCF's limit (cloud.tencent.com/document/product/583/11637). CloudBase's documents speak of one for now; `tcb` sends as many as the file has. */
const MAX_TIMERS = 10

const NAME = /^[A-Za-z][\w-]{0,59}$/

const readTimers = (read: Reader, value: unknown, where: string): TimerTrigger[] => {
  const timers = read.list(value, where).map((item, at) => {
    const trigger = read.object(item, `${where}[${at}]`)
    if (trigger['type'] !== 'timer') read.fail(`${where}[${at}].type`, '"timer"')
    const config = read.text(trigger['config'], `${where}[${at}].config`)
    try {
      readCron(config)
    } catch (error) {
      read.fail(`${where}[${at}].config`, `a cron expression: ${(error as Error).message}`)
    }
    const name = read.text(trigger['name'], `${where}[${at}].name`)
    if (!NAME.test(name)) read.fail(`${where}[${at}].name`, 'letters, digits, - and _, a letter first')
    return { name, config }
  })
  if (timers.length > MAX_TIMERS) read.fail(where, `at most ${MAX_TIMERS} timers`)
  const names = timers.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) read.fail(where, `without a second ${twice}`)
  return timers
}

const readVariables = (read: Reader, value: unknown, where: string): Record<string, string> => {
  if (value === undefined) return {}
  return Object.fromEntries(Object.entries(read.object(value, where)).map(([name, text]) => {
    if (typeof text !== 'string') return read.fail(`${where}.${name}`, 'a string')
    return [name, text]
  }))
}

const readFunction = (read: Reader, value: unknown, where: string): FunctionDefinition => {
  const item = read.object(value, where)
  const name = read.text(item['name'], `${where}.name`)
  if (!NAME.test(name)) read.fail(`${where}.name`, 'letters, digits, - and _, a letter first')
  const handler = item['handler'] === undefined ? 'index.main' : read.text(item['handler'], `${where}.handler`)
  if (!/^[\w-]+\.[A-Za-z_$][\w$]*$/.test(handler)) read.fail(`${where}.handler`, 'like "index.main"')
  if (item['runtime'] !== undefined && !/^Nodejs/.test(read.text(item['runtime'], `${where}.runtime`))) read.fail(`${where}.runtime`, 'a Node.js runtime')
  return {
    name, handler,
    timeoutSeconds: read.whole(item['timeout'], `${where}.timeout`, { least: 1, most: MAX_TIMEOUT, otherwise: DEFAULT_TIMEOUT }),
    memoryMb: read.whole(item['memorySize'], `${where}.memorySize`, { least: 64, most: 3072, otherwise: DEFAULT_MEMORY }),
    variables: readVariables(read, item['envVariables'], `${where}.envVariables`),
    timers: readTimers(read, item['triggers'], `${where}.triggers`),
  }
}

/**
 * Reads `<root>/cloudbaserc.json`; `fill` puts values in for its `{{env.NAME}}`.
 * @throws BAD_DEPLOYMENT naming the place
 */
export const readEnvironment = (root: string, fill: (text: string) => string): EnvironmentDefinition => {
  const file = join(root, 'cloudbaserc.json')
  const json = readJsonObject(file, fill)
  if (!json) throw badDeployment(file, 'does not exist')
  const read = new Reader(file)
  const envId = read.text(json['envId'], 'envId')
  // The SDK puts only such ids into its address.
  if (!/^[a-z0-9_-]{1,40}$/.test(envId)) read.fail('envId', 'at most 40 of a-z, 0-9, - and _')
  const functions = read.list(json['functions'], 'functions').map((item, at) => readFunction(read, item, `functions[${at}]`))
  const names = functions.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) read.fail('functions', `without a second ${twice}`)
  return { envId, functionRoot: json['functionRoot'] === undefined ? 'cloudfunctions' : read.text(json['functionRoot'], 'functionRoot'), functions }
}

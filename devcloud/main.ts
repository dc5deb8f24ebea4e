import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCloud } from './cloud'
import { badDeployment, CloudError } from './errors'
import type { Person } from './people/people'

const USAGE = `devcloud: a CloudBase environment on this machine
  --port N          where to listen on 127.0.0.1 (default 0: any free port)
  --data DIR        where everything is kept (default .data/devcloud)
  --root DIR        holds cloudbaserc.json and cloudbase/ (default .)
  --functions DIR   <DIR>/<name>/index.js is a function's bundle (default dist/functions)
  --people FILE     who may sign in: [{"id", "openid" or "uid"}]
  --instances N     how many processes a function may have at once (default 4)
  --no-timers       timers fire only when asked to
`

const readPeople = (file: string): Person[] => {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(value)) throw badDeployment(file, 'must be a list of people')
  return value as Person[]
}

/** The command line. Prints `KEY=VALUE` lines that point an SDK at the cloud, then `ready`; ends on SIGTERM or SIGINT. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: '.data/devcloud' },
      root: { type: 'string', default: '.' },
      functions: { type: 'string', default: 'dist/functions' },
      people: { type: 'string' },
      instances: { type: 'string' },
      'no-timers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw badDeployment('--port', 'must be a port number')
  const instances = values.instances === undefined ? undefined : Number(values.instances)
  if (instances !== undefined && !(Number.isInteger(instances) && instances > 0)) throw badDeployment('--instances', 'must be a whole number from 1 on')
  const cloud = await startCloud({
    port, root: values.root, data: values.data, functionsDir: values.functions,
    people: values.people === undefined ? [] : readPeople(values.people), timers: !values['no-timers'],
    ...(instances === undefined ? {} : { instances }),
  })
  const stop = () => {
    cloud.stop().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`devcloud: ${String(error)}\n`)
      process.exit(1)
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const lines = Object.entries({ ...cloud.env, DEVCLOUD_URL: cloud.url }).map(([key, value]) => `${key}=${value}`)
  process.stdout.write(`${lines.join('\n')}\nready\n`)
}

main().catch((error: unknown) => {
  const text = error instanceof CloudError ? `${error.code} ${error.message}` : error instanceof Error ? error.stack ?? error.message : String(error)
  process.stderr.write(`devcloud: ${text}\n`)
  process.exit(1)
})

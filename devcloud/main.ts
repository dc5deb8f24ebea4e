import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCloud } from './cloud'
import { examine } from './doctor/examine'
import { printFindings } from './doctor/print'
import { badDeployment, CloudError } from './errors'
import type { Person } from './people/people'
import { reachOf } from './wire/reach'

const USAGE = `devcloud: a CloudBase environment on this machine
  --port N          where to listen (default 0: any free port)
  --host ADDRESS    an address of this machine (default 127.0.0.1); 0.0.0.0 is all of them.
                    Beyond 127.0.0.1 everybody in the network can sign in as anybody
  --data DIR        where everything is kept (default .data/devcloud)
  --root DIR        holds cloudbaserc.json and cloudbase/ (default .)
  --functions DIR   <DIR>/<name>/index.js is a function's bundle (default dist/functions)
  --people FILE     who may sign in: [{"id", "openid" or "uid"}]
  --variables FILE  {"<function>": {"NAME": "value"}}, over those of cloudbaserc.json
  --instances N     how many processes a function may have at once (default 4)
  --no-timers       timers fire only when asked to
devcloud doctor [--root DIR] [--functions DIR]
                    checks the deployment files and ends with 1 if something would be refused;
                    functions are looked for where cloudbaserc.json says, if not said
`

const WARNING = `
!!! devcloud listens beyond this machine (--host).
!!! Everybody in this network can sign in as anybody and see what they see. There is no encryption.
!!! Only in a network that you trust, and only with data that you would show to all of it.

`

const readPeople = (file: string): Person[] => {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(value)) throw badDeployment(file, 'must be a list of people')
  return value as Person[]
}

/** What somebody would set in the service's console: variables of functions by name. */
const readVariables = (file: string): Record<string, Record<string, string>> => {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const isObject = (some: unknown): some is object => typeof some === 'object' && some !== null && !Array.isArray(some)
  if (!isObject(value) || !Object.values(value).every((of: unknown) => isObject(of) && Object.values(of).every(v => typeof v === 'string'))) throw badDeployment(file, 'must be an object of functions, each with its variables as strings')
  return value as Record<string, Record<string, string>>
}

/** The command line. Prints `KEY=VALUE` lines that point an SDK at the cloud, then `ready`; ends on SIGTERM or SIGINT. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.data/devcloud' },
      root: { type: 'string', default: '.' },
      functions: { type: 'string' },
      people: { type: 'string' },
      variables: { type: 'string' },
      instances: { type: 'string' },
      'no-timers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const [command, ...more] = positionals
  if (more.length > 0 || (command !== undefined && command !== 'doctor')) throw badDeployment('the command line', `there is no command ${positionals.join(' ')}: see --help`)
  if (command === 'doctor') {
    const { text, refused } = printFindings(values.root, examine(values.root, values.functions))
    process.stdout.write(text)
    process.exitCode = refused ? 1 : 0
    return
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw badDeployment('--port', 'must be a port number')
  const instances = values.instances === undefined ? undefined : Number(values.instances)
  if (instances !== undefined && !(Number.isInteger(instances) && instances > 0)) throw badDeployment('--instances', 'must be a whole number from 1 on')
  const cloud = await startCloud({
    port, host: values.host, root: values.root, data: values.data, functionsDir: values.functions ?? 'dist/functions',
    people: values.people === undefined ? [] : readPeople(values.people), timers: !values['no-timers'],
    ...(instances === undefined ? {} : { instances }), ...(values.variables === undefined ? {} : { variables: readVariables(values.variables) }),
  })
  if (reachOf(values.host).open) process.stderr.write(WARNING)
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
